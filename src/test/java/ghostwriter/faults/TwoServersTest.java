package ghostwriter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.faults.TwoServers.Node;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Conversations that move from one server to another, while the client talks to the one that does
/// not hold them. Prints how long each move took.
class TwoServersTest {
  /// A server that is not heard of loses what it holds, and the others look once a second.
  private static final Duration TAKEN_OVER = Duration.ofMillis(11_500);

  private static final Duration HANDED_OVER = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofSeconds(3);

  @Test
  void aServerThatStopsHandsItsConversationsOver() throws Exception {
    try (var servers = new TwoServers()) {
      Node first = servers.holder();
      Node second = servers.other(first);
      servers.talkTo(second);

      long stopped = System.nanoTime();
      first.process().stop();
      assertMoved("handed over", servers, second, stopped, HANDED_OVER);
      servers.end();
    }
  }

  @Test
  @Tag("nightly")
  void aKilledServerLosesItsConversationsWithItsLease() throws Exception {
    try (var servers = new TwoServers()) {
      for (int time = 0; time < 3; time++) {
        Node killed = servers.holder();
        Node other = servers.other(killed);
        servers.talkTo(other);

        long since = System.nanoTime();
        killed.process().kill();
        assertMoved("taken over", servers, other, since, TAKEN_OVER);
        killed.process().start();
      }
      servers.end();
    }
  }

  @Test
  @Tag("nightly")
  void aServerThatStoodStillWritesNothingMoreIntoConversationsThatWereTakenOver() throws Exception {
    try (var servers = new TwoServers()) {
      for (int time = 0; time < 4; time++) {
        Node frozen = servers.holder();
        Node other = servers.other(frozen);
        servers.talkTo(other);

        servers.freezeInTransaction(frozen);
        assertMoved("taken over", servers, other, System.nanoTime(), TAKEN_OVER);
        frozen.process().thaw();
        servers.talkTo(frozen);
        assertThat(servers.holder()).isEqualTo(other);
      }
      servers.end();
    }
  }

  private static void assertMoved(
      String how, TwoServers servers, Node to, long since, Duration atMost)
      throws InterruptedException {
    Duration moved = servers.heldBy(to, since);
    Duration wentOn = servers.goesOnAfter(since);
    System.out.printf(
        "%s after %d ms, answering after %d ms%n", how, moved.toMillis(), wentOn.toMillis());
    assertThat(moved).isLessThan(atMost);
    assertThat(wentOn.minus(moved)).isLessThan(SOON);
  }
}
