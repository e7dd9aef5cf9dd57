package ghostwriter.project;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Author;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.queue.DraftRequest;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.PessimisticLockingFailureException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemovalTest {
  private final TestHouse house = new TestHouse(new SteppingClock());

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aProjectGoesWithEverythingInIt() {
    var project = house.project("memoir").id();
    house.said(project, "We left by boat.");
    write(project);
    house.doInTransaction(() ->
        house.queue.enqueue(DraftRequest.of(project, Urgency.HIGH, new Words("the harbour"))));

    assertThat(house.projects.remove(project)).isTrue();
    assertThat(house.projects.remove(project)).isFalse();
    assertThat(tablesThatKnow(project)).isEmpty();
  }

  @Test
  void aProjectIsRemovedThoughSomebodyWritesToIt() throws Exception {
    var project = house.project("memoir").id();
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<Boolean> removal = removedInTheMiddle(project, threads);
      assertThat(removal.get(20, TimeUnit.SECONDS)).isTrue();
    }

    assertThat(house.projects.find(project)).isEmpty();
  }

  /// The writer holds the document, the removal holds the project: each waits for the other.
  private Future<Boolean> removedInTheMiddle(ProjectId project, ExecutorService threads) {
    return house.inTransaction(() -> {
      house
          .sql
          .sql("select 1 from document where project_id = :p for update")
          .param("p", project.value())
          .query(Integer.class)
          .single();
      var removal = threads.submit(() -> house.projects.remove(project));
      untilSomebodyWaits();
      try {
        write(project);
      } catch (PessimisticLockingFailureException lost) {
        // Either of them may have to give way.
      }
      return removal;
    });
  }

  private void write(ProjectId project) {
    house.doInTransaction(() -> {
      var section = house.documents.current(project).sections().getFirst().id();
      var content =
          new Content(BlockKind.PARAGRAPH, new Words("We left."), Grounding.CONNECTIVE, List.of());
      house.documents.apply(
          project,
          1,
          new Author.ByHand(new PersonId(UUID.randomUUID())),
          List.of(new Edit.Insert(section, null, new BlockId(UUID.randomUUID()), content)),
          Words.NONE);
    });
  }

  private void untilSomebodyWaits() {
    Instant deadline = Instant.now().plusSeconds(20);
    while (house
            .sql
            .sql("select count(*) from pg_locks where not granted")
            .query(Integer.class)
            .single()
        == 0) {
      assertThat(Instant.now()).isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  private List<String> tablesThatKnow(ProjectId project) {
    return house
        .sql
        .sql(
            "select table_name from information_schema.columns where table_schema = 'public' and column_name = 'project_id'")
        .query((row, _) -> row.getString(1))
        .list()
        .stream()
        .filter(table -> rows(table, project) > 0)
        .toList();
  }

  private int rows(String table, ProjectId project) {
    return house
        .sql
        .sql("select count(*) from " + table + " where project_id = :p")
        .param("p", project.value())
        .query(Integer.class)
        .single();
  }
}
