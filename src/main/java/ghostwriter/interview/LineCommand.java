package ghostwriter.interview;

import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Optional;

/// What the interview asks a provider to do.
public sealed interface LineCommand {
  /// Sets instructions and tools for all that follows.
  record Configure(Words instructions, List<ToolSchema> tools) implements LineCommand {
    public Configure {
      tools = List.copyOf(tools);
    }
  }

  /// The client typed this.
  ///
  /// @param item our id for it, at most 32 characters, which the provider keeps where it has ids
  record ClientSaid(String item, Words text) implements LineCommand {}

  /// Tells the assistant something that nobody said.
  record SystemSaid(String item, Words text) implements LineCommand {}

  /// Brings a turn of an earlier line back.
  ///
  /// @param item the id it gets on this line
  record Replay(String item, boolean byClient, Words text) implements LineCommand {}

  /// Brings a tool call of an earlier line back.
  ///
  /// @param item the id it gets on this line
  /// @param call what it is called on this line, at most 32 characters
  record ReplayCall(String item, String call, String tool, String arguments)
      implements LineCommand {}

  /// Brings back what a replayed call was answered.
  ///
  /// @param item the id it gets on this line
  record ReplayAnswer(String item, String call, Words output) implements LineCommand {}

  /// What a tool answered.
  record ToolAnswered(String call, Words output) implements LineCommand {}

  /// Lets the assistant speak.
  ///
  /// @param purpose comes back with the reply's events
  /// @param instructions for this reply alone, on top of those of [Configure]
  record Reply(String purpose, Optional<Words> instructions, boolean withTools)
      implements LineCommand {}

  /// Stops the reply that runs.
  record Hush() implements LineCommand {}
}
