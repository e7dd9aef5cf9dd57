package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Block;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.document.Origin;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Whatever a model answers, only what rests on the evidence that it was given gets in.
class AdmissionTest {
  private final List<ConversationItem> talk =
      Talks.of("Ben: Who sang?", "Ann: My mother sang.", "Ann: The boat sank.", "Ann: He laughed.");
  private final Block standing =
      new Block(
          ScriptedModel.block(),
          new RevisionId(new UUID(3, 1)),
          ScriptedModel.quoted(talk.getLast()),
          Origin.DRAFT,
          false,
          null);
  private final List<SectionBrief> outline = Talks.outline("memoir");
  private final SectionBrief heard = outline.getFirst().with(talk.subList(0, 2));
  private final SectionBrief empty = outline.get(1);
  private final SectionBrief old =
      new SectionBrief(
          outline.get(2).id(), outline.get(2).heading(), outline.get(2).guide(), List.of(standing));
  private final Brief brief =
      new Brief(Locale.ENGLISH, Map.of(), List.of(heard, empty, old), talk, 0);

  @Test
  void proseOfWhatIsInThePackGetsIn() {
    assertThat(admitted(insert(heard.id(), quoted(1)))).hasSize(1);
    assertThat(admitted(insert(heard.id(), ScriptedModel.connective("And so:")))).hasSize(1);
  }

  @Test
  void aSectionWithoutEvidenceGetsAQuestionAndNoProse() {
    for (Content prose : List.of(quoted(1), ScriptedModel.connective("Much happened."))) {
      Edit edit = insert(empty.id(), prose);

      assertThat(admitted(edit)).isEmpty();
      assertThat(Admission.of(brief, List.of(edit)).questions())
          .containsExactly(new Answer.Question(empty.id(), new Words(empty.guide().question())));
    }
  }

  @Test
  void aSectionThatHasItsTextGetsNeitherProseNorAQuestion() {
    Edit edit = insert(old.id(), quoted(1));

    assertThat(admitted(edit)).isEmpty();
    assertThat(Admission.of(brief, List.of(edit)).questions()).isEmpty();
  }

  @Test
  void whatIsInNoPackMayNotBeCited() {
    assertThat(admitted(insert(heard.id(), quoted(2)))).isEmpty();
    assertThat(admitted(new Edit.Replace(standing.id(), quoted(2)))).isEmpty();
  }

  @Test
  void whatTheInterviewerSaidIsNoEvidence() {
    assertThat(admitted(insert(heard.id(), quoted(0)))).isEmpty();
  }

  @Test
  void proseThatNamesNoSourceAndSaysNotThatItJoinsOthersIsRefused() {
    var bare =
        new Content(BlockKind.PARAGRAPH, new Words("He was rich."), Grounding.SOURCED, List.of());

    assertThat(admitted(insert(heard.id(), bare))).isEmpty();
  }

  @Test
  void aBlockMayBeWordedAnewFromWhatItRestedOn() {
    assertThat(admitted(new Edit.Replace(standing.id(), quoted(3)))).hasSize(1);
    assertThat(admitted(new Edit.Remove(standing.id()))).hasSize(1);
    var source = new Source(talk.get(3).id(), 1, 0, 3);
    assertThat(admitted(new Edit.Reaffirm(standing.id(), List.of(source)))).hasSize(1);
  }

  @Test
  void whatWasToFollowARefusedBlockTakesItsPlace() {
    BlockId refused = ScriptedModel.block();
    List<Edit> edits =
        List.of(
            new Edit.Insert(heard.id(), standing.id(), refused, quoted(2)),
            new Edit.Insert(heard.id(), refused, ScriptedModel.block(), quoted(1)));

    List<Edit> admitted = Admission.of(brief, edits).admitted();

    assertThat(admitted).hasSize(1);
    assertThat(Admission.of(brief, edits).refused()).containsExactly(edits.getFirst());
    assertThat(((Edit.Insert) admitted.getFirst()).after()).isEqualTo(standing.id());
  }

  private List<Edit> admitted(Edit edit) {
    return Admission.of(brief, List.of(edit)).admitted();
  }

  private Content quoted(int turn) {
    return ScriptedModel.quoted(talk.get(turn));
  }

  private static Edit insert(SectionId section, Content content) {
    return new Edit.Insert(section, null, ScriptedModel.block(), content);
  }
}
