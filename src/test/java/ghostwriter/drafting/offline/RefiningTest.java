package ghostwriter.drafting.offline;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Block;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Edit.Remove;
import ghostwriter.document.Origin;
import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.Talks;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.Ids;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One section done over without a language model.
class RefiningTest {
  private final OfflineModel model = new OfflineModel(new Ids(Clock.systemUTC()));

  /// The memoir of the sample as its first draft left it.
  private final Brief drafted = drafted();

  private Brief drafted() {
    Brief brief = Briefs.memoir();
    return Briefs.after(brief, (Drafted) model.draft(brief));
  }

  @Test
  void askedToShortenItTakesTheWeakestDraftedParagraphsOut() {
    SectionBrief section = longest();

    Drafted answer = refined(drafted, section, "Make this shorter, please.");

    List<BlockId> out = removed(answer);
    int left =
        section.blocks().stream()
            .filter(block -> !out.contains(block.id()))
            .mapToInt(RefiningTest::words)
            .sum();
    assertThat(out).isNotEmpty().hasSizeLessThan(section.blocks().size());
    assertThat(left / (double) words(section)).isBetween(0.4, 0.8);
    assertThat(answer.summary().text())
        .startsWith("I took ")
        .contains(" out of " + section.heading())
        .endsWith(".");
  }

  @Test
  void aNumberOfWordsIsHeldAsNearlyAsParagraphsAllow() {
    SectionBrief section = longest();
    int wanted = words(section) / 2;

    Drafted answer = refined(drafted, section, "Cut it to " + wanted + " words.");

    List<BlockId> out = removed(answer);
    int left =
        section.blocks().stream()
            .filter(block -> !out.contains(block.id()))
            .mapToInt(RefiningTest::words)
            .sum();
    assertThat(left).isBetween(wanted / 2, wanted + wanted / 2);
  }

  @Test
  void whatAPersonWroteIsNeverTakenOut() {
    SectionBrief section = longest();
    Brief byHand = with(drafted, section, section.blocks().stream().map(this::touched).toList());

    Drafted answer = refined(byHand, section, "Shorter.");

    assertThat(answer.edits()).isEmpty();
    assertThat(answer.questions()).isEmpty();
    assertThat(answer.summary().text())
        .isEqualTo("I left the section as it is, for it holds no drafted paragraph that could go.");
  }

  @Test
  void theLastParagraphStays() {
    SectionBrief section = longest();
    Brief one = with(drafted, section, section.blocks().subList(0, 1));

    assertThat(refined(one, section, "Cut it to 1 word.").edits()).isEmpty();
  }

  @Test
  void askedForMoreAboutSomethingItAddsWhatTheBookLacks() {
    Brief brief = withBudget();
    SectionBrief section = brief.sections().getFirst();

    Drafted answer = refined(brief, section, "More about the lighthouse.");

    new HardRules(brief).hold(answer);
    assertThat(answer.edits())
        .isNotEmpty()
        .allMatch(edit -> ((Edit.Insert) edit).section().equals(section.id()));
    assertThat(HardRules.contents(answer))
        .allMatch(content -> content.markdown().text().matches("(?si).*(light|tower|keeper).*"));
    assertThat(HardRules.words(answer)).isLessThanOrEqualTo(150);
    assertThat(answer.summary().text()).startsWith("I added ").contains(section.heading());
  }

  @Test
  void whereNothingWasSaidOfItThereIsAQuestionAndNoProse() {
    SectionBrief section = drafted.sections().getFirst();

    Drafted answer = refined(drafted, section, "Tell more about the submarine.");

    assertThat(answer.edits()).isEmpty();
    assertThat(answer.questions())
        .singleElement()
        .satisfies(question -> {
          assertThat(question.section()).isEqualTo(section.id());
          assertThat(question.text().text())
              .isEqualTo("What more would you like to tell about the submarine?");
        });
    assertThat(answer.summary().text()).startsWith("I found nothing more");
  }

  @Test
  void withoutAnyMaterialThereIsAQuestionAndNoProse() {
    Brief empty = Briefs.of("memoir", List.of());
    SectionBrief section = empty.sections().getFirst();

    Drafted answer = refined(empty, section, "Add more.");

    assertThat(answer.edits()).isEmpty();
    assertThat(answer.questions())
        .extracting(question -> question.text().text())
        .containsExactly(section.guide().question());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Make it funnier.", "Translate it into French.", "?"})
  void whatItCannotDoItLeavesAndSaysWhatItCan(String instruction) {
    Drafted answer = refined(drafted, longest(), instruction);

    assertThat(answer.edits()).isEmpty();
    assertThat(answer.questions()).isEmpty();
    assertThat(answer.summary().text())
        .startsWith("I changed nothing")
        .contains("shorten", "add more")
        .endsWith(".");
  }

  @Test
  void whatTheClientAskedToLeaveOutIsNotAddedEither() {
    var items =
        Talks.of(
            "Ann: I was born in Ulm in 1950, in a house by the river, and my mother sang there.",
            "Ann: My brother stole the money from the bank in Ulm. Leave that out, please.");
    Brief brief = Briefs.of("memoir", items);

    Drafted answer = refined(brief, brief.sections().getFirst(), "More about my brother's bank.");

    assertThat(answer.edits()).isEmpty();
    assertThat(answer.questions()).hasSize(1);
  }

  private Drafted refined(Brief brief, SectionBrief section, String instruction) {
    return (Drafted) model.draft(Talks.refining(brief, section.id(), instruction));
  }

  /// A short first draft, which leaves much to add.
  private Brief withBudget() {
    Brief brief = Briefs.memoir();
    return Briefs.after(brief, (Drafted) model.draft(Briefs.with(brief, brief.material(), 200)));
  }

  private SectionBrief longest() {
    return drafted.sections().stream()
        .max((one, other) -> Integer.compare(one.blocks().size(), other.blocks().size()))
        .orElseThrow();
  }

  private static Brief with(Brief brief, SectionBrief changed, List<Block> blocks) {
    return brief.with(
        brief.sections().stream()
            .map(section ->
                section.id().equals(changed.id())
                    ? new SectionBrief(section.id(), section.heading(), section.guide(), blocks)
                        .with(section.evidence())
                    : section)
            .toList());
  }

  private Block touched(Block block) {
    return new Block(
        block.id(), block.revision(), block.content(), Origin.HUMAN, true, block.job());
  }

  private static List<BlockId> removed(Drafted answer) {
    return answer.edits().stream().map(edit -> ((Remove) edit).block()).toList();
  }

  private static int words(SectionBrief section) {
    return section.blocks().stream().mapToInt(RefiningTest::words).sum();
  }

  private static int words(Block block) {
    Content content = block.content();
    return content.markdown().count();
  }
}
