package ghostwriter.drafting.openai;

import ghostwriter.document.Edit;
import ghostwriter.drafting.Answer.Question;
import ghostwriter.drafting.Brief;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What to ask about sections for which nothing was said.
final class Silence {
  private Silence() {}

  /// A reply's questions, and the outline's own for each section that stays empty and that nobody
  /// asks about, now or on the list.
  static List<Question> about(Brief brief, List<Edit> edits, List<Question> asked) {
    Set<SectionId> settled = new HashSet<>();
    brief
        .refinement()
        .ifPresent(task ->
            brief.sections().stream()
                .map(section -> section.id())
                .filter(id -> !id.equals(task.section()))
                .forEach(settled::add));
    brief.todos().forEach(todo -> todo.section().ifPresent(settled::add));
    asked.forEach(question -> settled.add(question.section()));
    for (Edit edit : edits) {
      if (edit instanceof Edit.Insert insert) {
        settled.add(insert.section());
      }
    }
    List<Question> questions = new ArrayList<>(asked);
    brief.sections().stream()
        .filter(section -> section.blocks().isEmpty() && !section.locked())
        .filter(section -> !settled.contains(section.id()))
        .map(section -> new Question(section.id(), new Words(section.guide().question())))
        .forEach(questions::add);
    return questions;
  }
}
