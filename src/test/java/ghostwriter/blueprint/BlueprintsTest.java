package ghostwriter.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ghostwriter.blueprint.CommitResult.Committed;
import ghostwriter.blueprint.CommitResult.Gaps;
import ghostwriter.blueprint.Field.Origin;
import ghostwriter.feed.FeedEvent;
import ghostwriter.project.BookKind;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BlueprintsTest {
  private final SteppingClock clock = new SteppingClock();
  private final TestHouse house = new TestHouse(clock);
  private final Blueprints blueprints = house.blueprints;
  private final BookKind memoir = house.kinds.find("memoir").orElseThrow();
  private ProjectId project;

  @BeforeEach
  void aProjectWithoutAnswers() {
    var author = house.person("Author");
    project =
        house.inTransaction(
            () -> house.projects.create("A book", memoir, Locale.ENGLISH, author).id());
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aBlueprintWithAGapIsNotCommittedAndTheGapIsNamed() {
    answer("subject", "My mother's life.");
    answer("desiredOutcome", "A book for the family.");

    assertThat(commit()).isEqualTo(new Gaps(List.of("targetAudience", "voiceGuardrails")));
    assertThat(blueprints.of(project).committedAt()).isEmpty();
    assertThat(kindsOfNews()).doesNotContain("blueprintCommitted");
  }

  @Test
  void onlyRequiredFieldsLeaveGaps() {
    answerAll();

    assertThat(blueprints.gaps(blueprints.of(project), memoir)).isEmpty();
    assertThat(commit()).isInstanceOf(Committed.class);
    assertThat(blueprints.of(project).committedAt()).contains(clock.instant());
    assertThat(kindsOfNews()).endsWith("blueprintCommitted");
  }

  @Test
  void anAnswerIsWrittenOverTheOneBeforeIt() {
    house.doInTransaction(
        () -> blueprints.answer(project, new Field("subject", new Words("Said."), Origin.DEFAULT)));
    answer("subject", "My mother's life.");

    assertThat(blueprints.of(project).fields())
        .containsExactly(new Field("subject", new Words("My mother's life."), Origin.CLIENT));
  }

  @Test
  void everyNewAnswerIsNewsAndTheSameOneAgainIsNot() {
    answer("subject", "My mother's life.");
    answer("subject", "My mother's life.");
    answer("subject", "My father's life.");

    assertThat(house.feed.after(project, 0, 10))
        .extracting(FeedEvent::kind, FeedEvent::payload)
        .containsExactly(
            tuple("blueprintChanged", "{\"field\": \"subject\"}"),
            tuple("blueprintChanged", "{\"field\": \"subject\"}"));
  }

  @Test
  void everyKindOfBookAsksForWhatItNeeds() {
    for (BookKind kind : house.kinds.all()) {
      assertThat(blueprints.gaps(blueprints.of(project), kind))
          .as(kind.id())
          .contains("desiredOutcome", "targetAudience", "voiceGuardrails")
          .hasSizeGreaterThan(3);
    }
  }

  private void answerAll() {
    memoir.fields().stream()
        .filter(BookKind.Field::required)
        .forEach(field -> answer(field.name(), "Said."));
  }

  private void answer(String name, String value) {
    house.doInTransaction(
        () -> blueprints.answer(project, new Field(name, new Words(value), Origin.CLIENT)));
  }

  private CommitResult commit() {
    return house.inTransaction(() -> blueprints.commit(project, memoir));
  }

  private List<String> kindsOfNews() {
    return house.feed.after(project, 0, 10).stream().map(FeedEvent::kind).toList();
  }
}
