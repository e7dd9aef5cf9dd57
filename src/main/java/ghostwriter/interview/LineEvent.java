package ghostwriter.interview;

import java.time.Instant;
import java.util.Optional;

/// What a provider tells, in the interview's own words. Drawn so wide that a provider without
/// items, turns or ids can stand behind it: its adapter makes ids up and decides by silence when a
/// reply is over (`docs/decisions/0007-two-protocols-one-transcript.md`).
public sealed interface LineEvent {
  /// The line is open and takes commands.
  ///
  /// @param expiresAt when the provider will end it, where it says so
  record Up(Optional<Instant> expiresAt) implements LineEvent {}

  /// The line is gone; nothing sent on it from now on arrives.
  ///
  /// @param forGood whether trying again with the same configuration is useless (a wrong key, an
  ///   unknown model)
  /// @param reason one sentence for people
  record Down(boolean forGood, String reason) implements LineEvent {}

  /// Something that was sent has its place in the provider's conversation. Told once, and only of
  /// what was sent under an id of ours.
  record Kept(String item) implements LineEvent {}

  /// Something that was sent has no place in the provider's conversation, and will not have one on
  /// this line. Told once, and only of what was sent under an id of ours.
  record Rejected(String item) implements LineEvent {}

  /// The client began to speak.
  record SpeechStarted() implements LineEvent {}

  /// The client has stopped speaking.
  record SpeechStopped() implements LineEvent {}

  /// The assistant began a reply.
  ///
  /// @param purpose what the reply was asked for, as it was sent with [LineCommand.Reply]; empty
  ///   where the provider began by itself
  record ReplyStarted(String reply, Optional<String> purpose) implements LineEvent {}

  /// A piece of what the assistant says.
  record Caption(String item, String delta) implements LineEvent {
    @Override
    public String toString() {
      return "Caption[" + item + ", " + delta.length() + " characters]";
    }
  }

  /// The assistant has said something to its end, whether or not its reply goes on.
  record Said(String item) implements LineEvent {}

  /// The assistant calls a tool; its arguments are whole.
  ///
  /// @param arguments a JSON object as text, however the model wrote it
  record ToolCalled(String call, String tool, String arguments) implements LineEvent {
    @Override
    public String toString() {
      return "ToolCalled[" + call + ", " + tool + "]";
    }
  }

  /// A reply is over. Where it failed, a [Complaint] before it says why.
  ///
  /// @param reply empty where it failed before it began
  record ReplyEnded(String reply, Optional<String> purpose, Outcome outcome) implements LineEvent {}

  /// A reply was refused because another one runs.
  record ReplyRefused() implements LineEvent {}

  /// The provider complains, but the line holds.
  ///
  /// @param code the provider's word for it, never a sentence; `unknown` where it has none
  record Complaint(String code) implements LineEvent {}

  /// How a reply ended.
  enum Outcome {
    COMPLETED,
    CANCELLED,
    INCOMPLETE,
    FAILED
  }
}
