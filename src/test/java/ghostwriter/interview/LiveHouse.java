package ghostwriter.interview;

import ghostwriter.account.Person;
import ghostwriter.feed.HintLine;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.FoldedItem;
import ghostwriter.transcript.Role;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionTemplate;

/// Live interviews on a real database, on as many nodes as a test wants, with a provider in the
/// test's hand.
public final class LiveHouse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  public final SteppingClock clock = new SteppingClock();
  public final TestHouse house = new TestHouse(clock);
  final PocketProvider provider = new PocketProvider();
  private final Line.Provider lines;
  final Person client = house.accounts.add("Client", true);
  private final List<Node> nodes = new ArrayList<>();

  LiveHouse() {
    lines = provider;
  }

  /// @param lines leads to another provider than the one in the test's hand
  public LiveHouse(Line.Provider lines) {
    this.lines = lines;
  }

  /// One node: its keeper, and the door as it stands on that node.
  public final class Node implements AutoCloseable {
    final TestHouse rooms = new TestHouse(clock, house.access);
    final InterviewKeeper keeper;
    final Interviews interviews;
    private final HintLine hints = new HintLine(rooms.database, rooms.hints);

    private Node(String name) {
      Surroundings around = around(rooms);
      keeper =
          new InterviewKeeper(
              rooms.ids.next(), new NodeName(name), around, rooms.accounts, rooms.hints);
      interviews = new Interviews(around, rooms.hints, rooms.ids);
      hints.start();
      keeper.start();
    }

    public SessionId begin(Optional<ProjectId> project) {
      return ((BeginResult.Begun) interviews.begin(client, project)).interview().id();
    }

    void await(SessionId session, Predicate<Interview> state) {
      LiveHouse.await(() -> interviews.find(session).filter(state).isPresent());
    }

    public void awaitStanding(SessionId session, Standing standing) {
      await(session, interview -> interview.standing() == standing);
    }

    public void say(SessionId session, String text) {
      interviews.say(session, rooms.ids.next().toString(), new Words(text));
    }

    /// The words that wait until the session goes on.
    public List<String> waiting(SessionId session) {
      return interviews.waiting(interviews.find(session).orElseThrow()).stream()
          .map(words -> words.text().text())
          .toList();
    }

    @Override
    public void close() {
      keeper.stop();
      hints.stop();
      rooms.close();
    }
  }

  private Surroundings around(TestHouse rooms) {
    return new Surroundings(
        rooms.transcripts,
        rooms.notebook,
        rooms.blueprints,
        rooms.feed,
        new InterviewStore(rooms.sql),
        new InboxStore(rooms.sql),
        new NodeStore(rooms.sql),
        new ToolAnswers(rooms.sql),
        ToolDeskTest.desk(rooms),
        new Leftovers(rooms.transcripts, rooms.queue, rooms.json),
        KnowledgeTest.of(rooms),
        new Instructions(rooms.json),
        lines,
        new TransactionTemplate(rooms.transactions),
        clock,
        rooms.json);
  }

  public Node node(String name) {
    var node = new Node(name);
    nodes.add(node);
    return node;
  }

  /// What was said, as `role: words` in order.
  public List<String> said(SessionId session) {
    return house.transcripts.fold(session).orElseThrow().items().stream()
        .filter(item -> item.role() != Role.SYSTEM && !item.text().isBlank())
        .map(LiveHouse::line)
        .toList();
  }

  private static String line(FoldedItem item) {
    return item.role().name().toLowerCase(java.util.Locale.ROOT) + ": " + item.text().text();
  }

  public static void await(BooleanSupplier state) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!state.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("it did not happen within " + PATIENCE);
      }
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
    house.close();
  }
}
