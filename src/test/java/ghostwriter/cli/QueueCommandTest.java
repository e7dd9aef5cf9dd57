package ghostwriter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Secret;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.JobRecord;
import ghostwriter.queue.JobStatus;
import ghostwriter.queue.WorkerId;
import ghostwriter.testing.ServerProcess;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/// `queue` as it is typed, against a server in a process of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueueCommandTest {
  private static final Path DATA = Path.of("target", "queue-command").toAbsolutePath();
  private static final String NOBODY = "00000000-0000-7000-8000-000000000000";

  private final TestHouse house = new TestHouse(InstantSource.system());
  private final int port = ServerProcess.freePort();
  private final ServerProcess server =
      new ServerProcess(DATA, port, Map.of("DATABASE_URL", urlOf(house.access)));
  private final WorkerId worker = new WorkerId(UUID.randomUUID());

  private ByteArrayOutputStream results = new ByteArrayOutputStream();
  private ByteArrayOutputStream progress = new ByteArrayOutputStream();
  private ProjectId project = new ProjectId(UUID.randomUUID());

  private static String urlOf(DatabaseAccess access) {
    return access
        .jdbcUrl()
        .replace(
            "jdbc:postgresql://",
            "postgresql://%s:%s@".formatted(access.user(), access.password()));
  }

  @BeforeAll
  void start() {
    server.start();
  }

  @AfterAll
  void stop() {
    server.stop();
    house.close();
  }

  @BeforeEach
  void aProjectAndNothingElse() {
    house.sql.sql("delete from project").update();
    project = house.project("memoir").id();
  }

  @Test
  void showsTheQueueJobByJob() {
    JobId job = waits("the harbour");

    runWell("queue", "show");

    assertThat(lines()).hasSize(3);
    assertThat(lines().getFirst())
        .isEqualTo("1 waiting, 0 running, 0 complete, 0 failed, 0 cancelled");
    assertThat(lines().getLast()).startsWith(job + "  queued").endsWith("0 attempts  A book");
  }

  @Test
  void showsOneJobInFull() {
    JobId job = waits("the harbour");

    runWell("queue", "show", job.toString());

    assertThat(lines())
        .contains("id: " + job, "status: queued", "summary: the harbour", "projectTitle: A book")
        .anyMatch(line -> line.startsWith("due: "));
  }

  @Test
  void letsWhatWaitsStartNow() {
    JobId job = waits("the harbour");
    house.said(project, "We left by boat.");

    runWell("queue", "drain");
    assertThat(lines()).containsExactly("1 waiting job may start now.");

    untilIs(job, JobStatus.COMPLETE);
    runWell("queue", "drain");
    assertThat(lines()).containsExactly("Nothing waits for its time.");
  }

  @Test
  void cancelsAJobAndAsksForItAgain() {
    JobId job = waits("the harbour");

    runWell("queue", "cancel", job.toString());
    assertThat(lines()).containsExactly("Job " + job + " is cancelled.");
    assertThat(record(job).status()).isEqualTo(JobStatus.CANCELLED);

    runWell("queue", "retry", job.toString(), "--json");
    JsonNode again = Json.read(results.toByteArray());
    assertThat(again.path("summary").asString()).isEqualTo("the harbour");
    assertThat(again.path("id").asString()).isNotEqualTo(job.toString());
    untilIs(JobId.of(again.path("id").asString()), JobStatus.COMPLETE);
  }

  @Test
  void cancelsAJobThatRuns() {
    JobId job = runsElsewhere("the harbour");

    runWell("queue", "cancel", job.toString());

    assertThat(record(job).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void saysThatThereIsNoSuchJob() {
    assertThat(run("queue", "cancel", NOBODY)).isEqualTo(2);
    assertThat(told()).isEqualTo("There is no such job; look at the list of the queue.");

    assertThat(run("queue", "show", NOBODY)).isEqualTo(2);
    assertThat(told()).isEqualTo("There is no such job; look at the list of the queue.");
  }

  @Test
  void saysHowAJobStandsThatCannotBeRetriedOrCancelled() {
    JobId job = waits("the harbour");
    assertThat(run("queue", "retry", job.toString())).isEqualTo(2);
    assertThat(told()).contains("still waits");

    runWell("queue", "cancel", job.toString());
    assertThat(run("queue", "cancel", job.toString())).isEqualTo(2);
    assertThat(told()).isEqualTo("The job is cancelled already.");
  }

  @Test
  void saysThatTheTokenIsWrong() {
    assertThat(run("queue", "show", "--token", "guessed")).isEqualTo(1);

    assertThat(told()).endsWith("does not accept the token.");
  }

  @Test
  void saysThatOnlyAnOperatorMayDoThis() {
    house.accounts.allow(new Secret("an-authors-token"), house.person("Rosa").id());

    for (String line : List.of("show", "drain", "retry " + NOBODY, "cancel " + NOBODY)) {
      var words = new ArrayList<>(List.of("queue"));
      words.addAll(List.of(line.split(" ", -1)));
      words.addAll(List.of("--token", "an-authors-token"));
      assertThat(run(words.toArray(String[]::new))).isEqualTo(1);
      assertThat(told()).isEqualTo("Only an operator may do this; ask one.");
    }
  }

  @Test
  void saysThatNoServerRuns() {
    Path elsewhere = DATA.resolveSibling("queue-nowhere");

    assertThat(exactly("queue", "show", "--data", elsewhere.toString())).isEqualTo(1);

    assertThat(told())
        .isEqualTo("No server runs on " + elsewhere + "; start one with ./ghostwriter up.");
  }

  /// For two minutes, as others may ask for more meanwhile.
  private JobId waits(String summary) {
    var request = DraftRequest.of(project, Urgency.LOW, new Words(summary));
    return house.inTransaction(() -> house.queue.enqueue(request)).job();
  }

  /// On a worker that the server knows nothing of, but hears beating for a long time to come.
  private JobId runsElsewhere(String summary) {
    JobId job = waits(summary);
    house.queue.beat(worker);
    house.sql.sql("update worker set beat_at = now() + interval '1 hour'").update();
    house.inTransaction(() -> {
      house.care.drain();
      return house.queue.claim(worker, 1);
    });
    assertThat(record(job).status()).isEqualTo(JobStatus.RUNNING);
    return job;
  }

  private JobRecord record(JobId job) {
    return house.queue.find(project, job).orElseThrow();
  }

  private void untilIs(JobId job, JobStatus status) {
    try (var watch = house.feed.watch(project)) {
      for (int look = 0; look < 600 && record(job).status() != status; look++) {
        watch.await(Duration.ofMillis(50));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    assertThat(record(job).status()).isEqualTo(status);
  }

  private void runWell(String... words) {
    int status = run(words);
    assertThat(status).as(progress.toString(StandardCharsets.UTF_8)).isZero();
  }

  private int run(String... words) {
    var typed = new ArrayList<>(List.of(words));
    // By its address: in the folder's note it says that it serves this test alone.
    typed.addAll(List.of("--server", "http://127.0.0.1:" + port, "--data", DATA.toString()));
    return exactly(typed.toArray(String[]::new));
  }

  private int exactly(String... words) {
    results = new ByteArrayOutputStream();
    progress = new ByteArrayOutputStream();
    var terminal =
        new Terminal(
            new PrintStream(results, true, StandardCharsets.UTF_8),
            new PrintStream(progress, true, StandardCharsets.UTF_8));
    return new CommandLine(terminal, Map.of("HOME", DATA.toString())).run(List.of(words));
  }

  private List<String> lines() {
    return results.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /// The one sentence on standard error.
  private String told() {
    assertThat(progress.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
    return progress.toString(StandardCharsets.UTF_8).strip();
  }
}
