package ghostwriter.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ghostwriter.document.Author;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.notebook.Note;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.TranscriptAnchor;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.Direction;
import ghostwriter.transcript.Mode;
import ghostwriter.transcript.RawEvent;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each fault that an audit is for is planted once, and found.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranscriptAuditTest {
  private final SteppingClock clock = new SteppingClock();
  private final TestHouse house = new TestHouse(clock);
  private final TranscriptAudit audit =
      new TranscriptAudit(
          house.transcripts,
          house.documents,
          house.queue,
          house.notebook,
          house.sql,
          clock,
          house.transactions);
  private ProjectId project = house.project("memoir").id();
  private SessionId session = aTalk();

  @BeforeEach
  void anotherDayAndABookThatIsAllRight() {
    clock.advance(Duration.ofDays(1));
    house.sql.sql("delete from project").update();
    project = house.project("memoir").id();
    session = aTalk();
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void nothingIsFoundWhereAllIsRight() {
    AuditReport report = audit.now();

    assertThat(report.findings()).isEmpty();
    assertThat(report.projects()).isEqualTo(1);
    assertThat(report.count()).isZero();
    assertThat(report.finishedAt()).contains(clock.instant());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          duplicate      | i3      | update item set turn = 2 where id = 'i3'
          gap            | i3      | update item set turn = 7 where id = 'i3'
          gap            | i2      | delete from item where id = 'i1'
          missing        | i3      | delete from item where id = 'i3'
          order          | i2      | update item set turn = case id when 'i1' then 2 when 'i2' then 1 else 3 end
          words          | i2      | update item set text = 'said otherwise' where id = 'i2'
          state          | i2      | update item set client = false where id = 'i2'
          state          | i2      | update item set role = 'assistant', client = false where id = 'i2'
          state          | i3      | update item set told = null where id = 'i3'
          gap            | event 3 | delete from realtime_event where seq = 2
          gap            | event 4 | delete from realtime_event where seq = 3
          unknown        | i9      | update item set id = 'i9' where id = 'i3'
          """)
  void aPlantedFaultIsFound(String kind, String item, String fault) {
    house.sql.sql("alter table item drop constraint if exists item_turn").update();
    house.sql.sql(fault).update();

    assertThat(audit.now().findings())
        .anySatisfy(found -> {
          assertThat(found.kind()).isEqualTo(kind);
          assertThat(found.project()).isEqualTo(project);
          assertThat(found.session()).isEqualTo(session.toString());
        })
        .extracting(Finding::kind, Finding::item)
        .contains(tuple(kind, item));
  }

  @Test
  void aBlockWhoseSourceIsNotThereIsFound() {
    SessionId recording = house.said(project, "I was born in Bergen.");
    cite(new ItemId(recording, "imported_1"));
    assertThat(audit.now().findings()).isEmpty();

    house.sql.sql("delete from item where id = 'imported_1'").update();

    assertThat(audit.now().findings())
        .extracting(Finding::kind, Finding::item)
        .containsExactly(tuple("dangling_source", "imported_1"));
  }

  @Test
  void aJobThatPointsNowhereIsFound() {
    var request =
        new DraftRequest(
            project,
            Optional.empty(),
            Urgency.LOW,
            Words.NONE,
            List.of(new ItemId(session, "i1"), new ItemId(session, "ghost")),
            List.of(new TranscriptAnchor("there", new ItemId(session, "spook"), 0, 1)),
            Map.of());
    house.inTransaction(() -> house.queue.enqueue(request));

    assertThat(audit.now().findings())
        .extracting(Finding::kind, Finding::item)
        .containsExactlyInAnyOrder(
            tuple("dangling_pointer", "ghost"), tuple("dangling_pointer", "spook"));
  }

  @Test
  void aNoteOrAPassageOfSomethingThatIsNotThereIsFound() {
    house.doInTransaction(() -> {
      house.notebook.note(
          project,
          Note.Kind.FACT,
          new Words("Born in Bergen."),
          Optional.of(new ItemId(session, "i1")));
      house.notebook.point(project, new ItemId(session, "i2"), "there", 0, 1);
    });
    assertThat(audit.now().findings()).isEmpty();
    house.sql.sql("update note set item_id = 'ghost'").update();
    house.sql.sql("update pointer set item_id = 'spook'").update();

    assertThat(audit.now().findings())
        .extracting(Finding::kind, Finding::item)
        .containsExactlyInAnyOrder(
            tuple("dangling_pointer", "ghost"), tuple("dangling_pointer", "spook"));
  }

  @Test
  void whatARepetitionLeftPointingNowhereIsFound() {
    house.doInTransaction(
        () -> house.queue.enqueue(DraftRequest.of(project, Urgency.LOW, Words.NONE)));
    house
        .sql
        .sql(
            """
            update draft_job set follow_up = jsonb_build_object('accepted', false, 'asked',
              jsonb_build_object('messagePointers', jsonb_build_array(
                jsonb_build_object('session', cast(:session as text), 'id', 'ghost'))))
            """)
        .param("session", session.toString())
        .update();

    assertThat(audit.now().findings())
        .extracting(Finding::kind, Finding::item)
        .containsExactly(tuple("dangling_pointer", "ghost"));
  }

  @Test
  void aFaultThatStaysIsOneFindingAndOneThatIsMendedIsGone() {
    house.sql.sql("update item set text = 'said otherwise' where id = 'i2'").update();
    Instant first = clock.instant();
    audit.now();
    clock.advance(Duration.ofDays(1));

    assertThat(audit.now().findings())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.foundAt()).isEqualTo(first);
          assertThat(found.seenAt()).isEqualTo(clock.instant());
        });

    clock.advance(Duration.ofDays(1));
    house.sql.sql("update item set text = 'words 2' where id = 'i2'").update();
    assertThat(audit.now().findings()).isEmpty();
  }

  @Test
  void aTranscriptThatCannotBeReadDoesNotHideTheOthers() {
    house.sql.sql("update realtime_event set payload = '[]', epoch = 2 where seq = 2").update();
    house
        .sql
        .sql("alter table realtime_event drop constraint realtime_event_direction_check")
        .update();
    house.sql.sql("update realtime_event set direction = 'up' where seq = 2").update();
    ProjectId other = house.project("memoir").id();
    house.said(other, "Fine.");

    AuditReport report = audit.now();

    assertThat(report.projects()).isEqualTo(2);
    assertThat(report.findings()).extracting(Finding::kind).containsExactly("unreadable");
  }

  @Test
  void oneNightIsAuditedOnce() {
    assertThat(audit.tonight()).isTrue();
    assertThat(audit.tonight()).isFalse();
    clock.advance(Duration.ofDays(1));
    assertThat(audit.tonight()).isTrue();
  }

  @Test
  void theNextNightIsAlwaysAhead() {
    assertThat(NightWatch.untilNext(Instant.parse("2026-03-01T02:59:00Z"))).hasMinutes(1);
    assertThat(NightWatch.untilNext(Instant.parse("2026-03-01T03:00:00Z"))).hasHours(24);
    assertThat(NightWatch.untilNext(Instant.parse("2026-03-01T23:00:00Z"))).hasHours(4);
  }

  private void cite(ItemId item) {
    var source = new Source(item, 1, 0, 5);
    var section = house.documents.current(project).sections().getFirst().id();
    var content =
        new Content(BlockKind.PARAGRAPH, new Words("I was"), Grounding.SOURCED, List.of(source));
    house.inTransaction(() ->
        house.documents.apply(
            project,
            1,
            new Author.ByDraft(new JobId(house.ids.next())),
            List.of(new Edit.Insert(section, null, new BlockId(house.ids.next()), content)),
            Words.NONE));
  }

  /// Three typed turns.
  private SessionId aTalk() {
    return house.inTransaction(() -> {
      SessionId talk = house.transcripts.openSession("Monday", Optional.of(project));
      List<RawEvent> events = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        events.add(typed(i));
      }
      house.transcripts.append(talk, events, Mode.GHOSTWRITING);
      return talk;
    });
  }

  private RawEvent typed(int number) {
    String previous = number == 1 ? "null" : "\"i" + (number - 1) + "\"";
    String frame =
        """
        {"type": "conversation.item.added", "previous_item_id": %s, "item": {"id": "i%d", "type": "message",
         "status": "completed", "role": "user", "content": [{"type": "input_text", "text": "words %d"}]}}
        """
            .formatted(previous, number, number);
    return RawEvent.of(1, Direction.FROM_PROVIDER, clock.instant(), house.json.readTree(frame));
  }
}
