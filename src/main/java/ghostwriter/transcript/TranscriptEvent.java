package ghostwriter.transcript;

import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a provider's event says about the transcript, whatever the protocol. Items are named by id:
/// a protocol without ids is read with ids its reading makes up.
sealed interface TranscriptEvent {
  /// Where an item stands.
  record Placed(String item, Place place) implements TranscriptEvent {}

  /// What an item is.
  ///
  /// @param call which tool call it is, or answers; else empty
  /// @param whole whether the provider will add nothing to it; words of spoken parts may still be
  ///   missing
  /// @param cutOff whether it ended before its end
  /// @param parts empty while it is not whole
  record Described(
      String item,
      ItemKind kind,
      Role role,
      String label,
      String call,
      boolean whole,
      boolean cutOff,
      List<Part> parts)
      implements TranscriptEvent {
    public Described {
      parts = List.copyOf(parts);
    }
  }

  /// @param spoken whether its words are written down later, by another model
  record Part(int index, boolean spoken, Optional<Words> text) {}

  /// More words of a part, for the time being.
  ///
  /// @param frame names the event, so that a repeated one can be told; empty where nothing does
  record Heard(String item, int part, Words more, String frame) implements TranscriptEvent {}

  /// The words of a part, final.
  record Worded(String item, int part, Words text) implements TranscriptEvent {}

  /// The words of a spoken item could not be made out.
  record NotUnderstood(String item) implements TranscriptEvent {}

  record TimedOut(String item) implements TranscriptEvent {}

  record Truncated(String item, Duration heard) implements TranscriptEvent {}

  record Deleted(String item) implements TranscriptEvent {}

  /// An earlier item told again under another name.
  record Replayed(String original, String item) implements TranscriptEvent {}

  /// Output that is not part of the conversation.
  record OutOfBand(List<String> items) implements TranscriptEvent {
    public OutOfBand {
      items = List.copyOf(items);
    }
  }

  record ConnectionEnded() implements TranscriptEvent {}

  record SessionEnded() implements TranscriptEvent {}

  /// A place among the items of a connection.
  sealed interface Place {
    /// Before all others.
    record First() implements Place {}

    /// Directly after another one.
    record After(String item) implements Place {}

    /// Behind all that is there.
    record Last() implements Place {}

    /// Not known; the end is the best guess.
    record Somewhere() implements Place {}
  }
}
