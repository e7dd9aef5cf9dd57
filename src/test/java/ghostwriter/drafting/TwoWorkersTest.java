package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.queue.JobRecord;
import ghostwriter.queue.JobStatus;
import ghostwriter.queue.QueueRules;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Two worker processes on one database; the first is killed while it holds jobs in the middle of
/// the model's answer and one in the middle of publishing.
class TwoWorkersTest {
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration TAKEOVER = QueueRules.LEASE.plusSeconds(5);

  private final Workbench bench = new Workbench(InstantSource.system());
  private final List<Worker> workers = new ArrayList<>();

  private record Asked(ProjectId project, JobId job) {}

  /// A worker process and what it has said.
  private record Worker(Process process, PrintWriter orders, List<String> said) {
    void order(String line) {
      orders.println(line);
      orders.flush();
    }

    void hear(BufferedReader lines) {
      lines.lines().forEach(said::add);
    }

    int timesAsked(int number) {
      return Collections.frequency(said, "asked job-" + number);
    }
  }

  @AfterEach
  void close() {
    workers.forEach(worker -> worker.process.destroyForcibly());
    bench.close();
  }

  @Test
  void eachResultIsAppliedOnceThoughOneWorkerIsKilledInTheMiddle() throws Exception {
    Worker first = start();
    Worker second = start();
    until(START, () -> workers.stream().allMatch(worker -> worker.said.contains("ready")));
    List<Asked> jobs = new ArrayList<>();

    IntStream.range(0, 3).forEach(i -> jobs.add(ask("job-" + i + " slowly")));
    var publishing = ask("job-3 at once");
    jobs.add(publishing);
    Instant killed;
    try (Connection holding = holdDocument(publishing.project())) {
      first.order("work");
      until(START, () -> holdsAll(first, publishing));
      second.order("go");
      second.order("work");
      IntStream.range(4, 8).forEach(i -> jobs.add(ask("job-" + i + " at once")));
      until(START, () -> jobs.subList(4, 8).stream().allMatch(this::isComplete));
      first.process.destroyForcibly().waitFor();
      killed = Instant.now();
      holding.rollback();
    }
    until(TAKEOVER, () -> jobs.stream().allMatch(this::isComplete));

    assertThat(Duration.between(killed, Instant.now())).isLessThan(TAKEOVER);
    jobs.forEach(this::assertAppliedOnce);
    assertThat(jobs)
        .extracting(asked -> record(asked).attempts())
        .containsExactly(2, 2, 2, 2, 1, 1, 1, 1);
    assertThat(IntStream.range(0, 8).mapToObj(i -> timesAsked(first, second, i)))
        .containsExactly("1+1", "1+1", "1+1", "1+0", "0+1", "0+1", "0+1", "0+1");
  }

  private static String timesAsked(Worker first, Worker second, int number) {
    return first.timesAsked(number) + "+" + second.timesAsked(number);
  }

  private Asked ask(String said) {
    ProjectId project = bench.house.project("memoir").id();
    bench.house.said(project, said);
    return new Asked(project, bench.ask(project, "the harbour"));
  }

  /// Keeps the project's document, so that whoever publishes has to wait.
  private Connection holdDocument(ProjectId project) throws SQLException {
    Connection connection = bench.house.database.getConnection();
    connection.setAutoCommit(false);
    try (var lock =
        connection.prepareStatement("select 1 from document where project_id = ? for update")) {
      lock.setObject(1, project.value());
      lock.execute();
    }
    return connection;
  }

  /// Three jobs wait for the model, the fourth has its answer and waits for the document.
  private boolean holdsAll(Worker first, Asked publishing) {
    return IntStream.range(0, 4).allMatch(i -> first.timesAsked(i) == 1)
        && bench
            .house
            .sql
            .sql("select answer is not null from draft_job where id = :id")
            .param("id", publishing.job().value())
            .query(Boolean.class)
            .single();
  }

  private void assertAppliedOnce(Asked asked) {
    assertThat(bench.texts(asked.project())).hasSize(1);
    assertThat(bench.house.documents.history(asked.project(), 10))
        .extracting(version -> version.job().orElse(null))
        .containsExactly(asked.job(), null);
    assertThat(bench.progress(asked.project())).hasSize(1);
  }

  private JobRecord record(Asked asked) {
    return bench.record(asked.project(), asked.job());
  }

  private boolean isComplete(Asked asked) {
    return record(asked).status() == JobStatus.COMPLETE;
  }

  private Worker start() throws IOException {
    DatabaseAccess access = bench.house.access;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                WorkerProcess.class.getName(),
                access.jdbcUrl(),
                access.user(),
                access.password())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var worker =
        new Worker(process, new PrintWriter(process.outputWriter()), new CopyOnWriteArrayList<>());
    workers.add(worker);
    Thread.ofVirtual().start(() -> worker.hear(process.inputReader()));
    return worker;
  }

  private static void until(Duration atMost, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(atMost);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).as("the time it may take").isBefore(deadline);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }
}
