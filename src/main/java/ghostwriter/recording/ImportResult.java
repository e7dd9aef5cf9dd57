package ghostwriter.recording;

import ghostwriter.project.Project;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.SessionId;
import java.util.List;

/// What came of importing a recording.
public sealed interface ImportResult {
  /// @param job the draft that was asked for
  record Imported(
      Project project, SessionId session, JobId job, int items, int words, List<Speaker> speakers)
      implements ImportResult {
    public Imported {
      speakers = List.copyOf(speakers);
    }
  }

  /// Nothing was stored.
  ///
  /// @param sentence what is wrong and what to do
  record NotImported(String sentence) implements ImportResult {}

  /// @param words how many words they say
  /// @param client whether their words are evidence
  record Speaker(String name, int words, boolean client) {}
}
