package ghostwriter.interview;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.blueprint.Field;
import ghostwriter.document.Author;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.interview.ToolDesk.Caller;
import ghostwriter.notebook.Notebook.Question;
import ghostwriter.notebook.Todo;
import ghostwriter.project.BookKind;
import ghostwriter.project.Project;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.Finish;
import ghostwriter.queue.WorkerId;
import ghostwriter.realtime.interviewer.ReadState;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnowledgeTest {
  private static final WorkerId WORKER = new WorkerId(UUID.randomUUID());

  private final SteppingClock clock = new SteppingClock();
  private final TestHouse house = new TestHouse(clock);
  private final Knowledge knowledge = of(house);
  private final Instructions instructions = new Instructions(house.json);
  private final BookKind memoir = house.kinds.find("memoir").orElseThrow();
  private Person client;
  private Project project;

  static Knowledge of(TestHouse house) {
    return new Knowledge(
        house.projects,
        house.kinds,
        house.blueprints,
        house.notebook,
        house.transcripts,
        house.feed,
        house.json);
  }

  @BeforeEach
  void aNewProject() {
    client = house.person("Client");
    project =
        house.inTransaction(
            () -> house.projects.create("Salt", memoir, Locale.of("en", "GB"), client));
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void whoeverChoosesIsOfferedTheirOwnProjects() {
    house.project("memoir");
    ProjectId reviewed = house.project("memoir").id();
    house.accounts.addMember(reviewed, client.id(), Role.REVIEWER);

    String state =
        knowledge.state(new Caller(talk().session, client, Optional.empty(), Mode.SELECTING));

    assertThat(state)
        .isEqualTo(
            "{\"mode\":\"selecting\",\"projects\":[{\"id\":\"%s\",\"title\":\"Salt\",\"kind\":\"memoir\"}]}"
                .formatted(project.id()));
  }

  @Test
  void aNewBookHasAllItsGapsAndTheOutlineOfItsKind() {
    answer("subject", "Mine, from 1941.");

    JsonNode state = state(Mode.INTAKE);

    assertThat(state.propertyNames())
        .containsExactly(
            "mode",
            "language",
            "kind",
            "project",
            "fields",
            "sections",
            "openQuestions",
            "todos",
            "asked");
    assertThat(state.path("language").asString()).isEqualTo("en-GB");
    assertThat(state.path("project").toString())
        .isEqualTo("{\"id\":\"%s\",\"title\":\"Salt\"}".formatted(project.id()));
    assertThat(state.at("/fields/filled").toString())
        .isEqualTo(
            "[{\"name\":\"subject\",\"label\":\"Whose life, which years\",\"value\":\"Mine, from 1941.\"}]");
    assertThat(state.at("/fields/missing/3").toString())
        .isEqualTo(
            "{\"name\":\"desiredOutcome\",\"label\":\"What should exist in the end\",\"required\":true}");
    assertThat(state.at("/sections/0").toString())
        .isEqualTo(
            "{\"heading\":\"Where it began\",\"written\":false,\"question\":\"What is the earliest place you can still"
                + " walk through in your mind, and what do you see there?\"}");
    assertThat(state.path("sections")).hasSize(5);
  }

  @Test
  void theBuiltInInterviewerReadsItAsItIsMeant() {
    answer("subject", "Mine.");
    ask("Who was the neighbour?");
    SectionId began = house.documents.current(project.id()).sections().getFirst().id();
    write(began, "We left by boat.");
    drafted("The boat is in. More follows.");
    LiveTalk talk = talk().in(project.id());
    talk.answers("a1", "Good. Who shaped you most?");

    ReadState read = read(Mode.INTAKE);

    assertThat(read)
        .isEqualTo(
            new ReadState(
                "INTAKE",
                "memoir",
                "Salt",
                List.of(),
                List.of("desiredOutcome", "targetAudience", "voiceGuardrails"),
                List.of("Who was the neighbour?"),
                memoir.outline().stream().skip(1).map(BookKind.OutlineEntry::question).toList(),
                List.of("Where it began"),
                "The boat is in. More follows.",
                List.of("Who shaped you most?")));
  }

  @Test
  void whatIsWrittenIsKnownFromTheNews() {
    var sections = house.documents.current(project.id()).sections();
    write(sections.getFirst().id(), "We left by boat.");
    house.inTransaction(() ->
        house.documents.apply(
            project.id(),
            2,
            new Author.ByHand(client.id()),
            List.of(new Edit.AddSection(new SectionId(UUID.randomUUID()), null, "The harbour")),
            Words.NONE));

    JsonNode state = state(Mode.GHOSTWRITING);

    assertThat(state.path("sections").valueStream().map(it -> it.path("heading").asString()))
        .contains("Where it began", "The harbour");
    assertThat(state.path("sections").valueStream().filter(it -> it.path("written").asBoolean()))
        .singleElement()
        .satisfies(it ->
            assertThat(it.toString())
                .isEqualTo("{\"heading\":\"Where it began\",\"written\":true}"));
  }

  @Test
  void newsThatDidNotTellTheOutlineYetLeavesItOpen() {
    write(house.documents.current(project.id()).sections().getFirst().id(), "We left by boat.");
    house.sql.sql("update feed_event set payload = payload - 'outline'").update();

    assertThat(state(Mode.GHOSTWRITING).has("sections")).isFalse();
  }

  @Test
  void theLastDraftThatCameThroughIsToldAndAFailedOneIsNot() {
    assertThat(state(Mode.GHOSTWRITING).has("drafted")).isFalse();
    write(house.documents.current(project.id()).sections().getFirst().id(), "We left by boat.");
    drafted("The boat is in.");
    drafted("The loft is in.");
    failed();

    assertThat(state(Mode.GHOSTWRITING).path("drafted").toString())
        .isEqualTo("{\"version\":2,\"summary\":\"The loft is in.\"}");
  }

  @Test
  void questionsWaitForWordsAndOtherTodosAreOnlyToBeDone() {
    ask("Who was the neighbour?");
    UUID todo = remind("Look up the year of the storm.");
    UUID question = remind("Which storm was it?");
    UUID done = remind("Send the photographs.");
    house.inTransaction(() -> house.notebook.mark(project.id(), done, Todo.Status.DONE));

    JsonNode state = state(Mode.GHOSTWRITING);

    assertThat(state.path("openQuestions").valueStream().map(it -> it.path("text").asString()))
        .containsExactly("Who was the neighbour?", "Which storm was it?");
    assertThat(state.at("/openQuestions/1/id").asString()).isEqualTo(question.toString());
    assertThat(state.path("todos").toString())
        .isEqualTo("[{\"id\":\"%s\",\"text\":\"Look up the year of the storm.\"}]".formatted(todo));
  }

  @Test
  void theQuestionsOfAllTheProjectsTalksAreKnownTheNewestLast() {
    LiveTalk first = talk();
    first.answers("a0", "Which project is it?");
    first.in(project.id()).types("u1", "Why do you ask?");
    first.answers("a1", "Good. Who was there?");
    first.answers("a2", "News from the draft: the loft is in.");
    house.said(project.id(), "Was it cold? I do not know.");
    LiveTalk second = talk().in(project.id());
    second.answers("a3", "What did Dr. Berg say?");
    second.answers("a4", "Good. Who was there?");
    talk().in(house.project("memoir").id()).answers("x", "Whose book is this?");

    assertThat(read(Mode.GHOSTWRITING).asked())
        .containsExactly("Who was there?", "What did Dr. Berg say?");
  }

  @Test
  void ofManyQuestionsTheNewestFortyAreKnown() {
    LiveTalk talk = talk().in(project.id());
    IntStream.rangeClosed(1, 50).forEach(i -> talk.answers("a" + i, "What about " + i + "?"));

    assertThat(read(Mode.GHOSTWRITING).asked())
        .hasSize(40)
        .startsWith("What about 11?")
        .endsWith("What about 50?");
  }

  @Test
  void whateverPeopleSayTheStateStaysSmall() {
    String endless = "endless words ".repeat(200) + "?";
    memoir.fields().forEach(field -> answer(field.name(), endless));
    IntStream.range(0, 60).forEach(i -> ask(i + endless));
    IntStream.range(0, 60).forEach(i -> remind(i + endless.replace('?', '.')));
    LiveTalk talk = talk().in(project.id());
    IntStream.range(0, 60).forEach(i -> talk.answers("a" + i, endless.replace("?", i + "?")));
    List<Edit> sections = new ArrayList<>();
    IntStream.range(0, 60)
        .forEach(i ->
            sections.add(
                new Edit.AddSection(
                    new SectionId(UUID.randomUUID()), null, (i + endless).substring(0, 200))));
    house.inTransaction(() ->
        house.documents.apply(
            project.id(), 1, new Author.ByHand(client.id()), sections, Words.NONE));
    drafted(endless);

    String state = knowledge.state(caller(Mode.GHOSTWRITING));

    assertThat(state.length()).isLessThan(24_000);
    assertThat(house.json.readTree(state).path("openQuestions")).hasSize(16);
  }

  @Test
  void theSameThingsAreToldInTheSameWay() {
    answer("voiceGuardrails", "Plain.");
    answer("subject", "Mine.");
    ask("Who?");

    assertThat(knowledge.state(caller(Mode.INTAKE)))
        .isEqualTo(knowledge.state(caller(Mode.INTAKE)));
    assertThat(
            state(Mode.INTAKE)
                .at("/fields/filled")
                .valueStream()
                .map(it -> it.path("name").asString()))
        .containsExactly("subject", "voiceGuardrails");
  }

  @Test
  void aProjectThatIsGoneIsNothingToKnow() {
    house.projects.remove(project.id());

    assertThat(knowledge.state(caller(Mode.INTAKE)))
        .isEqualTo("{\"mode\":\"intake\",\"projects\":[]}");
  }

  private LiveTalk talk() {
    return new LiveTalk(house);
  }

  private Caller caller(Mode mode) {
    return new Caller(new LiveTalk(house).session, client, Optional.of(project.id()), mode);
  }

  private JsonNode state(Mode mode) {
    return house.json.readTree(knowledge.state(caller(mode)));
  }

  private ReadState read(Mode mode) {
    return ReadState.of(
        instructions.configure(mode, knowledge.state(caller(mode))).instructions().text());
  }

  private void answer(String field, String value) {
    house.doInTransaction(() ->
        house.blueprints.answer(
            project.id(), new Field(field, new Words(value), Field.Origin.CLIENT)));
  }

  private void ask(String question) {
    clock.advance(Duration.ofMillis(1));
    SectionId section = house.documents.current(project.id()).sections().getLast().id();
    house.doInTransaction(() ->
        house.notebook.ask(
            project.id(),
            new JobId(UUID.randomUUID()),
            List.of(new Question(section, new Words(question)))));
  }

  private UUID remind(String text) {
    clock.advance(Duration.ofMillis(1));
    return house.inTransaction(() -> house.notebook.remind(project.id(), new Words(text)));
  }

  private void write(SectionId section, String text) {
    var content =
        new Content(BlockKind.PARAGRAPH, new Words(text), Grounding.CONNECTIVE, List.of());
    Edit edit = new Edit.Insert(section, null, new BlockId(UUID.randomUUID()), content);
    house.inTransaction(() ->
        house.documents.apply(
            project.id(), 1, new Author.ByHand(client.id()), List.of(edit), Words.NONE));
  }

  private void drafted(String summary) {
    DraftJob job = claimed();
    house.doInTransaction(() ->
        house.queue.finish(job, new Finish(new Words(summary), "{}", "{}", List.of(), false)));
  }

  private void failed() {
    DraftJob job = claimed();
    house.doInTransaction(() -> house.queue.giveUp(job, "The drafting model refused the task."));
  }

  private DraftJob claimed() {
    house.queue.beat(WORKER);
    var request =
        DraftRequest.of(project.id(), Urgency.HIGH, new Words(UUID.randomUUID().toString()));
    house.inTransaction(() -> house.queue.enqueue(request));
    return house.inTransaction(() -> house.queue.claim(WORKER, 1)).getFirst();
  }
}
