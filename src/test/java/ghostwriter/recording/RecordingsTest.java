package ghostwriter.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.account.Person;
import ghostwriter.blueprint.Field;
import ghostwriter.feed.FeedEvent;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.JobStatus;
import ghostwriter.queue.WorkerId;
import ghostwriter.recording.ImportResult.Imported;
import ghostwriter.recording.ImportResult.NotImported;
import ghostwriter.recording.ImportResult.Speaker;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingsTest {
  private static final String TALK =
      """
      Anna Berg: We left by boat.
      Ben: When was that?
      Anna Berg: In May.
      Anna Lund: In June.
      """;

  private final TestHouse house = new TestHouse(new SteppingClock());
  private Person person;

  @BeforeEach
  void somebodyComes() {
    person = house.person("Author");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aRecordingBecomesAProjectWithADraftOnItsWay() {
    var imported = imported(add(TALK));

    var project = imported.project();
    assertThat(project.title()).isEqualTo("Talk");
    assertThat(house.projects.of(person)).contains(project);
    assertThat(house.transcripts.ofProject(project.id())).hasSize(4);
    assertThat(house.documents.current(project.id()).sections()).isNotEmpty();
    assertThat(house.blueprints.of(project.id()).committedAt()).isPresent();
    assertThat(house.queue.find(project.id(), imported.job()).orElseThrow().status())
        .isEqualTo(JobStatus.QUEUED);
    assertThat(kindsOfNews(project.id()))
        .containsExactly("blueprintChanged", "blueprintCommitted", "recordingAdded", "draftQueued");
  }

  @Test
  void withoutANameEverybodysWordsAreEvidence() {
    var imported = imported(add(TALK));

    assertThat(imported.speakers())
        .containsExactly(
            new Speaker("Anna Berg", 6, true),
            new Speaker("Ben", 3, true),
            new Speaker("Anna Lund", 2, true));
    assertThat(imported.items()).isEqualTo(4);
    assertThat(imported.words()).isEqualTo(11);
  }

  @ParameterizedTest
  @CsvSource({
    "Anna Berg, Anna Berg",
    "anna berg, Anna Berg",
    " BERG , Anna Berg",
    "ben, Ben",
    "lund, Anna Lund",
  })
  void aClientIsFoundByTheNameOrByAPartThatOnlyOneHas(String asked, String client) {
    var imported = imported(add(TALK, asked));

    assertThat(clients(imported)).containsExactly(client);
    assertThat(house.transcripts.ofProject(imported.project().id()))
        .allMatch(item -> item.client() == item.speaker().equals(client));
  }

  @Test
  void severalClientsMayBeNamed() {
    assertThat(clients(imported(add(TALK, "ben", "lund")))).containsExactly("Ben", "Anna Lund");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Anna", "Clara", " "})
  void aNameThatIsNoOnesOrSeveralsIsRefusedWithTheNamesThereAre(String asked) {
    long before = rows();

    assertThat(add(TALK, asked))
        .isEqualTo(
            new NotImported(
                "No single speaker is called “"
                    + asked
                    + "”; choose from Anna Berg, Ben, Anna Lund."));
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aLongListOfSpeakersIsCutShort() {
    var talk = new StringBuilder();
    for (int i = 1; i <= 15; i++) {
      talk.append("Speaker ").append((char) ('A' + i)).append(": Hello there.\n");
    }

    assertThat(((NotImported) add(talk.toString(), "Nobody")).sentence()).endsWith("and 3 more.");
  }

  @Test
  void aFileThatIsNoRecordingLeavesNothingBehind() {
    long before = rows();

    assertThat(add("")).isInstanceOf(NotImported.class);
    assertThat(rows()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"document", "version", "blueprint", "session", "item", "draft_job", "feed_event"})
  void whereSomethingFailsNothingIsHalfMade(String table) {
    long before = rows();
    house
        .sql
        .sql("alter table " + table + " add constraint never check (false) not valid")
        .update();
    try {
      assertThatThrownBy(() -> add(TALK)).isInstanceOf(DataIntegrityViolationException.class);
    } finally {
      house.sql.sql("alter table " + table + " drop constraint never").update();
    }

    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aSecondRecordingJoinsItsProjectAndLeavesTheAnswersAlone() {
    var first = imported(add(TALK));
    var second = imported(add("Anna Berg: It was cold.", Optional.of(first.project().id())));

    assertThat(second.project()).isEqualTo(first.project());
    assertThat(second.job()).isEqualTo(first.job());
    assertThat(house.transcripts.ofProject(first.project().id()))
        .extracting(ConversationItem::speaker)
        .hasSize(5);
    assertThat(house.blueprints.of(first.project().id()).field("materialsInventory"))
        .map(Field::value)
        .hasValueSatisfying(value -> assertThat(value.text()).contains("4 turns"));
  }

  @Test
  void theSameRecordingAgainIsDraftedToo() {
    var first = imported(add(TALK));
    var running = claim(first.project().id());
    var second = imported(add(TALK, Optional.of(first.project().id())));
    house.doInTransaction(() -> house.queue.giveUp(running, "refused"));

    assertThat(claim(first.project().id()).messagePointers())
        .containsExactly(new ItemId(second.session(), "imported_1"));
  }

  @Test
  void aProjectThatIsGoneIsNotMadeAnew() {
    long before = rows();

    assertThatThrownBy(() -> add(TALK, Optional.of(new ProjectId(UUID.randomUUID()))))
        .isInstanceOf(NoSuchElementException.class);
    assertThat(rows()).isEqualTo(before);
  }

  private ImportResult add(String file, String... clients) {
    return add(file, Optional.empty(), clients);
  }

  private ImportResult add(String file, Optional<ProjectId> project, String... clients) {
    var request =
        new ImportRequest(
            "talk.txt", Optional.empty(), "memoir", Locale.ENGLISH, List.of(clients), 0, project);
    return house.recordings.add(request, file.getBytes(StandardCharsets.UTF_8), person);
  }

  private DraftJob claim(ProjectId project) {
    return house
        .inTransaction(() -> house.queue.claim(new WorkerId(UUID.randomUUID()), 100))
        .stream()
        .filter(job -> job.project().equals(project))
        .findFirst()
        .orElseThrow();
  }

  private static Imported imported(ImportResult result) {
    assertThat(result).isInstanceOf(Imported.class);
    return (Imported) result;
  }

  private static List<String> clients(Imported imported) {
    return imported.speakers().stream().filter(Speaker::client).map(Speaker::name).toList();
  }

  private List<String> kindsOfNews(ProjectId project) {
    return house.feed.after(project, 0, 20).stream().map(FeedEvent::kind).distinct().toList();
  }

  /// All rows that an import could make.
  private long rows() {
    return house
        .sql
        .sql(
            """
            select (select count(*) from project) + (select count(*) from membership)
                 + (select count(*) from document) + (select count(*) from section)
                 + (select count(*) from version) + (select count(*) from blueprint_field)
                 + (select count(*) from session) + (select count(*) from item)
                 + (select count(*) from draft_slot) + (select count(*) from draft_job)
                 + (select count(*) from feed_event)
            """)
        .query(Long.class)
        .single();
  }
}
