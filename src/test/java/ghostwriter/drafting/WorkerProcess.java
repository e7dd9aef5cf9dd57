package ghostwriter.drafting;

import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.feed.HintLine;
import ghostwriter.queue.DatabaseTime;
import ghostwriter.settings.Settings;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.JobId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/// A worker in a process of its own, told what to do by lines on its standard input: `hold JOB
/// STEP`, `work` starts its loop, `answer JOB` is the model's answer, `go` ends all holding. It
/// says `ready`, and what [HeldRuns] tells. At the end of the input it is gone; where it is
/// terminated, it stops as a server does.
final class WorkerProcess {
  private final HeldRuns runs = new HeldRuns();
  private final WorkerLoop loop;
  private final HintLine hints;

  private WorkerProcess(TestHouse house, String places) {
    hints = new HintLine(house.database, house.hints);
    loop =
        new WorkerLoop(
            runs.worker(house),
            house.queue,
            new DatabaseTime(house.sql, InstantSource.system()),
            house.hints,
            house.ids,
            Settings.from(Map.of("GHOSTWRITER_DRAFTING_CONCURRENCY", places)));
  }

  /// @param arguments URL, user and password of the database; how many jobs to run at a time
  public static void main(String[] arguments) throws IOException {
    var access = new DatabaseAccess(arguments[0], arguments[1], arguments[2]);
    var worker = new WorkerProcess(new TestHouse(InstantSource.system(), access), arguments[3]);
    Runtime.getRuntime().addShutdownHook(new Thread(worker::stop));
    System.out.println("ready");
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      worker.obey(order.split(" ", -1));
    }
    Runtime.getRuntime().halt(0);
  }

  private void obey(String[] order) {
    switch (order[0]) {
      case "hold" -> runs.hold(JobId.of(order[1]), Step.valueOf(order[2]));
      case "work" -> {
        hints.start();
        loop.start();
      }
      case "answer" -> runs.answer(JobId.of(order[1]));
      case "go" -> runs.letGo();
      default -> throw new IllegalArgumentException(order[0]);
    }
  }

  private void stop() {
    loop.stop();
    hints.stop();
  }
}
