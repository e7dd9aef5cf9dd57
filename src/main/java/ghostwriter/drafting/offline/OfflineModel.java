package ghostwriter.drafting.offline;

import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.drafting.Answer;
import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Answer.Question;
import ghostwriter.drafting.Answer.Usage;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.DraftModel;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Drafts without a language model: chooses the strongest of the client's own sentences and places
/// them into the sections. It only ever inserts. The same brief gives the same answer, but for the
/// new blocks' ids.
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
  public Answer draft(Brief brief) {
    var talk = new Talk(brief.material(), brief.language(), sentences);
    var withheld = new Withheld(talk);
    var said = new Said(talk, brief.sections(), brief.language(), sentences);
    List<List<Paragraph>> drafted = paragraphs(brief, talk, new Usable(talk, withheld, said));
    var anchors = new Anchors(talk);
    List<Edit> edits = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    for (int s = 0; s < drafted.size(); s++) {
      SectionBrief section = brief.sections().get(s);
      edits.addAll(inserts(drafted.get(s), section, talk, anchors));
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

  /// A paragraph goes behind its anchor, or behind the paragraph that has just gone there.
  private List<Edit> inserts(
      List<Paragraph> paragraphs, SectionBrief section, Talk talk, Anchors anchors) {
    List<Edit> edits = new ArrayList<>();
    Map<Optional<BlockId>, BlockId> latest = new HashMap<>();
    for (Paragraph paragraph : paragraphs) {
      Optional<BlockId> anchor = anchors.before(paragraph, section);
      @Nullable BlockId after = latest.getOrDefault(anchor, anchor.orElse(null));
      BlockId block = new BlockId(ids.next());
      edits.add(new Edit.Insert(section.id(), after, block, content(paragraph, talk)));
      latest.put(anchor, block);
    }
    return edits;
  }

  private static Content content(Paragraph paragraph, Talk talk) {
    List<Source> sources =
        paragraph.stretches().stream()
            .map(stretch -> {
              ConversationItem item = talk.item(stretch.turn());
              return new Source(item.id(), item.revision(), stretch.from(), stretch.to());
            })
            .toList();
    var words = new Words(paragraph.text(talk));
    return new Content(BlockKind.PARAGRAPH, words, Grounding.SOURCED, sources);
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
