package ghostwriter.interview;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.interview.ToolDesk.Answer;
import ghostwriter.interview.ToolDesk.Caller;
import ghostwriter.notebook.Note;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ToolDeskTest {
  private TestHouse house;
  private ToolDesk desk;
  private Person client;
  private ProjectId project;
  private SessionId talk;

  @BeforeAll
  void open() {
    house = new TestHouse(new SteppingClock());
    desk =
        new ToolDesk(
            house.accounts,
            house.projects,
            house.kinds,
            house.blueprints,
            house.notebook,
            house.transcripts,
            house.queue,
            house.json);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @BeforeEach
  void aTalkInAProject() {
    client = house.person("Client");
    project = house.project("memoir").id();
    house.accounts.addMember(project, client.id(), Role.AUTHOR);
    talk = house.said(project, "I was born in Bergen.");
  }

  @Test
  void aProjectIsMadeAndListed() {
    String made =
        run(selecting(), "create_project", "{\"title\":\"My life\",\"kind\":\"memoir\"}").output();

    assertThat(made).contains("\"title\":\"My life\"");
    assertThat(run(selecting(), "list_projects", "{}").output()).contains("My life");
  }

  @Test
  void aProjectOfSomebodyElseCannotBeChosen() {
    ProjectId theirs = house.project("memoir").id();
    SessionId fresh =
        house.inTransaction(() -> house.transcripts.openSession("Talk", Optional.empty()));
    var caller = new Caller(fresh, client, Optional.empty(), Mode.SELECTING);

    Answer answer = run(caller, "assign_project_to_session", "{\"projectId\":\"" + theirs + "\"}");

    assertThat(answer.output()).contains("error");
    assertThat(answer.project()).isEmpty();
  }

  @Test
  void aSessionBelongsToTheChosenProjectAndGoesOnInItsMode() {
    SessionId fresh =
        house.inTransaction(() -> house.transcripts.openSession("Talk", Optional.empty()));
    var caller = new Caller(fresh, client, Optional.empty(), Mode.SELECTING);

    Answer answer = run(caller, "assign_project_to_session", "{\"projectId\":\"" + project + "\"}");

    assertThat(answer.project()).contains(project);
    assertThat(answer.mode()).isEqualTo(Mode.GHOSTWRITING);
  }

  @Test
  void aFieldIsWrittenDownAndAnUnknownOneRefusedByName() {
    run(caller(), "sync_blueprint_field", "{\"name\":\"people\",\"value\":\"My brother Nils\"}");

    assertThat(house.blueprints.of(project).answers()).containsEntry("people", "My brother Nils");
    assertThat(
            run(caller(), "sync_blueprint_field", "{\"name\":\"shoes\",\"value\":\"x\"}").output())
        .contains("error", "desiredOutcome");
  }

  @Test
  void aNoteKeepsWhereItWasSaid() {
    run(
        caller(),
        "create_note",
        "{\"kind\":\"fact\",\"text\":\"Born in Bergen\",\"itemId\":\"imported_1\"}");

    assertThat(house.notebook.notes(project, 10))
        .singleElement()
        .satisfies(note -> {
          assertThat(note.kind()).isEqualTo(Note.Kind.FACT);
          assertThat(note.source().orElseThrow().id()).isEqualTo("imported_1");
        });
  }

  @Test
  void aPointerToAnUnknownItemIsRefused() {
    assertThat(
            run(caller(), "record_transcript_pointer", "{\"itemId\":\"nowhere\",\"label\":\"x\"}")
                .output())
        .contains("error", "nowhere");
    assertThat(
            run(
                    caller(),
                    "record_transcript_pointer",
                    "{\"itemId\":\"imported_1\",\"label\":\"birth\"}")
                .output())
        .contains("pointerId");
  }

  @Test
  void aDraftIsAskedForAtOnceAndOnlyForTheSessionsProject() {
    String asked =
        "{\"projectId\":\"%s\",\"urgency\":\"high\",\"messagePointers\":[\"imported_1\"]}";

    assertThat(run(caller(), "queue_draft_update", asked.formatted(project)).output())
        .contains("\"state\":\"enqueued\"");
    assertThat(
            run(caller(), "queue_draft_update", asked.formatted(house.project("memoir").id()))
                .output())
        .contains("error", "another project");
  }

  @Test
  void whatMakesNoSenseIsAnsweredInOneSentence() {
    assertThat(run(caller(), "apply_document_edits", "{}").output()).contains("There is no tool");
    assertThat(run(caller(), "create_note", "no json").output()).contains("one JSON object");
    assertThat(run(caller(), "create_note", "{\"kind\":\"fact\"}").output()).contains("needs text");
    assertThat(run(selecting(), "commit_blueprint", "{}").output()).contains("project first");
  }

  private Caller caller() {
    return new Caller(talk, client, Optional.of(project), Mode.GHOSTWRITING);
  }

  private Caller selecting() {
    return new Caller(talk, client, Optional.empty(), Mode.SELECTING);
  }

  private Answer run(Caller caller, String tool, String arguments) {
    return house.inTransaction(() -> desk.run(caller, tool, arguments));
  }
}
