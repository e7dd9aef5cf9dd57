package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ghostwriter.document.Block;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Doubt;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.notebook.Todo;
import ghostwriter.queue.DraftRequest;
import ghostwriter.testing.SteppingClock;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What becomes of words that nobody said.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubtsTest {
  private final SteppingClock clock = new SteppingClock();
  private final Workbench bench = new Workbench(clock);
  private ProjectId project;

  @BeforeEach
  void aFreshProject() {
    project = bench.house.project("memoir").id();
    bench.house.said(project, "We left Wick by boat in nineteen fifty-nine.");
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @Test
  void aYearThatNobodySaidIsMarkedAndAskedAbout() {
    Block block = drafted("We left Wick by boat in 1961.");

    assertThat(block.content().doubts())
        .extracting(Doubt::kind, Doubt::about)
        .containsExactly(tuple(Doubt.Kind.NUMBER, new Words("1961")));
    assertThat(bench.house.notebook.todos(project))
        .extracting(todo -> todo.text().text())
        .containsExactly(
            "I wrote “We left Wick by boat in 1961.”, but I did not find “1961” in what you told"
                + " me: is it right?");
  }

  @Test
  void whatWasSaidIsNotAskedAbout() {
    Block block = drafted("We left Wick by boat in 1959.");

    assertThat(block.content().doubts()).isEmpty();
    assertThat(bench.house.notebook.todos(project)).extracting(Todo::text).isEmpty();
  }

  @Test
  void anAnswerThatAnEarlierAttemptReceivedIsMarkedAsWell() {
    int asked = bench.model.asked.size();
    script("We left Wick by boat in 1961.");
    onASecondAttempt(() -> bench.ask(project, "the harbour"));

    assertThat(bench.model.asked).hasSize(asked + 1);
    assertThat(bench.blocks(project).getFirst().content().doubts()).hasSize(1);
  }

  @Test
  void whatAQuestionNamedIsNotAskedAboutHoweverLongAgoItWasAnswered() {
    answered("And then to Lybster, in nineteen fifty-four?", "Yes, to my aunt, on the cart.");
    nothingToWrite();
    bench.house.said(project, "My aunt had a cart.");
    script("We went to my aunt in Lybster in 1954, on the cart.", "Yes, to my aunt, on the cart.");
    bench.draft(project, "the aunt");

    assertThat(bench.model.asked.getLast().material()).hasSize(1);
    assertThat(bench.blocks(project).getFirst().content().doubts()).isEmpty();
  }

  @Test
  void itIsNotAskedAboutOnASecondAttemptAtARefinementEither() {
    answered("And then to Lybster, in nineteen fifty-four?", "Yes, to my aunt, on the cart.");
    nothingToWrite();
    script("We went to my aunt in Lybster in 1954, on the cart.", "Yes, to my aunt, on the cart.");
    SectionId first = bench.house.documents.current(project).sections().getFirst().id();
    var request = DraftRequest.refine(project, first, new Words("More about my aunt's cart."));
    onASecondAttempt(() -> bench.house.inTransaction(() -> bench.house.queue.enqueue(request)));

    assertThat(bench.blocks(project).getFirst().content().doubts()).isEmpty();
  }

  @Test
  void whatWasSaidLastInAnotherConversationIsNoQuestion() {
    bench.house.said(project, "We came back by train.");
    script("We came back from Wick by train.", "We came back by train.");
    bench.draft(project, "the train");

    assertThat(bench.blocks(project).getFirst().content().doubts())
        .extracting(Doubt::kind, Doubt::about)
        .containsExactly(tuple(Doubt.Kind.NAME, new Words("Wick")));
  }

  @Test
  void whoStandsByItEndsTheDoubtAndKeepsTheText() {
    Block block = drafted("We left Wick by boat in 1961.");
    bench.byHand(project, new Edit.Reaffirm(block.id(), block.content().sources()));

    Content now = bench.blocks(project).getFirst().content();
    assertThat(now.doubts()).isEmpty();
    assertThat(now.markdown()).isEqualTo(block.content().markdown());
    assertThat(now.sources()).isEqualTo(block.content().sources());
  }

  @Test
  void whoPutsItRightEndsTheDoubt() {
    Block block = drafted("We left Wick by boat in 1961.");
    bench.byHand(
        project, new Edit.Replace(block.id(), ScriptedModel.connective("We left in 1959.")));

    assertThat(bench.blocks(project).getFirst().content().doubts()).isEmpty();
  }

  private Block drafted(String text) {
    script(text);
    bench.draft(project, "the harbour");
    return bench.blocks(project).getFirst();
  }

  private void answered(String question, String answer) {
    var turns =
        List.of(
            new RecordedTurn(1, "Interviewer", false, new Words(question)),
            new RecordedTurn(2, "Client", true, new Words(answer)));
    bench.house.inTransaction(
        () -> bench.house.transcripts.addRecording(project, "talk.txt", turns));
  }

  /// Everything that was said is old then.
  private void nothingToWrite() {
    bench.model.then(_ -> ScriptedModel.drafted(List.of()));
    bench.draft(project, "what there is");
  }

  /// The first one breaks off when its answer is there.
  private void onASecondAttempt(Runnable request) {
    bench.nothingCanBePublished(true);
    request.run();
    bench.runAll();
    bench.nothingCanBePublished(false);
    clock.advance(Duration.ofSeconds(5));
    bench.runAgain();
  }

  private void script(String text) {
    script(text, "We left Wick by boat in nineteen fifty-nine.");
  }

  /// @param said the words that it cites
  private void script(String text, String said) {
    bench.model.then(brief -> {
      SectionBrief section =
          brief.sections().stream()
              .filter(it -> cited(it, said).isPresent())
              .findFirst()
              .orElseThrow();
      ConversationItem item = cited(section, said).orElseThrow();
      var source = new Source(item.id(), item.revision(), 0, said.length());
      var content =
          new Content(BlockKind.PARAGRAPH, new Words(text), Grounding.SOURCED, List.of(source));
      return ScriptedModel.drafted(
          List.of(new Edit.Insert(section.id(), null, ScriptedModel.block(), content)));
    });
  }

  private static Optional<ConversationItem> cited(SectionBrief section, String said) {
    return section.evidence().stream().filter(it -> it.text().text().equals(said)).findFirst();
  }
}
