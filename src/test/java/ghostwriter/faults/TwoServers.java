package ghostwriter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.testing.Cable;
import ghostwriter.testing.Caller;
import ghostwriter.testing.ServerProcess;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ProjectId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Two servers on one database, each in a process of its own, and somebody who tells by typing at
/// either of them.
final class TwoServers implements AutoCloseable {
  private static final Path PLACE = Path.of("target", "faults");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /// One of the two.
  record Node(String name, int port, ServerProcess process) {}

  private final Ground ground = new Ground(PLACE.resolve("shared"));
  private final List<Node> nodes;
  private final Cable front;
  private final TestHouse house;
  private final Teller teller;

  TwoServers() throws InterruptedException {
    nodes = Stream.of("north", "south").map(this::node).toList();
    startAll();
    front = new Cable(nodes.getFirst().port());
    house = new TestHouse(InstantSource.system(), ground.access());
    teller = teller();
    teller.begin();
  }

  private Node node(String name) {
    int port = ServerProcess.freePort();
    Map<String, String> settings = Map.of("DATABASE_URL", ground.url(), "GHOSTWRITER_NODE", name);
    return new Node(name, port, new ServerProcess(PLACE.resolve(name), port, settings));
  }

  private void startAll() throws InterruptedException {
    List<Thread> starts =
        nodes.stream().map(node -> Thread.ofVirtual().start(node.process()::start)).toList();
    for (Thread start : starts) {
      start.join();
    }
  }

  private Teller teller() {
    ProjectId project = house.project("memoir").id();
    Person person = house.person("Teller");
    String link =
        house.inTransaction(() -> {
          house.accounts.addMember(project, person.id(), Role.AUTHOR);
          return house.accounts.newLink(person.id()).text();
        });
    Caller browser = Caller.stranger(front.address()).signIn(link);
    return new Teller(
        browser, "{\"projectId\": \"" + project + "\"}", "", () -> Integer.MAX_VALUE, 1);
  }

  /// The one that carries the conversation out, once it does.
  Node holder() throws InterruptedException {
    goesOn();
    return nodes.stream().filter(this::isHeldBy).findFirst().orElseThrow();
  }

  private boolean isHeldBy(Node node) {
    return house
        .sql
        .sql(
            """
            select exists (
              select 1 from interview i join interview_node n on n.id = i.node_id
               where i.standing <> 'stopped' and n.name = :name)
            """)
        .param("name", node.name())
        .query(Boolean.class)
        .single();
  }

  /// Waits until this one carries the conversation out.
  ///
  /// @return how long after the moment it took it over
  Duration heldBy(Node node, long since) {
    while (!isHeldBy(node)) {
      assertThat(System.nanoTime() - since).as("nanoseconds").isLessThan(PATIENCE.toNanos());
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    return Duration.ofNanos(System.nanoTime() - since);
  }

  Node other(Node node) {
    return nodes.stream().filter(it -> !it.equals(node)).findFirst().orElseThrow();
  }

  /// Lets the client talk to this server from now on.
  void talkTo(Node node) throws InterruptedException {
    front.leadTo(node.port());
    front.cut();
    goesOn();
  }

  private void goesOn() throws InterruptedException {
    goesOnAfter(System.nanoTime());
  }

  Duration goesOnAfter(long moment) throws InterruptedException {
    return teller.goesOnAfter(moment);
  }

  /// Stops a server in its tracks while it is about to write something.
  void freezeInTransaction(Node node) {
    for (int attempt = 0; attempt < 1_000; attempt++) {
      node.process().freeze();
      if (isInTransaction()) {
        return;
      }
      node.process().thaw();
    }
    throw new AssertionError("never in a transaction");
  }

  private boolean isInTransaction() {
    return house
        .sql
        .sql(
            """
            select exists (
              select 1 from pg_locks l join pg_class c on c.oid = l.relation
                join pg_stat_activity a using (pid)
               where c.relname = 'interview' and a.state = 'idle in transaction'
                 and l.mode in ('RowShareLock', 'RowExclusiveLock'))
            """)
        .query(Boolean.class)
        .single();
  }

  /// Lets the client come to an end, and checks what is left.
  void end() throws InterruptedException {
    List<Teller.Talk> talks = teller.end();
    try (var reckoning = new Reckoning(ground.access(), talks, nodes.getFirst().process().log())) {
      reckoning.check();
    }
    assertThat(talks).isNotEmpty();
  }

  @Override
  public void close() {
    nodes.forEach(node -> node.process().close());
    front.close();
    house.close();
    ground.close();
  }
}
