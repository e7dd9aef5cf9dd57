package ghostwriter.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.Transcripts.Cursor;
import ghostwriter.transcript.Transcripts.Extent;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptsTest {
  private final TestHouse house = new TestHouse(new SteppingClock());
  private final Transcripts transcripts = house.transcripts;
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
  void aRecordingIsKeptAsItWasSaidAllOfItSettled() {
    var turns =
        List.of(
            new RecordedTurn(1, "Anna", true, new Words("We left by boat.")),
            new RecordedTurn(2, "Ben", false, new Words("When?")));
    var session = house.inTransaction(() -> transcripts.addRecording(project, "talk.txt", turns));

    assertThat(transcripts.ofProject(project))
        .containsExactly(
            item(session, 1, "Anna", true, "We left by boat."),
            item(session, 2, "Ben", false, "When?"));
    assertThat(transcripts.settled(project).told()).containsExactly(Map.entry(session, 2));
    assertThat(transcripts.extents(List.of(project)).get(project)).isEqualTo(new Extent(1, 2, 5));
    assertThat(transcripts.names(project)).containsExactly(Map.entry(session, "talk.txt"));
  }

  @Test
  void pagesGoOverAllSessionsInOrder() {
    sessionAt("80000000-0000-7000-8000-000000000000", "c", "d");
    sessionAt("10000000-0000-7000-8000-000000000000", "a", "b");
    sessionAt("f0000000-0000-7000-8000-000000000000", "e");

    assertThat(pagesOf(2)).containsExactly(List.of("a", "b"), List.of("c", "d"), List.of("e"));
    assertThat(pagesOf(3)).containsExactly(List.of("a", "b", "c"), List.of("d", "e"));
  }

  @Test
  void aDeletedItemIsNotReadAnyMore() {
    var session = house.said(project, "a", "b", "c");
    mark(session, 2, "deleted");

    assertThat(texts(transcripts.ofProject(project))).containsExactly("a", "c");
    assertThat(transcripts.extents(List.of(project))).containsEntry(project, new Extent(1, 2, 2));
  }

  @Test
  void whatWasReadIsNotReadAgain() {
    var first = sessionAt("10000000-0000-7000-8000-000000000000", "a", "b");
    var second = sessionAt("80000000-0000-7000-8000-000000000000", "c", "d");
    var third = sessionAt("f0000000-0000-7000-8000-000000000000", "e");

    assertThat(since(Map.of())).containsExactly("a", "b", "c", "d", "e");
    assertThat(since(Map.of(first, 1))).containsExactly("b", "c", "d", "e");
    assertThat(since(Map.of(first, 2, second, 1))).containsExactly("d", "e");
    assertThat(since(Map.of(first, 1, third, 1))).containsExactly("b", "c", "d");
    assertThat(since(Map.of(second, 2))).containsExactly("a", "b", "e");
    assertThat(since(Map.of(first, 2, second, 2, third, 1))).isEmpty();
  }

  @Test
  void nobodyReadsBeyondWhatIsSettled() {
    var session = house.said(project, "a", "b", "c");
    house
        .sql
        .sql("update session set told = 2 where id = :id")
        .param("id", session.value())
        .update();

    assertThat(since(Map.of())).containsExactly("a", "b");
    assertThat(since(Map.of(session, 1))).containsExactly("b");
    assertThat(since(Map.of(session, 2))).isEmpty();
  }

  @Test
  void whoAsksWhatIsNewDoesNotPassByWhatIsKnown() {
    var session =
        house.said(project, Stream.generate(() -> "The sea.").limit(900).toArray(String[]::new));
    house.said(project, "The land.");
    var read = new Through(Map.of(session, 898));

    house.doInTransaction(() -> {
      assertThat(texts(transcripts.since(project, read)))
          .containsExactly("The sea.", "The sea.", "The land.");
      assertThat(transcripts.unsaid(project, read)).isEmpty();
      assertThat(transcripts.saidSince(project, read)).isTrue();

      assertThat(rowsRead()).isBetween(3L, 300L);
    });
  }

  /// In this transaction, of the items.
  private long rowsRead() {
    return house
        .sql
        .sql(
            """
            select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables
             where relname = 'item'
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void itemsAreFoundByTheirIdsAndUnknownOnesLeftOut() {
    var session = house.said(project, "a", "b");
    var other = house.said(house.project("memoir").id(), "theirs");
    var known = new ItemId(session, "imported_2");

    var found =
        transcripts.find(
            project,
            List.of(known, new ItemId(session, "imported_9"), new ItemId(other, "imported_1")));

    assertThat(found).containsOnlyKeys(known);
    assertThat(transcripts.find(project, List.of())).isEmpty();
  }

  @Test
  void whatWasBeingAnsweredStandsBeforeAnItemInItsOwnSession() {
    house.said(project, "of another day");
    var session = house.said(project, "a", "b", "c", "d", "e");
    house.said(project, "later");
    mark(session, 3, "deleted");
    var first = new ItemId(session, "imported_1");
    var second = new ItemId(session, "imported_2");
    var last = new ItemId(session, "imported_5");

    var before = transcripts.before(project, List.of(first, second, last), 2);

    assertThat(before).containsOnlyKeys(second, last);
    assertThat(texts(before.getOrDefault(second, List.of()))).containsExactly("a");
    assertThat(texts(before.getOrDefault(last, List.of()))).containsExactly("b", "d");
    assertThat(transcripts.before(house.project("memoir").id(), List.of(last), 2)).isEmpty();
  }

  @Test
  void howFarAReaderHasComeOutlivesBeingWrittenDown() {
    var here = new Through(Map.of(new SessionId(UUID.randomUUID()), 3));

    String written = house.json.writeValueAsString(here);
    assertThat(house.json.readValue(written, Through.class)).isEqualTo(here);
  }

  private static ConversationItem item(
      SessionId session, int turn, String speaker, boolean client, String text) {
    var id = new ItemId(session, "imported_" + turn);
    return new ConversationItem(id, turn, 1, Role.USER, speaker, client, new Words(text));
  }

  /// A session under an id of the test's own, to set their order.
  private SessionId sessionAt(String id, String... turns) {
    var session = new SessionId(UUID.fromString(id.substring(0, 24) + tail()));
    var made = house.said(project, turns);
    house.doInTransaction(() -> {
      house
          .sql
          .sql(
              """
              insert into session (id, project_id, origin, name, status, told, started_at, finished_at)
              select :id, project_id, origin, name, status, told, started_at, finished_at
                from session where id = :made
              """)
          .param("id", session.value())
          .param("made", made.value())
          .update();
      house
          .sql
          .sql("update item set session_id = :id where session_id = :made")
          .param("id", session.value())
          .param("made", made.value())
          .update();
      house.sql.sql("delete from session where id = :made").param("made", made.value()).update();
    });
    return session;
  }

  private String tail() {
    return project.toString().substring(24);
  }

  private void mark(SessionId session, int turn, String status) {
    house
        .sql
        .sql(
            "update item set status = :status, client = false where session_id = :id and turn = :turn")
        .param("status", status)
        .param("id", session.value())
        .param("turn", turn)
        .update();
  }

  private List<String> since(Map<SessionId, Integer> read) {
    return texts(transcripts.since(project, new Through(read)));
  }

  private List<List<String>> pagesOf(int size) {
    List<List<String>> pages = new ArrayList<>();
    var page = transcripts.page(project, Optional.empty(), size);
    while (!page.isEmpty()) {
      pages.add(texts(page));
      var last = page.getLast();
      page =
          transcripts.page(
              project, Optional.of(new Cursor(last.id().session(), last.turn())), size);
    }
    return pages;
  }

  private static List<String> texts(List<ConversationItem> items) {
    return items.stream().map(item -> item.text().text()).toList();
  }
}
