package ghostwriter.drafting;

import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.feed.HintLine;
import ghostwriter.queue.DatabaseTime;
import ghostwriter.settings.Settings;
import ghostwriter.testing.TestHouse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CountDownLatch;

/// A worker in a process of its own, told what to do by lines on its standard input: `work` starts
/// its loop, `go` lets the model answer; at the end of the input it is gone. It says `ready`, and
/// `asked …` with the first words of the material whenever its model is asked.
final class WorkerProcess {
  private static final CountDownLatch GO = new CountDownLatch(1);

  private WorkerProcess() {}

  /// @param arguments URL, user and password of the database
  public static void main(String[] arguments) throws IOException {
    var access = new DatabaseAccess(arguments[0], arguments[1], arguments[2]);
    var house = new TestHouse(InstantSource.system(), access);
    WorkerLoop loop = loop(house);
    var hints = new HintLine(house.database, house.hints);
    System.out.println("ready");
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      switch (order) {
        case "work" -> {
          loop.start();
          hints.start();
        }
        case "go" -> GO.countDown();
        default -> throw new IllegalArgumentException(order);
      }
    }
    Runtime.getRuntime().halt(0);
  }

  private static WorkerLoop loop(TestHouse house) {
    return new WorkerLoop(
        Workbench.worker(house, WorkerProcess::answer),
        house.queue,
        new DatabaseTime(house.sql, InstantSource.system()),
        house.hints,
        house.ids,
        Settings.from(Map.of("GHOSTWRITER_DRAFTING_CONCURRENCY", "4")));
  }

  /// Answers slowly where the client said so.
  private static Answer answer(Brief brief) {
    String said = brief.material().getFirst().text().text();
    System.out.println("asked " + new Scanner(said).next());
    if (said.contains("slowly")) {
      awaitGo();
    }
    return ScriptedModel.quoting(brief);
  }

  private static void awaitGo() {
    try {
      GO.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
