package ghostwriter.drafting.offline;

import ghostwriter.document.Edit;
import ghostwriter.drafting.Answer;
import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Answer.Question;
import ghostwriter.drafting.Answer.Usage;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.DraftModel;
import ghostwriter.drafting.Refinement;
import ghostwriter.drafting.Sentences;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Drafts without a language model: chooses the strongest of the client's own sentences and places
/// them into the sections. An update only ever inserts; a refinement adds to its section or takes
/// out of it. The same brief gives the same answer, but for the new blocks' ids.
@Component
public final class OfflineModel implements DraftModel {
  private static final String NAME = "offline";

  private final Ids ids;
  private final Sentences sentences = new Sentences();

  public OfflineModel(Ids ids) {
    this.ids = ids;
  }

  @Override
  public boolean speaks(Locale language) {
    return language.getLanguage().equals("en");
  }

  @Override
  public boolean readsEverything() {
    return true;
  }

  @Override
  public Answer draft(Brief brief) {
    return brief.refinement().map(task -> refine(brief, task)).orElseGet(() -> update(brief));
  }

  private Drafted refine(Brief brief, Refinement task) {
    Refining.Refined refined = new Refining(ids, brief, sentences).of(task);
    return new Drafted(
        refined.edits(),
        refined.question().stream().toList(),
        new Words(refined.summary()),
        new Usage(NAME, 0, 0));
  }

  private Drafted update(Brief brief) {
    var talk = new Talk(brief.material(), brief.language(), sentences);
    var withheld = new Withheld(talk);
    var said = new Said(talk, brief.sections(), brief.language(), sentences);
    List<List<Paragraph>> drafted = paragraphs(brief, talk, new Usable(talk, withheld, said));
    var inserts = new Inserts(ids, talk);
    List<Edit> edits = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (int s = 0; s < drafted.size(); s++) {
      SectionBrief section = brief.sections().get(s);
      edits.addAll(inserts.of(drafted.get(s), section));
      question(section, drafted.get(s)).ifPresent(questions::add);
    }
    boolean isNew = talk.allSentences().stream().anyMatch(sentence -> !said.contains(sentence));
    String summary = report(brief, drafted, withheld.passages(), isNew).sentence();
    return new Drafted(edits, questions, new Words(summary), new Usage(NAME, 0, 0));
  }

  private static List<List<Paragraph>> paragraphs(Brief brief, Talk talk, Usable usable) {
    var salience = new Salience(talk.sentences());
    List<Passage> passages = new Passages(talk, usable::test, salience).all();
    var placement = new Placement(talk, passages, brief.sections());
    var budget = Budget.of(talk.clientWords(), brief.targetWords());
    var choice = new Choice(talk, passages, placement, salience, budget, brief.sections().size());
    return choice.make().stream().map(new Paragraphs(talk)::of).toList();
  }

  private static Optional<Question> question(SectionBrief section, List<Paragraph> paragraphs) {
    return paragraphs.isEmpty() && section.blocks().isEmpty()
        ? Optional.of(new Question(section.id(), new Words(section.guide().question())))
        : Optional.empty();
  }

  private static Report report(
      Brief brief, List<List<Paragraph>> drafted, int leftOut, boolean isNew) {
    List<String> headings =
        IntStream.range(0, drafted.size())
            .filter(s -> !drafted.get(s).isEmpty())
            .mapToObj(s -> brief.sections().get(s).heading())
            .toList();
    List<Paragraph> all = drafted.stream().flatMap(List::stream).toList();
    long turns =
        all.stream()
            .flatMap(p -> p.stretches().stream())
            .mapToInt(st -> st.turn())
            .distinct()
            .count();
    return new Report(all.size(), headings, (int) turns, leftOut, isNew);
  }
}
