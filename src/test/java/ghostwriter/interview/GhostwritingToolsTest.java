package ghostwriter.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ghostwriter.interview.ToolDesk.Caller;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Pointer;
import ghostwriter.notebook.Todo;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the tools do while the client tells: notes, todos, pointers, drafts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GhostwritingToolsTest {
  private final SteppingClock clock = new SteppingClock();
  private final TestHouse house = new TestHouse(clock);
  private final ToolDesk desk = ToolDeskTest.desk(house);
  private ProjectId project;
  private LiveTalk talk;

  @BeforeEach
  void aTalkInAProject() {
    project = house.project("memoir").id();
    talk = new LiveTalk(house).in(project);
    talk.types("u1", "I was born in Bergen.");
    talk.answers("a1", "When was that?");
    talk.types("u2", "In 1951, in March.");
    talk.answers("a2", "What do you see?");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aNoteKeepsWhereItWasSaid() {
    run("create_note", "{'kind':'fact','text':'Born in Bergen','itemId':'u1'}");

    assertThat(house.notebook.notes(project, 10))
        .singleElement()
        .satisfies(note -> {
          assertThat(note.kind()).isEqualTo(Note.Kind.FACT);
          assertThat(note.source()).contains(item("u1"));
        });
  }

  @Test
  void aNoteThatNamesNoItemMeansTheClientsLastWords() {
    run("create_note", "{'kind':'story','text':'Born in March'}");

    assertThat(house.notebook.notes(project, 10))
        .extracting(Note::source)
        .containsExactly(Optional.of(item("u2")));
  }

  @Test
  void wordsStillBeingWrittenDownAreTheLastOnesToo() {
    talk.speaks("u3");

    run("create_note", "{'kind':'fact','text':'x'}");

    assertThat(house.notebook.notes(project, 10))
        .extracting(Note::source)
        .containsExactly(Optional.of(item("u3")));
    assertThat(error("record_transcript_pointer", "{'label':'x'}"))
        .isEqualTo("These words are still being written down; point to them later.");
  }

  @Test
  void beforeTheClientHasSaidAnythingANoteHasNoPlaceAndAPointerNoSense() {
    talk = new LiveTalk(house).in(project);

    run("create_note", "{'kind':'style','text':'Plain'}");

    assertThat(house.notebook.notes(project, 10))
        .extracting(Note::source)
        .containsExactly(Optional.empty());
    assertThat(error("record_transcript_pointer", "{'label':'x'}"))
        .isEqualTo("The client has said nothing yet to point to.");
  }

  @Test
  void aPointerTakesAPassageOrAllOfAnItem() {
    run("record_transcript_pointer", "{'itemId':'u1','label':'birth','from':14,'to':20}");
    run("record_transcript_pointer", "{'label':'month'}");

    assertThat(house.notebook.pointers(project))
        .extracting(Pointer::item, Pointer::from, Pointer::to)
        .containsExactlyInAnyOrder(tuple(item("u1"), 14, 20), tuple(item("u2"), 0, 18));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'itemId':'nowhere','label':'x'} | There is no item nowhere in this conversation; leave ids out where you were given none.",
        "{'itemId':'u1','label':'x','to':99} | That item has only 21 characters.",
        "{'itemId':'u1','label':'x','from':5,'to':5} | That item has only 21 characters.",
        "{'itemId':'u1','label':'x','from':-1} | That item has only 21 characters.",
      })
  void aPassageThatIsNotThereIsRefused(String arguments, String sentence) {
    assertThat(error("record_transcript_pointer", arguments)).isEqualTo(sentence);
    assertThat(house.notebook.pointers(project)).isEmpty();
  }

  @Test
  void anItemOfAnotherConversationIsUnknown() {
    LiveTalk other = new LiveTalk(house).in(house.project("memoir").id());
    other.types("x1", "Something else.");

    assertThat(error("create_note", "{'kind':'fact','text':'x','itemId':'x1'}"))
        .startsWith("There is no item x1 in this conversation");
    assertThat(house.notebook.notes(project, 10)).isEmpty();
  }

  @Test
  void afterARenewalAnItemIsKnownByItsFirstName() {
    talk.renews("u1", "again_1");

    run("create_note", "{'kind':'fact','text':'x','itemId':'again_1'}");
    run("queue_draft_update", draft("'messagePointers':['again_1','u2','u1']"));

    assertThat(house.notebook.notes(project, 10))
        .extracting(Note::source)
        .containsExactly(Optional.of(item("u1")));
    assertThat(house.queue.pointedAt(project)).containsExactlyInAnyOrder(item("u1"), item("u2"));
  }

  @Test
  void aTodoIsListedAndMarked() {
    String id =
        run("create_note", "{'kind':'todo','text':'Ask the sister'}").path("todoId").asString();

    JsonNode marked = run("update_todo_status", "{'todoId':'" + id + "','status':'done'}");

    assertThat(marked.toString()).isEqualTo("{\"todoId\":\"" + id + "\",\"status\":\"done\"}");
    assertThat(house.notebook.todos(project))
        .extracting(Todo::status)
        .containsExactly(Todo.Status.DONE);
    assertThat(
            error(
                "update_todo_status",
                "{'todoId':'019a0000-0000-7000-8000-000000000000','status':'done'}"))
        .isEqualTo("There is no such todo; STATE lists the open ones.");
  }

  @Test
  void aDraftIsAskedForAtOnceWithTheJobsIdAndState() {
    JsonNode asked = run("queue_draft_update", draft("'summary':'The harbour'"));
    JsonNode again = run("queue_draft_update", draft("'summary':'The harbour'"));

    assertThat(asked.propertyNames()).containsExactly("jobId", "state");
    assertThat(asked.path("state").asString()).isEqualTo("queued");
    assertThat(again.path("jobId")).isEqualTo(asked.path("jobId"));
    assertThat(again.path("state").asString()).isEqualTo("queued");
    assertThat(again.path("repeated").asBoolean()).isTrue();
  }

  @Test
  void nothingSaidAboutPointersIsStoredAsNothingAndNotAsNull() {
    run("queue_draft_update", draft("'summary':null"));

    assertThat(stored()).isEqualTo(talk.session + " [] [] {} ");
  }

  @Test
  void allThatADraftPointsToIsStored() {
    run(
        "queue_draft_update",
        draft(
            "'summary':'Birth','messagePointers':['u1','u1'],"
                + "'transcriptAnchors':[{'label':'town','itemId':'u1','from':14,'to':20},{'label':'month'}],"
                + "'promptContext':{'mode':'ghostwriting','section':'Where it began','instruction':null,'more':{'x':[1]}}"));

    assertThat(stored())
        .isEqualTo(
            """
            %1$s [{"id": "u1", "session": "%1$s"}] \
            [{"to": 20, "from": 14, "item": {"id": "u1", "session": "%1$s"}, "label": "town"}, \
            {"to": 18, "from": 0, "item": {"id": "u2", "session": "%1$s"}, "label": "month"}] \
            {"mode": "ghostwriting", "more": {"x": [1]}, "section": "Where it began"} Birth\
            """
                .formatted(talk.session));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'messagePointers':['u1','nowhere']",
        "'messagePointers':['']",
        "'messagePointers':[7]",
        "'messagePointers':'u1'",
        "'transcriptAnchors':[{'label':'x','itemId':'nowhere'}]",
        "'transcriptAnchors':[{'itemId':'u1'}]",
        "'transcriptAnchors':[{'label':'x','itemId':'u1','from':3,'to':99}]",
        "'transcriptAnchors':{}",
        "'promptContext':'memoir'",
        "'promptContext':{'instruction':'a\\u0000b'}",
        "'promptContext':{'length':0}",
        "'promptContext':{'length':999999999999}",
        "'urgency':'now'"
      })
  void aDraftThatPointsToNothingThereIsRefusedInOneSentence(String odd) {
    assertThat(error("queue_draft_update", draft(odd))).endsWith(".");
    assertThat(house.queue.jobs(project, 10)).isEmpty();
  }

  @Test
  void aDraftOfAnotherProjectIsRefused() {
    ProjectId other = house.project("memoir").id();

    assertThat(error("queue_draft_update", "{'projectId':'" + other + "','urgency':'high'}"))
        .isEqualTo("This conversation belongs to another project: " + project + ".");
    assertThat(house.queue.jobs(other, 10)).isEmpty();
  }

  @Test
  void nothingIsDraftedBeforeTheBlueprintStands() {
    project =
        house
            .inTransaction(() ->
                house.projects.create(
                    "Empty",
                    house.kinds.find("memoir").orElseThrow(),
                    Locale.ENGLISH,
                    house.person("Client")))
            .id();
    talk = new LiveTalk(house).in(project);

    assertThat(error("queue_draft_update", draft("'summary':'x'")))
        .isEqualTo("Drafting begins once the blueprint stands; call commit_blueprint first.");
    assertThat(house.queue.jobs(project, 10)).isEmpty();
  }

  private String draft(String more) {
    String urgency = more.contains("'urgency'") ? "" : "'urgency':'high',";
    return "{'projectId':'" + project + "'," + urgency + more + "}";
  }

  private String stored() {
    return house
        .sql
        .sql(
            """
            select concat_ws(' ', session_id, message_pointers, transcript_anchors, prompt_context, summary)
              from draft_job where project_id = :project
            """)
        .param("project", project.value())
        .query(String.class)
        .single();
  }

  private ItemId item(String id) {
    return new ItemId(talk.session, id);
  }

  private JsonNode run(String tool, String arguments) {
    var caller =
        new Caller(talk.session, house.person("Client"), Optional.of(project), Mode.GHOSTWRITING);
    return house.inTransaction(
        () -> house.json.readTree(desk.run(caller, tool, arguments.replace('\'', '"')).output()));
  }

  private String error(String tool, String arguments) {
    return run(tool, arguments).path("error").asString("no error");
  }
}
