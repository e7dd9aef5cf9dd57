package ghostwriter.realtime.responder;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One entry of a conversation. None shows in a log what was said.
public sealed interface Item {
  /// At most 32 characters, once in a session.
  String id();

  /// Who a message comes from.
  enum Role {
    SYSTEM,
    USER,
    ASSISTANT
  }

  /// How far an entry has come.
  enum Status {
    IN_PROGRESS,
    COMPLETED,
    INCOMPLETE
  }

  /// Something said, typed or told by the system.
  record Message(String id, Role role, Status status, List<Part> parts) implements Item {
    public Message {
      parts = List.copyOf(parts);
    }

    /// All that can be read of it, sound by its transcript.
    public String text() {
      return parts.stream().flatMap(Part::readable).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
      return role + "[" + id + "]";
    }
  }

  /// A tool was called.
  ///
  /// @param arguments a JSON object; half of one where the status is not `COMPLETED`
  record FunctionCall(String id, Status status, String name, String callId, String arguments)
      implements Item {
    @Override
    public String toString() {
      return name + "[" + id + "]";
    }
  }

  /// What the tool answered.
  record FunctionOutput(String id, String callId, String output) implements Item {
    @Override
    public String toString() {
      return "FunctionOutput[" + id + "]";
    }
  }

  /// A part of a message.
  sealed interface Part {
    /// Its text, where it has one.
    default Stream<String> readable() {
      return switch (this) {
        case InputText(var text) -> Stream.of(text);
        case OutputText(var text) -> Stream.of(text);
        case InputAudio(var transcript) -> Stream.ofNullable(transcript);
        case OutputAudio(var transcript) -> Stream.ofNullable(transcript);
        case InputImage _ -> Stream.empty();
      };
    }
  }

  /// Typed words, or the system's.
  record InputText(String text) implements Part {}

  /// What the assistant wrote.
  record OutputText(String text) implements Part {}

  /// Words that were spoken.
  ///
  /// @param transcript null until they have been understood
  record InputAudio(@Nullable String transcript) implements Part {}

  /// What the assistant spoke.
  ///
  /// @param transcript null once the sound was cut, because nobody knows what was heard
  record OutputAudio(@Nullable String transcript) implements Part {}

  /// A picture.
  ///
  /// @param url a `data:` address
  record InputImage(String url, String detail) implements Part {}

  /// A message of one typed part.
  static Message typed(String id, Role role, String text) {
    Objects.requireNonNull(text);
    Part part = role == Role.ASSISTANT ? new OutputText(text) : new InputText(text);
    return new Message(id, role, Status.COMPLETED, List.of(part));
  }
}
