package ghostwriter.interview;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.interview.Table.Done;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Notebook.Question;
import ghostwriter.notebook.Pointer;
import ghostwriter.notebook.Todo;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The built-in interviewer with the house's own instructions and tools: what it calls is done, and
/// what it reads is there.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptedInterviewTest {
  private static final String STORY =
      "My grandfather Anders carried salt from Bodø to Tromsø on a sledge, every February until 1938, and the wind came"
          + " over the ridge so hard that he tied the sacks twice, and then a third time, and sang to keep awake, and at the"
          + " hut on the pass he found his brother Nils, who had waited two days with the dog and a loaf of bread, and they"
          + " sat there until it was light and did not say a word, and then they went on together and sold every grain. ";

  private final TestHouse house = new TestHouse(new SteppingClock());
  private Person client;

  @BeforeEach
  void aClientWhoHasAProject() {
    client = house.person("Client");
    house.accounts.addMember(house.project("memoir").id(), client.id(), Role.AUTHOR);
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aBookIsBegunPlannedToldAndDrafted() {
    var table = new Table(house, client);

    assertThat(table.listen()).contains("“A book”");
    assertThat(table.say("Which projects do I have?")).contains("“A book”");
    table.say("I'd like to start an article called Salt Roads.");
    assertThat(table.caller.mode()).isEqualTo(Mode.INTAKE);
    ProjectId project = table.caller.project().orElseThrow();
    plan(table);
    assertThat(table.caller.mode()).isEqualTo(Mode.GHOSTWRITING);
    table.say(STORY);
    table.say("Remind me to look up the year of the great storm.");
    table.say(STORY.replace("grandfather Anders", "aunt Ragnhild").replace("1938", "1921"));
    table.say(STORY.replace("grandfather Anders", "cousin Sivert").replace("1938", "1951"));
    table.say("Draft that, please.");

    assertThat(table.done).filteredOn(done -> done.output().has("error")).isEmpty();
    assertThat(table.done)
        .extracting(Done::tool)
        .contains(
            "list_projects",
            "create_project",
            "assign_project_to_session",
            "sync_blueprint_field",
            "commit_blueprint",
            "create_note",
            "record_transcript_pointer",
            "queue_draft_update");
    assertThat(house.blueprints.of(project).committedAt()).isPresent();
    assertKept(table, project);
    assertAskedFor(table, project);
  }

  private static void plan(Table table) {
    for (String answer :
        List.of(
            "Salt made the towns of the north.",
            "From the side of those who carried it.",
            "Ten pages for a magazine.",
            "People who hike there.",
            "Plain, first person, no heroes.")) {
      table.say(answer);
    }
  }

  private void assertKept(Table table, ProjectId project) {
    assertThat(house.blueprints.of(project).answers())
        .containsEntry("point", "Salt made the towns of the north.")
        .containsEntry("targetAudience", "People who hike there.");
    assertThat(house.notebook.notes(project, 10))
        .isNotEmpty()
        .allSatisfy(note -> {
          assertThat(note.kind()).isEqualTo(Note.Kind.FACT);
          assertThat(said(table, note.source().orElseThrow()))
              .contains(note.text().text().replace("…", ""));
        });
    assertThat(house.notebook.pointers(project))
        .isNotEmpty()
        .extracting(Pointer::item)
        .allSatisfy(item -> assertThat(said(table, item)).contains("carried salt"));
    assertThat(house.notebook.todos(project))
        .extracting(todo -> todo.text().text())
        .containsExactly("Remind me to look up the year of the great storm.");
  }

  private String said(Table table, ItemId item) {
    assertThat(item.session()).isEqualTo(table.talk.session);
    return house
        .transcripts
        .find(table.caller.project().orElseThrow(), List.of(item))
        .values()
        .iterator()
        .next()
        .text()
        .text();
  }

  private void assertAskedFor(Table table, ProjectId project) {
    List<Done> drafts =
        table.done.stream().filter(done -> done.tool().equals("queue_draft_update")).toList();

    assertThat(drafts).isNotEmpty();
    assertThat(drafts.getLast().arguments().path("urgency").asString()).isEqualTo("high");
    assertThat(drafts)
        .allSatisfy(done -> assertThat(done.output().path("state").asString()).isEqualTo("queued"));
    assertThat(house.queue.pointedAt(project))
        .isNotEmpty()
        .allSatisfy(item -> assertThat(said(table, item)).isNotBlank());
  }

  @Test
  void aBookIsResumedWithItsOpenQuestionWhichIsClosedByTheAnswer() {
    ProjectId project = house.project("memoir").id();
    house.accounts.addMember(project, client.id(), Role.AUTHOR);
    house
        .sql
        .sql("update project set title = 'Nets' where id = :id")
        .param("id", project.value())
        .update();
    ask(project, "Where did the boat lie in winter?");
    var table = new Table(house, client);
    table.listen();

    assertThat(table.say("Nets, please.")).contains("here did the boat lie in winter?");
    table.say("In the boathouse at Selnes, behind the church, under a sail.");

    assertThat(table.done)
        .extracting(Done::tool)
        .startsWith("assign_project_to_session")
        .endsWith("update_todo_status");
    assertThat(table.done).filteredOn(done -> done.output().has("error")).isEmpty();
    assertThat(house.notebook.todos(project))
        .extracting(Todo::status)
        .containsExactly(Todo.Status.DONE);
  }

  @Test
  void whatWasAskedInAnEarlierTalkIsNotAskedInTheNextOne() {
    ProjectId project = house.project("memoir").id();
    house.accounts.addMember(project, client.id(), Role.AUTHOR);
    var first = new Table(house, client);
    first.listen();
    String opening = first.say("The first one, please.");
    var second = new Table(house, client);
    second.listen();

    String again = second.say("The first one, please.");

    assertThat(first.caller.project()).contains(project).isEqualTo(second.caller.project());
    assertThat(opening).endsWith("?");
    assertThat(Brevity.question(again, 200)).isNotEqualTo(Brevity.question(opening, 200));
  }

  private void ask(ProjectId project, String question) {
    var section = house.documents.current(project).sections().getFirst().id();
    house.doInTransaction(() ->
        house.notebook.ask(
            project,
            new JobId(UUID.randomUUID()),
            List.of(new Question(section, new Words(question)))));
  }
}
