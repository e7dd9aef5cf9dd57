package ghostwriter.interview;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.LiveHouse.Node;
import ghostwriter.interview.PocketProvider.PocketLine;
import ghostwriter.vocabulary.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which node holds a session, seen in the database.
class HoldingTest {
  private final LiveHouse live = new LiveHouse();
  private final NodeStore nodes = new NodeStore(live.house.sql);
  private final Node door = live.node("door");

  @AfterEach
  void close() {
    live.close();
  }

  @Test
  void aNodeThatWasSilentForTooLongDoesNotTakeAgainWhatItHolds() {
    SessionId session = begunWhereNobodyLooks();
    UUID north = live.house.ids.next();
    UUID south = live.house.ids.next();
    nodes.begin(north, "north");
    nodes.begin(south, "south");
    assertThat(nodes.take(north, InterviewKeeper.LEASE, 10)).containsExactly(session);

    live.house.sql.sql("update interview_node set beat_at = beat_at - interval '1 hour'").update();

    assertThat(nodes.take(north, InterviewKeeper.LEASE, 10)).isEmpty();
    assertThat(nodes.take(south, InterviewKeeper.LEASE, 10)).containsExactly(session);
  }

  @Test
  void aSessionIsBegunAlsoWhereTheDatabaseWentJustAfterItWasTaken() throws Exception {
    SessionId session = begunWhereNobodyLooks();

    live.house.doInTransaction(() -> {
      live.house.sql.sql("lock table session in access exclusive mode").update();
      live.node("north");
      LiveHouse.await(() -> cutWhoeverWaitsForATable() > 0);
    });
    live.provider.next().answer("Good day.");

    LiveHouse.await(() -> live.said(session).equals(List.of("assistant: Good day.")));
  }

  @Test
  void aQuietSessionThatAnotherNodeTookIsLeftSoon() throws Exception {
    SessionId session = door.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    door.awaitStanding(session, Standing.LISTENING);

    UUID south = live.house.ids.next();
    nodes.begin(south, "south");
    live.house.sql.sql("update interview set node_id = :south").param("south", south).update();

    LiveHouse.await(line::isOver);
  }

  @Test
  void aSessionThatComesBackWhileItStillRunsHereRunsOnce() throws Exception {
    SessionId session = door.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    door.awaitStanding(session, Standing.LISTENING);

    live.house.sql.sql("update interview set node_id = gen_random_uuid()").update();

    live.provider.next();
    LiveHouse.await(line::isOver);
  }

  @Test
  void onlyTheHolderGivesASessionUp() {
    SessionId session = begunWhereNobodyLooks();
    UUID north = live.house.ids.next();
    nodes.begin(north, "north");
    nodes.take(north, InterviewKeeper.LEASE, 10);

    assertThat(nodes.giveUp(session, live.house.ids.next())).isFalse();
    assertThat(nodes.giveUp(session, north)).isTrue();
  }

  @Test
  void aNodeWhoseRowIsLostBeginsAgain() {
    UUID north = live.house.ids.next();
    nodes.begin(north, "north");
    live.house.sql.sql("delete from interview_node where name = 'north'").update();

    assertThat(nodes.beat(north)).isFalse();
    assertThat(nodes.beginAgain(north, "north")).isTrue();
    assertThat(nodes.beat(north)).isTrue();
    assertThat(nodes.beginAgain(live.house.ids.next(), "north")).isFalse();
  }

  private SessionId begunWhereNobodyLooks() {
    door.keeper.stop();
    return door.begin(Optional.empty());
  }

  private int cutWhoeverWaitsForATable() {
    return door.rooms
        .sql
        .sql(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
             where datname = current_database() and wait_event_type = 'Lock'
            """)
        .query()
        .listOfRows()
        .size();
  }
}
