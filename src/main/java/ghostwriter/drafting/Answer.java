package ghostwriter.drafting;

import ghostwriter.document.Edit;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.List;

/// What came of asking a model for a draft.
public sealed interface Answer {
  /// @param edits changes against the brief's version of the document
  /// @param questions what to ask the client, for sections that nothing was said for
  /// @param summary one sentence that tells the client what has changed
  record Drafted(List<Edit> edits, List<Question> questions, Words summary, Usage usage)
      implements Answer {
    public Drafted {
      edits = List.copyOf(edits);
      questions = List.copyOf(questions);
    }
  }

  /// The model cannot answer now; it is worth asking again after `retryAfter`.
  record Busy(Duration retryAfter) implements Answer {}

  /// The model will never answer this.
  record Refused(Words reason) implements Answer {}

  record Question(SectionId section, Words text) {}

  /// @param model which model answered
  record Usage(String model, long inputTokens, long outputTokens) {}
}
