package ghostwriter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.testing.Cable;
import ghostwriter.testing.Cable.Way;
import ghostwriter.testing.Caller;
import ghostwriter.testing.ServerProcess;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ProjectId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Three people who tell by typing, at one server in a process of its own, with a cable on every
/// side of it that may be cut.
final class FaultStory implements AutoCloseable {
  private static final Path PLACE = Path.of("target", "faults");
  private static final String KEY = "a-key-for-this-engine";
  private static final Duration LONGEST_WAIT = Duration.ofMillis(300);
  private static final String TITLE = "The Salt Road";

  /// How long it took until everybody went on.
  record Recovery(Fault fault, Duration took) {}

  private final Random random;
  private final Ground ground = new Ground(PLACE.resolve("database"));
  private final Cable line;
  private final Cable front;
  private final ServerProcess server;
  private final List<Teller> tellers = new ArrayList<>();
  private final List<Recovery> recoveries = new ArrayList<>();

  FaultStory(long seed) {
    random = new Random(seed);
    int port = ServerProcess.freePort();
    line = new Cable(port);
    front = new Cable(port);
    server = new ServerProcess(PLACE.resolve("server"), port, settings());
    server.start();
    try (var house = new TestHouse(InstantSource.system(), ground.access())) {
      tellers.add(inProject(house, "memoir"));
      tellers.add(inProject(house, "business-book"));
      tellers.add(teller(house, house.project("article").id(), "{}", "A memoir called " + TITLE));
    }
    tellers.forEach(Teller::begin);
  }

  /// The provider is this very server's engine, by way of a cable.
  private Map<String, String> settings() {
    return Map.of(
        "DATABASE_URL",
        ground.url(),
        "GHOSTWRITER_ENGINE_KEY",
        KEY,
        "GHOSTWRITER_LINE",
        "openai",
        "GHOSTWRITER_LINE_KEY",
        KEY,
        "GHOSTWRITER_LINE_URL",
        "ws://127.0.0.1:%d/v1/realtime".formatted(line.port()));
  }

  private Teller inProject(TestHouse house, String kind) {
    ProjectId project = house.project(kind).id();
    return teller(house, project, "{\"projectId\": \"" + project + "\"}", "");
  }

  private Teller teller(TestHouse house, ProjectId project, String beginning, String opening) {
    Person person = house.person("Teller");
    String link =
        house.inTransaction(() -> {
          house.accounts.addMember(project, person.id(), Role.AUTHOR);
          return house.accounts.newLink(person.id()).text();
        });
    Caller browser = Caller.stranger(front.address()).signIn(link);
    var own = new Random(random.nextLong());
    return new Teller(browser, beginning, opening, () -> own.nextInt(15, 40), own.nextLong());
  }

  /// Lets something break at a random moment, and waits until all go on.
  void suffer(Fault fault) throws InterruptedException {
    LockSupport.parkNanos((long) (random.nextDouble() * LONGEST_WAIT.toNanos()));
    strike(fault);
    long back = System.nanoTime();
    Duration longest = Duration.ZERO;
    for (Teller teller : tellers) {
      Duration took = teller.goesOnAfter(back);
      longest = took.compareTo(longest) > 0 ? took : longest;
    }
    recoveries.add(new Recovery(fault, longest));
  }

  /// Breaks it, and returns when it is there again.
  private void strike(Fault fault) throws InterruptedException {
    switch (fault) {
      case PROVIDER_CUT -> line.cut();
      case PROVIDER_CUT_IN_A_FRAME -> cutInTheMiddle(line);
      case BROWSER_CUT -> front.cut();
      case BROWSER_CUT_IN_A_FRAME -> cutInTheMiddle(front);
      case DATABASE_CONNECTIONS -> ground.cutConnections();
      case DATABASE_CUT_IN_A_MESSAGE -> cutInTheMiddle(ground.cable());
      case DATABASE -> ground.restart();
      case SERVER -> {
        server.kill();
        server.start();
      }
      case PROVIDER_AND_DATABASE_CONNECTIONS -> {
        line.cut();
        ground.cutConnections();
      }
      case BROWSER_AND_PROVIDER -> {
        front.cut();
        cutInTheMiddle(line);
      }
      case SERVER_AND_DATABASE -> {
        server.kill();
        ground.restart();
        server.start();
      }
    }
  }

  private void cutInTheMiddle(Cable cable) throws InterruptedException {
    var done = new CountDownLatch(1);
    cable.cutInTheMiddle(random.nextBoolean() ? Way.THERE : Way.BACK, done::countDown);
    assertThat(done.await(10, TimeUnit.SECONDS)).as("something went over the cable").isTrue();
  }

  List<Recovery> recoveries() {
    return recoveries;
  }

  /// Lets everybody come to an end, and checks what is left of it all.
  Reckoning end() throws InterruptedException {
    List<Teller.Talk> talks = new ArrayList<>();
    for (Teller teller : tellers) {
      talks.addAll(teller.end());
    }
    return new Reckoning(ground.access(), talks, server.log());
  }

  @Override
  public void close() {
    server.close();
    front.close();
    line.close();
    ground.close();
  }
}
