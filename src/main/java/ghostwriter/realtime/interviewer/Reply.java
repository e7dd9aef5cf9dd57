package ghostwriter.realtime.interviewer;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What the interviewer does next: it says something, or calls tools first.
sealed interface Reply {
  record Say(String text) implements Reply {
    /// Sentences one after the other, without gaps.
    static Say of(String... parts) {
      return new Say(
          String.join(" ", List.of(parts).stream().filter(it -> !it.isBlank()).toList()));
    }

    @Override
    public String toString() {
      return "Say[" + text.length() + "]";
    }
  }

  record Calls(List<Call> calls) implements Reply {
    static Calls one(String tool, ObjectNode arguments) {
      return new Calls(List.of(new Call(tool, arguments)));
    }
  }

  record Call(String tool, ObjectNode arguments) {
    @Override
    public String toString() {
      return tool;
    }
  }
}
