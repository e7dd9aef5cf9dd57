package ghostwriter.transcript;

import java.util.List;

/// What an append led to.
///
/// @param seq the number of the last raw event
public record Appended(long seq, List<TranscriptChange> changes) {
  public Appended {
    changes = List.copyOf(changes);
  }
}
