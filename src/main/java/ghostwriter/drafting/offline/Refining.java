package ghostwriter.drafting.offline;

import ghostwriter.document.Block;
import ghostwriter.document.Edit;
import ghostwriter.drafting.Answer.Question;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.Refinement;
import ghostwriter.drafting.Sentences;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Optional;

/// Does to a section what can be done without a language model: takes the weakest drafted
/// paragraphs out, or adds what was said about something; anything else it leaves alone and says
/// so.
final class Refining {
  /// @param question what to ask the client where nothing was said for what is wanted
  record Refined(List<Edit> edits, Optional<Question> question, String summary) {
    Refined {
      edits = List.copyOf(edits);
    }

    private static Refined nothing(String summary) {
      return new Refined(List.of(), Optional.empty(), summary);
    }
  }

  private static final int MAX_TOPIC = 120;

  private final Ids ids;
  private final Brief brief;
  private final Sentences sentences;
  private final Talk talk;

  Refining(Ids ids, Brief brief, Sentences sentences) {
    this.ids = ids;
    this.brief = brief;
    this.sentences = sentences;
    this.talk = new Talk(brief.material(), brief.language(), sentences);
  }

  Refined of(Refinement refinement) {
    SectionBrief section =
        brief.sections().stream()
            .filter(it -> it.id().equals(refinement.section()))
            .findFirst()
            .orElseThrow();
    Wish wish = Wish.of(refinement.instruction());
    return switch (wish.kind()) {
      case SHORTEN -> shorten(section, wish);
      case EXTEND -> extend(section, wish);
      case OTHER ->
          Refined.nothing(
              "I changed nothing, for without a language model I can only shorten a section or add more of what was said about something.");
    };
  }

  private Refined shorten(SectionBrief section, Wish wish) {
    List<Block> out = new Shortening(talk, sentences, brief.language()).of(section, wish);
    if (out.isEmpty()) {
      return Refined.nothing(
          "I left the section as it is, for it holds no drafted paragraph that could go.");
    }
    String summary =
        "I took %s out of %s, the weakest."
            .formatted(Report.counted(out.size(), "paragraph"), section.heading());
    List<Edit> edits = out.stream().<Edit>map(block -> new Edit.Remove(block.id())).toList();
    return new Refined(edits, Optional.empty(), summary);
  }

  private Refined extend(SectionBrief section, Wish wish) {
    var said = new Said(talk, brief.sections(), brief.language(), sentences);
    var usable = new Usable(talk, new Withheld(talk), said);
    List<Paragraph> paragraphs = new Extension(talk, usable).of(section, wish);
    if (paragraphs.isEmpty()) {
      return new Refined(
          List.of(),
          Optional.of(new Question(section.id(), question(section, wish))),
          "I found nothing more that was said about it, and put a question for the client on the list.");
    }
    int turns =
        (int)
            paragraphs.stream()
                .flatMap(paragraph -> paragraph.stretches().stream())
                .mapToInt(Paragraph.Stretch::turn)
                .distinct()
                .count();
    var report = new Report(paragraphs.size(), List.of(section.heading()), turns, 0, true);
    return new Refined(
        new Inserts(ids, talk).of(paragraphs, section), Optional.empty(), report.sentence());
  }

  private static Words question(SectionBrief section, Wish wish) {
    return new Words(
        wish.isNarrow() && wish.topic().length() <= MAX_TOPIC
            ? "What more would you like to tell about " + wish.topic() + "?"
            : section.guide().question());
  }
}
