package ghostwriter.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.feed.ProjectEvent.DraftQueued;
import ghostwriter.feed.ProjectEvent.NotesChanged;
import ghostwriter.feed.ProjectEvent.TodosChanged;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedTest {
  private static final int WRITERS = 8;
  private static final int POSTS = 40;

  private final TestHouse house = new TestHouse(new SteppingClock());
  private final Feed feed = house.feed;
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
  void theNewestEventOfAKindIsFoundByWhatItHolds() {
    var job = new JobId(UUID.randomUUID());
    house.doInTransaction(() -> {
      feed.post(project, new DraftQueued(job, Urgency.HIGH));
      feed.post(project, new TodosChanged());
      feed.post(project, new DraftQueued(job, Urgency.LOW));
      feed.post(project, new TodosChanged());
    });

    assertThat(feed.newest(project, DraftQueued.class, Map.of()).orElseThrow().payload())
        .contains("\"low\"");
    assertThat(
            feed.newest(project, DraftQueued.class, Map.of("urgency", "high"))
                .orElseThrow()
                .payload())
        .contains("\"high\"");
    assertThat(feed.newest(project, DraftQueued.class, Map.of("urgency", "normal"))).isEmpty();
    assertThat(feed.newest(project, NotesChanged.class, Map.of())).isEmpty();
  }

  @Test
  void aFollowerOfEightWritersMissesNothing() throws Exception {
    long from = feed.last(project);
    int all = WRITERS * POSTS;
    List<FeedEvent> seen = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(WRITERS);
        var watch = feed.watch(project)) {
      List<Future<?>> writers = new ArrayList<>();
      IntStream.range(0, WRITERS).forEach(w -> writers.add(threads.submit(() -> write(w))));
      for (int looks = 0; seen.size() < all && looks < 10_000; looks++) {
        seen.addAll(feed.after(project, seen.isEmpty() ? from : seen.getLast().seq(), 50));
        watch.await(Duration.ofMillis(10));
      }
      for (var writer : writers) {
        writer.get();
      }
    }

    assertThat(seen)
        .extracting(FeedEvent::seq)
        .containsExactlyElementsOf(LongStream.rangeClosed(from + 1, from + all).boxed().toList());
    IntStream.range(0, WRITERS).forEach(w -> assertOrderOf(w, seen));
  }

  /// Each post in a transaction of its own, every fourth of which is rolled back.
  private void write(int writer) {
    for (int i = 0; i < POSTS; i++) {
      var job = new JobId(new UUID(writer, i));
      if (i % 4 == 0) {
        assertThatThrownBy(() ->
                house.doInTransaction(() -> {
                  post(project);
                  throw new IllegalStateException("rolled back");
                }))
            .hasMessage("rolled back");
      }
      house.doInTransaction(() -> feed.post(project, new DraftQueued(job, Urgency.HIGH)));
    }
  }

  private void assertOrderOf(int writer, List<FeedEvent> seen) {
    var own =
        seen.stream()
            .map(event -> house.json.readValue(event.payload(), DraftQueued.class).jobId().value())
            .filter(job -> job.getMostSignificantBits() == writer)
            .map(UUID::getLeastSignificantBits)
            .toList();
    assertThat(own).containsExactlyElementsOf(LongStream.range(0, POSTS).boxed().toList());
  }

  @Test
  void theNewsOfOneTransactionKeepsItsOrder() {
    long from = feed.last(project);
    house.doInTransaction(() -> {
      post(project);
      feed.post(project, new DraftQueued(new JobId(UUID.randomUUID()), Urgency.LOW));
      post(project);
    });

    assertThat(feed.after(project, from, 10))
        .extracting(FeedEvent::kind)
        .containsExactly("todosChanged", "draftQueued", "todosChanged");
  }

  @Test
  void transactionsThatPostToTheSameProjectsInAnyOrderDoNotBlockEachOther() throws Exception {
    var other = house.project("memoir").id();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<?>> writers = new ArrayList<>();
      for (int w = 0; w < 4; w++) {
        var first = w % 2 == 0 ? project : other;
        var second = w % 2 == 0 ? other : project;
        writers.add(threads.submit(() -> postToBoth(first, second)));
      }
      for (var writer : writers) {
        writer.get();
      }
    }

    assertThat(feed.last(other)).isEqualTo(feed.last(project));
  }

  private void postToBoth(ProjectId first, ProjectId second) {
    for (int i = 0; i < 50; i++) {
      house.doInTransaction(() -> {
        post(first);
        post(second);
      });
    }
  }

  @Test
  void whatIsRolledBackNeverHappened() {
    long before = feed.last(project);
    assertThatThrownBy(() ->
            house.doInTransaction(() -> {
              post(project);
              throw new IllegalStateException("rolled back");
            }))
        .hasMessage("rolled back");

    assertThat(feed.last(project)).isEqualTo(before);
  }

  @Test
  void newsNeedsATransaction() {
    assertThatThrownBy(() -> post(project)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void newsIsReadInPages() {
    long from = feed.last(project);
    IntStream.range(0, 5).forEach(_ -> house.doInTransaction(() -> post(project)));

    assertThat(feed.after(project, from, 2))
        .extracting(FeedEvent::seq)
        .containsExactly(from + 1, from + 2);
    assertThat(feed.after(project, from + 4, 2))
        .extracting(FeedEvent::seq)
        .containsExactly(from + 5);
    assertThat(feed.after(project, from + 5, 2)).isEmpty();
  }

  @Test
  void aProjectWithoutNewsStandsAtZero() {
    assertThat(feed.last(new ProjectId(UUID.randomUUID()))).isZero();
  }

  private void post(ProjectId to) {
    feed.post(to, new TodosChanged());
  }
}
