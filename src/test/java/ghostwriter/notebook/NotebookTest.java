package ghostwriter.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ghostwriter.feed.FeedEvent;
import ghostwriter.notebook.MarkResult.Marked;
import ghostwriter.notebook.MarkResult.OpenAnew;
import ghostwriter.notebook.MarkResult.UnknownTodo;
import ghostwriter.notebook.Notebook.Question;
import ghostwriter.notebook.Todo.Status;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotebookTest {
  private static final JobId JOB = new JobId(UUID.randomUUID());
  private static final SectionId CHILDHOOD = new SectionId(UUID.randomUUID());
  private static final SectionId WORK = new SectionId(UUID.randomUUID());

  private final SteppingClock clock = new SteppingClock();
  private final TestHouse house = new TestHouse(clock);
  private final Notebook notebook = house.notebook;
  private ProjectId project;

  @BeforeEach
  void aFreshProject() {
    project = house.project("memoir").id();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aQuestionStaysOpenAndIsAskedOnce() {
    ask(CHILDHOOD, "Where?");
    ask(WORK, "Where?");

    assertThat(notebook.todos(project))
        .extracting(todo -> todo.text().text(), Todo::status)
        .containsExactly(tuple("Where?", Status.OPEN));
    assertThat(changesTold()).isEqualTo(1);
  }

  @Test
  void theQuestionsOfASectionAreClosedWhenItHasItsWords() {
    ask(CHILDHOOD, "Where?");
    ask(WORK, "When?");
    answered(CHILDHOOD);

    assertThat(notebook.todos(project))
        .extracting(Todo::status)
        .containsExactlyInAnyOrder(Status.DONE, Status.OPEN);
    assertThat(changesTold()).isEqualTo(3);
  }

  @Test
  void aQuestionThatWasAnsweredMayBeAskedAgain() {
    ask(CHILDHOOD, "Where?");
    answered(CHILDHOOD);
    ask(CHILDHOOD, "Where?");

    assertThat(notebook.todos(project))
        .extracting(Todo::status)
        .containsExactlyInAnyOrder(Status.DONE, Status.OPEN);
  }

  @Test
  void nothingIsToldWhereNothingChanges() {
    answered(CHILDHOOD);
    house.doInTransaction(() -> notebook.ask(project, JOB, List.of()));

    assertThat(changesTold()).isZero();
  }

  @Test
  void oneProjectsQuestionsAreNotAnothers() {
    ask(CHILDHOOD, "Where?");
    var other = house.project("memoir").id();
    house.doInTransaction(() -> notebook.answered(other, List.of(CHILDHOOD)));

    assertThat(notebook.todos(other)).isEmpty();
    assertThat(notebook.todos(project)).extracting(Todo::status).containsExactly(Status.OPEN);
  }

  @Test
  void whatIsOpenAlreadyIsNotPutOnTheListAgain() {
    UUID first = remind("Ask my sister.");
    UUID again = remind("Ask my sister.");

    assertThat(again).isEqualTo(first);
    assertThat(notebook.todos(project)).extracting(Todo::id).containsExactly(first);
    assertThat(changesTold()).isEqualTo(1);
  }

  @Test
  void aTodoIsMarkedAndNothingIsToldWhereItStoodSoAlready() {
    UUID todo = remind("Ask my sister.");

    assertThat(mark(todo, Status.DONE))
        .isInstanceOfSatisfying(
            Marked.class, marked -> assertThat(marked.todo().status()).isEqualTo(Status.DONE));
    mark(todo, Status.DONE);

    assertThat(notebook.todos(project)).extracting(Todo::status).containsExactly(Status.DONE);
    assertThat(changesTold()).isEqualTo(2);
  }

  @Test
  void whatIsOnTheListAnewIsNotOpenedTwice() {
    UUID first = remind("Ask my sister.");
    mark(first, Status.DROPPED);
    remind("Ask my sister.");

    assertThat(mark(first, Status.OPEN)).isEqualTo(new OpenAnew());
    assertThat(mark(UUID.randomUUID(), Status.OPEN)).isEqualTo(new UnknownTodo());
    assertThat(notebook.open(project, 10)).hasSize(1);
  }

  @Test
  void theNewestOfWhatIsOpenComesFirst() {
    remind("one");
    clock.advance(Duration.ofMillis(1));
    UUID two = remind("two");
    clock.advance(Duration.ofMillis(1));
    UUID three = remind("three");

    assertThat(notebook.open(project, 2)).extracting(Todo::id).containsExactly(three, two);
  }

  private UUID remind(String text) {
    return house.inTransaction(() -> notebook.remind(project, new Words(text)));
  }

  private MarkResult mark(UUID todo, Status status) {
    return house.inTransaction(() -> notebook.mark(project, todo, status));
  }

  private void ask(SectionId section, String text) {
    house.doInTransaction(
        () -> notebook.ask(project, JOB, List.of(new Question(section, new Words(text)))));
  }

  private void answered(SectionId section) {
    house.doInTransaction(() -> notebook.answered(project, List.of(section)));
  }

  private long changesTold() {
    return house.feed.after(project, 0, 100).stream()
        .map(FeedEvent::kind)
        .filter("todosChanged"::equals)
        .count();
  }
}
