package ghostwriter.interview;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.blueprint.Field;
import ghostwriter.interview.ToolDesk.Answer;
import ghostwriter.interview.ToolDesk.Caller;
import ghostwriter.project.BookKind;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// Choosing a book and making its blueprint: what the tools do before there is material.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolDeskTest {
  private TestHouse house;
  private ToolDesk desk;
  private Person client;
  private ProjectId project;
  private LiveTalk talk;

  static ToolDesk desk(TestHouse house) {
    return new ToolDesk(
        house.accounts,
        house.projects,
        house.kinds,
        house.blueprints,
        house.notebook,
        house.transcripts,
        house.queue,
        house.json);
  }

  @BeforeAll
  void open() {
    house = new TestHouse(new SteppingClock());
    desk = desk(house);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void aTalkWithAnAuthor() {
    client = house.person("Client");
    project = house.project("memoir").id();
    house.accounts.addMember(project, client.id(), Role.AUTHOR);
    talk = new LiveTalk(house);
  }

  @Test
  void aProjectIsMadeWithItsOutlineAndListed() {
    JsonNode made = run("create_project", "{'title':'My life','kind':'memoir','language':'en-GB'}");

    ProjectId id = ProjectId.of(made.path("projectId").asString());
    assertThat(made.path("title").asString()).isEqualTo("My life");
    assertThat(house.projects.find(id).orElseThrow().language()).isEqualTo(Locale.UK);
    assertThat(house.documents.current(id).sections()).hasSize(5);
    assertThat(titles(run("list_projects", ""))).containsExactly("My life", "A book");
  }

  @Test
  void onlyProjectsTheClientMayWriteInAreOffered() {
    ProjectId read = house.project("memoir").id();
    house.accounts.addMember(read, client.id(), Role.REVIEWER);
    house.project("memoir");

    assertThat(titles(run("list_projects", "{}"))).containsExactly("A book");
    assertThat(error("assign_project_to_session", "{'projectId':'" + read + "'}"))
        .isEqualTo("The client has no such project; see list_projects.");
  }

  @Test
  void whoMayOnlyReviewMakesNoProject() {
    var reviewer = house.person("Reviewer");
    house.accounts.addMember(project, reviewer.id(), Role.REVIEWER);
    var caller = new Caller(talk.session, reviewer, Optional.empty(), Mode.SELECTING);

    assertThat(run(caller, "create_project", "{'title':'x','kind':'memoir'}").output())
        .contains("may not begin a project");
    assertThat(house.projects.of(reviewer)).hasSize(1);
  }

  @Test
  void whoTalksInAProjectsSessionLearnsNothingOfTheOtherBooksOfWhoeverBeganIt() {
    var caller = new Caller(talk.session, client, Optional.of(project), Mode.GHOSTWRITING);

    assertThat(run(caller, "list_projects", "{}").output())
        .contains("belongs to a project already")
        .doesNotContain("A book");
    assertThat(run(caller, "create_project", "{'title':'x','kind':'memoir'}").output())
        .contains("belongs to a project already");
    assertThat(house.projects.of(client)).hasSize(1);
  }

  @Test
  void aSessionBelongsToTheChosenProjectAndGoesOnInItsMode() {
    Answer answer =
        run(selecting(), "assign_project_to_session", "{'projectId':'" + project + "'}");

    assertThat(answer.project()).contains(project);
    assertThat(answer.mode()).isEqualTo(Mode.GHOSTWRITING);
    assertThat(answer.output())
        .isEqualTo(
            "{\"projectId\":\"%s\",\"title\":\"A book\",\"mode\":\"ghostwriting\"}"
                .formatted(project));
    assertThat(house.transcripts.session(talk.session).orElseThrow().project()).contains(project);
  }

  @Test
  void aSessionIsAssignedOnce() {
    ProjectId other = empty("memoir");
    Caller chosen = caller(other, Mode.INTAKE);
    talk.in(other);

    assertThat(run(chosen, "assign_project_to_session", "{'projectId':'" + project + "'}").output())
        .contains("belongs to a project already");
    assertThat(
            run(selecting(), "assign_project_to_session", "{'projectId':'" + project + "'}")
                .output())
        .contains("belongs to a project already");
  }

  @Test
  void aFieldIsWrittenDownInTheClientsWordsAndTheGapsAreTold() {
    ProjectId fresh = empty("memoir");

    Answer answer =
        run(
            caller(fresh, Mode.INTAKE),
            "sync_blueprint_field",
            "{'field':'subject','value':'Mine, “all” of it.'}");

    assertThat(house.blueprints.of(fresh).fields())
        .containsExactly(
            new Field("subject", new Words("Mine, “all” of it."), Field.Origin.CLIENT));
    assertThat(answer.output())
        .isEqualTo(
            "{\"field\":\"subject\",\"missing\":[\"desiredOutcome\",\"targetAudience\",\"voiceGuardrails\"]}");
  }

  @Test
  void anUnknownFieldIsRefusedByNameOfThoseThereAre() {
    assertThat(
            run(
                    caller(project, Mode.INTAKE),
                    "sync_blueprint_field",
                    "{'field':'shoes','value':'x'}")
                .output())
        .contains("There is no field of that name", "desiredOutcome");
  }

  @Test
  void aBlueprintWithAGapIsNotCommittedAndTheGapIsNamed() {
    ProjectId fresh = empty("article");
    for (String field : List.of("point", "angle", "desiredOutcome", "voiceGuardrails")) {
      run(
          caller(fresh, Mode.INTAKE),
          "sync_blueprint_field",
          "{'field':'" + field + "','value':'Said.'}");
    }

    Answer refused = run(caller(fresh, Mode.INTAKE), "commit_blueprint", "{}");
    run(
        caller(fresh, Mode.INTAKE),
        "sync_blueprint_field",
        "{'field':'targetAudience','value':'Said.'}");
    Answer committed = run(caller(fresh, Mode.INTAKE), "commit_blueprint", "{}");

    assertThat(refused.output())
        .isEqualTo(
            "{\"committed\":false,\"error\":\"Still unanswered: targetAudience. Ask for them first.\",\"gaps\":[\"targetAudience\"]}");
    assertThat(refused.mode()).isEqualTo(Mode.INTAKE);
    assertThat(committed.output()).isEqualTo("{\"committed\":true,\"mode\":\"ghostwriting\"}");
    assertThat(committed.mode()).isEqualTo(Mode.GHOSTWRITING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apply_document_edits | {} | There is no tool of that name here.",
        "create_project | no json | The arguments must be one JSON object.",
        "create_project | [] | The arguments must be one JSON object.",
        "create_project | {'title':'x'} | This tool needs kind.",
        "create_project | {'title':' ','kind':'memoir'} | This tool needs title.",
        "create_project | {'title':'x','kind':'novel'} | The kind must be memoir, biography, business-book or article.",
        "create_project | {'title':'x','kind':'memoir','language':'no_such!'} | The language must be a tag such as en or de.",
        "assign_project_to_session | {'projectId':'the first'} | projectId must be an id as the tools or STATE gave it.",
        "sync_blueprint_field | {'field':'subject','value':'x'} | Choose or create a project first.",
        "commit_blueprint | {} | Choose or create a project first.",
        "create_note | {'kind':'fact','text':'x'} | Choose or create a project first.",
        "create_note | {'kind':'gossip','text':'x'} | The kind must be fact, story, style, voice or todo.",
        "update_todo_status | {'todoId':'1','status':'done'} | todoId must be an id as the tools or STATE gave it.",
        "record_transcript_pointer | {} | This tool needs label.",
      })
  void whatMakesNoSenseIsAnsweredInOneSentence(String tool, String arguments, String sentence) {
    assertThat(error(tool, arguments)).isEqualTo(sentence);
  }

  @Test
  void whatIsTooLongIsRefusedAndWhatCannotBeKeptIsLeftOut() {
    assertThat(error("create_project", "{'title':'" + "x".repeat(301) + "','kind':'memoir'}"))
        .isEqualTo("title may have 300 characters at most; shorten it.");

    JsonNode made = run("create_project", "{'title':'Sa\\u0000lt \\ud83d','kind':'memoir'}");

    assertThat(made.path("title").asString()).isEqualTo("Salt");
  }

  private ProjectId empty(String kindId) {
    BookKind kind = house.kinds.find(kindId).orElseThrow();
    return house
        .inTransaction(() -> house.projects.create("Empty", kind, Locale.ENGLISH, client))
        .id();
  }

  private Caller selecting() {
    return new Caller(talk.session, client, Optional.empty(), Mode.SELECTING);
  }

  private Caller caller(ProjectId chosen, Mode mode) {
    return new Caller(talk.session, client, Optional.of(chosen), mode);
  }

  private JsonNode run(String tool, String arguments) {
    return house.json.readTree(run(selecting(), tool, arguments).output());
  }

  private String error(String tool, String arguments) {
    return run(tool, arguments).path("error").asString("no error");
  }

  private Answer run(Caller caller, String tool, String arguments) {
    return house.inTransaction(() -> desk.run(caller, tool, arguments.replace('\'', '"')));
  }

  private static List<String> titles(JsonNode listed) {
    return listed.path("projects").valueStream().map(it -> it.path("title").asString()).toList();
  }
}
