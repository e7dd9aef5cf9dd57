package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ghostwriter.document.Author;
import ghostwriter.document.Block;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Doubt;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.notebook.Todo;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What becomes of words that nobody said.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubtsTest {
  private static final Author SOMEBODY = new Author.ByHand(new PersonId(UUID.randomUUID()));

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
    bench
        .house
        .sql
        .sql("alter table version add constraint never check (false) not valid")
        .update();
    script("We left Wick by boat in 1961.");
    bench.draft(project, "the harbour");
    bench.house.sql.sql("alter table version drop constraint never").update();
    clock.advance(Duration.ofSeconds(5));
    bench.house.queue.beat(bench.worker);
    bench.runAll();

    assertThat(bench.model.asked).hasSize(asked + 1);
    assertThat(bench.blocks(project).getFirst().content().doubts()).hasSize(1);
  }

  @Test
  void whoStandsByItEndsTheDoubtAndKeepsTheText() {
    Block block = drafted("We left Wick by boat in 1961.");
    byHand(new Edit.Reaffirm(block.id(), block.content().sources()));

    Content now = bench.blocks(project).getFirst().content();
    assertThat(now.doubts()).isEmpty();
    assertThat(now.markdown()).isEqualTo(block.content().markdown());
    assertThat(now.sources()).isEqualTo(block.content().sources());
  }

  @Test
  void whoPutsItRightEndsTheDoubt() {
    Block block = drafted("We left Wick by boat in 1961.");
    byHand(new Edit.Replace(block.id(), ScriptedModel.connective("We left in 1959.")));

    assertThat(bench.blocks(project).getFirst().content().doubts()).isEmpty();
  }

  private Block drafted(String text) {
    script(text);
    bench.draft(project, "the harbour");
    return bench.blocks(project).getFirst();
  }

  private void script(String text) {
    bench.model.then(brief -> {
      var item = brief.material().getFirst();
      var source = new Source(item.id(), item.revision(), 0, item.text().text().length());
      var content =
          new Content(BlockKind.PARAGRAPH, new Words(text), Grounding.SOURCED, List.of(source));
      var section = brief.sections().getFirst().id();
      return ScriptedModel.drafted(
          List.of(new Edit.Insert(section, null, ScriptedModel.block(), content)));
    });
  }

  private void byHand(Edit edit) {
    int version = bench.house.documents.current(project).version();
    bench.house.inTransaction(
        () -> bench.house.documents.apply(project, version, SOMEBODY, List.of(edit), Words.NONE));
  }
}
