package ghostwriter.recording;

import java.util.List;

/// A conversation read from a file.
///
/// @param suggestedTitle the file's name made readable, for a project that has no title yet
/// @param turns in the order they were spoken; at least one
public record Recording(String suggestedTitle, List<Turn> turns) {
  public Recording {
    turns = List.copyOf(turns);
    if (turns.isEmpty()) {
      throw new IllegalArgumentException("A recording needs at least one turn.");
    }
  }
}
