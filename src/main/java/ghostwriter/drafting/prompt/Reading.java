package ghostwriter.drafting.prompt;

import ghostwriter.document.Edit;
import ghostwriter.drafting.Answer.Question;
import ghostwriter.vocabulary.Words;
import java.util.List;

/// What a reply says.
public sealed interface Reading {
  /// It keeps to its form and to the rules.
  record Usable(List<Edit> edits, List<Question> questions, Words summary) implements Reading {
    public Usable {
      edits = List.copyOf(edits);
      questions = List.copyOf(questions);
    }
  }

  /// It does not, and counts for nothing.
  ///
  /// @param fault a sentence for the model, with nothing of anybody's words in it
  record Faulty(String fault) implements Reading {}
}
