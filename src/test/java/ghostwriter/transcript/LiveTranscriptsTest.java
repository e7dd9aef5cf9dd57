package ghostwriter.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.CorrectionResult.Corrected;
import ghostwriter.transcript.CorrectionResult.NoSuchItem;
import ghostwriter.transcript.CorrectionResult.Outdated;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/// Live sessions in the database.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveTranscriptsTest {
  private final TestHouse house = new TestHouse(new SteppingClock());
  private final Transcripts transcripts = house.transcripts;
  private Wire wire = new Wire();
  private ProjectId project = house.project("memoir").id();
  private SessionId session = open(Optional.of(project));

  static List<Trace> traces() {
    return Trace.all();
  }

  @BeforeEach
  void begin() {
    wire = new Wire();
    project = house.project("memoir").id();
    session = open(Optional.of(project));
  }

  @AfterAll
  void close() {
    house.close();
  }

  @ParameterizedTest
  @MethodSource("traces")
  void aSessionIsStoredAsItsRawEventsTellIt(Trace trace) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(trace + ": -Dseed=" + seed);
    var random = new Random(seed);
    List<RawEvent> retold = new Retelling(trace.events()).inAnyOrder(random);
    int from = 0;
    while (from < retold.size()) {
      int to = Math.min(retold.size(), from + 1 + random.nextInt(40));
      append(retold.subList(from, to));
      from = to;
    }
    Fold told = transcripts.fold(session).orElseThrow();

    Finished finished = finish();

    assertThat(finished.anomalies()).as("seed %d", seed).isEmpty();
    assertThat(finished.seq()).isEqualTo(trace.events().size() + 1);
    assertThat(transcripts.ofProject(project))
        .extracting(item -> item.id().id())
        .isEqualTo(
            told.items().stream()
                .filter(item -> item.kind() == ItemKind.MESSAGE && !item.text().isBlank())
                .map(FoldedItem::id)
                .toList());
    assertThat(transcripts.inspect(project)).isEmpty();
  }

  @Test
  void whatWasSaidBeforeTheProjectWasChosenGoesIntoIt() {
    session = open(Optional.empty());
    wire.types("U1", null, "I want to write about the harbour.");
    wire.speaks("U2", "U1");
    wire.answers("A", "U2", "A memoir?");
    send(Mode.SELECTING);
    assertThat(transcripts.session(session).orElseThrow().project()).isEmpty();

    AssignResult result = house.inTransaction(() -> transcripts.assign(session, project));
    wire.transcribes("U2", "The harbour of Bergen.");
    wire.types("U3", "A", "Yes.");
    send(Mode.INTAKE);

    assertThat(result).isEqualTo(new AssignResult.Assigned(3));
    assertThat(texts())
        .containsExactly(
            "I want to write about the harbour.", "The harbour of Bergen.", "A memoir?", "Yes.");
    assertThat(column("mode")).containsExactly("selecting", "selecting", "selecting", "intake");
    assertThat(transcripts.inspect(project)).isEmpty();
  }

  @Test
  void aReaderWhoseNodeDoesNotWriteTheSessionReadsEachEventOnce() {
    wire.types("U", null, "I was born in Bergen.");
    send();
    try (var elsewhere = new TestHouse(new SteppingClock(), house.access)) {
      var first = elsewhere.transcripts.fold(session).orElseThrow().items();
      house
          .sql
          .sql("delete from realtime_event where session_id = :session")
          .param("session", session.value())
          .update();

      var again = elsewhere.transcripts.fold(session).orElseThrow().items();

      assertThat(again).isEqualTo(first).hasSize(1);
    }
  }

  @Test
  void aSessionIsAssignedOnce() {
    ProjectId other = house.project("memoir").id();

    assertThat(house.inTransaction(() -> transcripts.assign(session, other)))
        .isEqualTo(new AssignResult.AlreadyAssigned(project));
  }

  @Test
  void onlyTheClientsOwnWordsAreEvidence() {
    wire.types("U", null, "I was born in Bergen.");
    wire.answers("A", "U", "When?");
    wire.adds("S", "A", "completed", "system", "input_text", "TOOL_PROGRESS::{}");
    wire.speaks("U2", "S");
    wire.fails("U2");
    send();

    assertThat(column("client")).containsExactly("true", "false", "false", "false");
    assertThat(transcripts.ofProject(project))
        .extracting(item -> item.id().id())
        .containsExactly("U", "A");
  }

  @Test
  void nobodyReadsPastWordsThatAreStillToCome() {
    wire.speaks("U", null);
    wire.answers("A", "U", "When?");
    send();
    Through before = transcripts.settled(project);
    assertThat(transcripts.since(project, Through.NOTHING)).isEmpty();

    wire.transcribes("U", "I was born in Bergen.");
    send();

    assertThat(transcripts.since(project, before))
        .extracting(item -> item.text().text())
        .containsExactly("I was born in Bergen.", "When?");
    assertThat(transcripts.since(project, transcripts.settled(project))).isEmpty();
  }

  @Test
  void whatComesLateIsNewToThoseWhoHaveReadOn() {
    wire.speaks("U", null);
    wire.answers("A", "U", "When?");
    wire.timesOut("U");
    send();
    Through read = transcripts.settled(project);
    assertThat(transcripts.saidSince(project, read)).isFalse();

    wire.transcribes("U", "I was born in Bergen.");
    send();

    assertThat(transcripts.saidSince(project, read)).isTrue();
    assertThat(transcripts.since(project, read))
        .extracting(item -> item.text().text())
        .containsExactly("I was born in Bergen.");
    assertThat(transcripts.ofProject(project).getFirst().revision()).isEqualTo(2);
  }

  @Test
  void whatWasSaidWhileTheBlueprintWasFilledIsNoMaterial() {
    wire.types("U1", null, "For my grandchildren.");
    send(Mode.INTAKE);
    assertThat(transcripts.saidSince(project, Through.NOTHING)).isFalse();
    wire.types("U2", "U1", "I was born in Marstal.");
    send(Mode.GHOSTWRITING);

    assertThat(transcripts.since(project, Through.NOTHING))
        .extracting(item -> item.text().text())
        .containsExactly("I was born in Marstal.");
    assertThat(transcripts.ofProject(project)).hasSize(2);
  }

  @Test
  void anItemInTheMiddleIsReadInItsPlaceAndIsNew() {
    wire.types("U1", null, "one");
    wire.types("U3", "U1", "three");
    wire.types("U4", "U3", "four");
    send();
    Through read = transcripts.settled(project);

    wire.types("U2", "U1", "two");
    send();

    assertThat(texts()).containsExactly("one", "two", "three", "four");
    assertThat(transcripts.ofProject(project))
        .extracting(ConversationItem::turn)
        .containsExactly(1, 2, 3, 4);
    assertThat(transcripts.since(project, read))
        .extracting(item -> item.text().text())
        .containsExactly("two");
  }

  @Test
  void theClientsLastWordsAreKnownAlsoWhileTheyAreWrittenDown() {
    assertThat(transcripts.lastSaid(project, session)).isEmpty();
    wire.types("U1", null, "one");
    wire.answers("A", "U1", "When?");
    wire.speaks("U2", "A");
    wire.speaks("U3", "U2");
    wire.fails("U3");
    send();
    assertThat(lastSaid()).isEqualTo("U2");

    wire.deletes("U2");
    send();

    assertThat(lastSaid()).isEqualTo("U1");
  }

  private String lastSaid() {
    return transcripts.lastSaid(project, session).orElseThrow().id().id();
  }

  @Test
  void anItemThatWasToldAgainIsFoundByEitherName() {
    wire.types("U1", null, "one");
    wire.reconnects();
    wire.replays("U1", "again");
    wire.types("again", null, "one");
    send();

    assertThat(transcripts.named(session, "again")).contains(new ItemId(session, "U1"));
    assertThat(transcripts.named(session, "U1")).contains(new ItemId(session, "U1"));
    assertThat(transcripts.named(session, "ghost")).isEmpty();
  }

  @Test
  void aWithdrawnItemIsKeptAndNotRead() {
    wire.types("U1", null, "one");
    wire.types("U2", "U1", "two");
    send();
    wire.deletes("U1");
    send();

    assertThat(texts()).containsExactly("two");
    assertThat(column("text")).containsExactly("one", "two");
    assertThat(column("status")).containsExactly("deleted", "completed");
    assertThat(column("client")).containsExactly("false", "true");
  }

  @Test
  void anAnswerThatWasCutOffSaysHowMuchOfItWasHeard() {
    wire.answers("A", null, "Well, the first thing is this.");
    wire.truncates("A", 800);
    send();

    assertThat(column("heard_ms")).containsExactly("800");
    assertThat(texts()).containsExactly("Well, the first thing is this.");
  }

  @Test
  void anAppendThatIsRolledBackNeverWas() {
    wire.types("U1", null, "one");
    send();
    Wire lost = new Wire();
    lost.types("X", "U1", "lost");

    assertThatThrownBy(() ->
            house.doInTransaction(() -> {
              transcripts.append(session, lost.unsent(), Mode.INTAKE);
              throw new IllegalStateException("rolled back");
            }))
        .hasMessage("rolled back");
    wire.types("U2", "U1", "two");
    send();

    assertThat(texts()).containsExactly("one", "two");
    assertThat(finish().anomalies()).isEmpty();
  }

  @Test
  void anotherNodeGoesOnWhereOneStopped() {
    Transcripts other =
        new Transcripts(
            house.sql,
            new JdbcTemplate(house.database),
            house.json,
            house.projects,
            house.feed,
            house.ids,
            new SteppingClock());
    wire.types("U1", null, "one");
    send();
    wire.types("U2", "U1", "two");
    house.inTransaction(() -> other.append(session, wire.unsent(), Mode.GHOSTWRITING));
    wire.types("U3", "U2", "three");
    send();

    assertThat(texts()).containsExactly("one", "two", "three");
    assertThat(finish().anomalies()).isEmpty();
  }

  @Test
  void aFinishedSessionIsFrozen() {
    wire.speaks("U", null);
    wire.answers("A", "U", "When?");
    send();

    Finished finished = finish();

    assertThat(finished.anomalies()).isEmpty();
    assertThat(column("status")).containsExactly("timed_out", "completed");
    assertThat(transcripts.session(session).orElseThrow().open()).isFalse();
    wire.transcribes("U", "Too late.");
    assertThatThrownBy(this::send).isInstanceOf(SessionClosed.class);
    assertThat(finish().anomalies()).isEmpty();
    assertThat(finish().changes()).isEmpty();
  }

  @Test
  void theEndReportsWhereWhatIsStoredDiffersFromWhatWasSaid() {
    wire.types("U1", null, "one");
    wire.types("U2", "U1", "two");
    send();
    house
        .sql
        .sql("update item set text = 'won' where id = 'U1' and session_id = :s")
        .param("s", session.value())
        .update();

    assertThat(finish().anomalies())
        .containsExactly(new Anomaly(session, Anomaly.Kind.WORDS, "U1"));
  }

  @Test
  void aCorrectionKeepsTheOriginalAndIsNewToReaders() {
    wire.types("U", null, "I was born in Bergan.");
    send();
    Through read = transcripts.settled(project);

    assertThat(correct("U", 1, "I was born in Bergen.")).isEqualTo(new Corrected(2));

    assertThat(texts()).containsExactly("I was born in Bergen.");
    assertThat(transcripts.since(project, read))
        .extracting(ConversationItem::revision)
        .containsExactly(2);
    assertThat(finish().anomalies()).isEmpty();
  }

  @Test
  void aCitedItemIsShownWithTheWordsItHadThen() {
    wire.types("U", null, "I was born in Bergan.");
    send();
    correct("U", 1, "I was born in Bergen.");
    var before = new Source(item("U"), 1, 0, 5);
    var after = new Source(item("U"), 2, 0, 5);

    var cited = transcripts.cited(project, List.of(before, after));

    assertThat(cited)
        .hasEntrySatisfying(before, it -> assertThat(it.text().text()).contains("Bergan"))
        .hasEntrySatisfying(after, it -> assertThat(it.text().text()).contains("Bergen"));
  }

  @Test
  void aCorrectionOfWordsThatHaveChangedIsRefused() {
    wire.types("U", null, "I was born in Bergan.");
    send();
    correct("U", 1, "I was born in Bergen.");

    assertThat(correct("U", 1, "I was born in Bergun.")).isEqualTo(new Outdated(2));
    assertThat(correct("ghost", 1, "Boo.")).isEqualTo(new NoSuchItem());
    assertThat(correct("U", 2, "I was born in Bergen.")).isEqualTo(new Corrected(2));
  }

  @Test
  void wordsThatComeLateDoNotUndoACorrection() {
    wire.speaks("U", null);
    wire.timesOut("U");
    send();
    assertThat(correct("U", 1, "I was born in Bergen.")).isEqualTo(new Corrected(2));

    wire.transcribes("U", "I was borne in bargain.");
    send();

    assertThat(texts()).containsExactly("I was born in Bergen.");
    assertThat(column("client")).containsExactly("true");
    assertThat(column("transcribed")).containsExactly("I was borne in bargain.");
    assertThat(finish().anomalies()).isEmpty();
  }

  @Test
  void whatTheDatabaseDoesNotTakeIsLeftOutOrReplaced() {
    wire.types("U1", null, "nul\\u0000l");
    wire.types("U2", "U1", "half \\ud83d, whole \\ud83d\\ude00");
    wire.truncates("U2", -5);
    wire.types("x".repeat(300), "U2", "too long a name");
    send();

    assertThat(texts()).containsExactly("null", "half \ufffd, whole \ud83d\ude00");
    assertThat(finish().anomalies()).isEmpty();
  }

  @Test
  void historyToldToAnotherConnectionIsNotStoredTwice() {
    wire.types("U1", null, "one");
    wire.reconnects();
    wire.replays("U1", "r1");
    wire.types("r1", null, "one");
    wire.types("U2", "r1", "two");
    send();

    assertThat(texts()).containsExactly("one", "two");
    assertThat(transcripts.session(session).orElseThrow().epoch()).isEqualTo(2);
    assertThat(finish().anomalies()).isEmpty();
  }

  private SessionId open(Optional<ProjectId> of) {
    return house.inTransaction(() -> transcripts.openSession("Monday", of));
  }

  private void send() {
    send(Mode.GHOSTWRITING);
  }

  private void send(Mode mode) {
    house.inTransaction(() -> transcripts.append(session, wire.unsent(), mode));
  }

  private void append(List<RawEvent> events) {
    house.inTransaction(() -> transcripts.append(session, events, Mode.GHOSTWRITING));
  }

  private Finished finish() {
    return house.inTransaction(() -> transcripts.finish(session));
  }

  private CorrectionResult correct(String id, int revision, String words) {
    PersonId person = house.person("Editor").id();
    return house.inTransaction(
        () -> transcripts.correct(project, item(id), revision, new Words(words), person));
  }

  private ItemId item(String id) {
    return new ItemId(session, id);
  }

  private List<String> texts() {
    return transcripts.ofProject(project).stream().map(item -> item.text().text()).toList();
  }

  /// One column of the session's rows, in order.
  private List<String> column(String name) {
    return house
        .sql
        .sql("select " + name + "::text as it from item where session_id = :s order by turn")
        .param("s", session.value())
        .query((row, _) -> row.getString("it"))
        .list();
  }
}
