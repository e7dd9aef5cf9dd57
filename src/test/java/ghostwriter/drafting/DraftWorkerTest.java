package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ghostwriter.document.Edit;
import ghostwriter.document.Origin;
import ghostwriter.document.Section.State;
import ghostwriter.document.VersionEntry;
import ghostwriter.drafting.Answer.Question;
import ghostwriter.feed.FeedEvent;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Todo;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.JobStatus;
import ghostwriter.testing.SteppingClock;
import ghostwriter.transcript.Through;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a draft that goes well leaves behind.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftWorkerTest {
  private final SteppingClock clock = new SteppingClock();
  private final Workbench bench = new Workbench(clock);
  private ProjectId project;

  @BeforeEach
  void aFreshProject() {
    project = bench.house.project("memoir").id();
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @Test
  void whatWasSaidStandsInTheDocumentWithItsSources() {
    var session = bench.house.said(project, "We left by boat.");
    var job = bench.draft(project, "the harbour");

    var block = bench.blocks(project).getFirst();
    assertThat(block.content().markdown().text()).isEqualTo("We left by boat.");
    assertThat(block.content().sources().getFirst().item().session()).isEqualTo(session);
    assertThat(block.job()).isEqualTo(job.id());
    assertThat(block.origin()).isEqualTo(Origin.DRAFT);
    assertThat(block.touched()).isFalse();
  }

  @Test
  void theJobKeepsItsSummaryItsUsageAndHowFarItHasRead() {
    var session = bench.house.said(project, "We left by boat.", "It was cold.");
    bench.model.then(brief -> {
      clock.advance(Duration.ofSeconds(7));
      return ScriptedModel.quoting(brief);
    });
    var job = bench.draft(project, "the harbour");

    assertThat(job.status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(job.generatedSummary()).contains(new Words("I wrote it down."));
    assertThat(job.usage().orElseThrow()).contains("scripted", "12", "34");
    assertThat(job.durationMs()).contains(7_000L);
    var through = bench.house.queue.through(project).orElseThrow();
    assertThat(bench.house.json.readValue(through, Through.class).told()).containsEntry(session, 2);
  }

  @Test
  void theSectionsThatChangedWaitForAReview() {
    bench.house.said(project, "We left by boat.");
    bench.draft(project, "the harbour");

    assertThat(bench.house.documents.current(project).sections())
        .extracting(section -> section.state() == State.NEEDS_REVIEW)
        .startsWith(true, false);
  }

  @Test
  void theNewsComesInTheOrderInWhichItHappened() {
    bench.house.said(project, "We left by boat.");
    long before = bench.house.feed.last(project);
    bench.model.then(brief -> withQuestion(brief, "Who was on board?"));
    bench.draft(project, "the harbour");

    assertThat(bench.news(project, before))
        .extracting(FeedEvent::kind)
        .containsExactly(
            "draftQueued", "draftStarted", "documentChanged", "todosChanged", "draftProgress");
  }

  @Test
  void progressTellsEverythingAboutTheJob() {
    bench.house.said(project, "We left by boat.");
    var job = bench.draft(project, "the harbour");

    var told = bench.house.json.readTree(bench.progress(project).getLast().payload());
    assertThat(told.get("jobId").asString()).isEqualTo(job.id().toString());
    assertThat(told.get("projectId").asString()).isEqualTo(project.toString());
    assertThat(told.get("status").asString()).isEqualTo("completed");
    assertThat(told.get("summary").asString()).isEqualTo("I wrote it down.");
    assertThat(told.get("error").isNull()).isTrue();
    assertThat(told.get("sections")).hasSize(1);
    assertThat(told.get("attempts").asInt()).isEqualTo(1);
    assertThat(told.get("usage").get("outputTokens").asInt()).isEqualTo(34);
    assertThat(told.get("completedAt").asString()).isEqualTo(clock.instant().toString());
  }

  @Test
  void aBriefWithNothingNewYieldsAQuestionAndNoProse() {
    bench.model.then(brief ->
        ScriptedModel.drafted(
            List.of(), new Question(brief.sections().getFirst().id(), new Words("Where?"))));
    var job = bench.draft(project, "the harbour");

    assertThat(bench.model.asked.getLast().material()).isEmpty();
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(bench.blocks(project)).isEmpty();
    assertThat(bench.house.documents.current(project).version()).isEqualTo(1);
    assertThat(todos()).containsExactly("Where? OPEN");
  }

  @Test
  void aQuestionIsAskedOnceAndClosedWhenItsSectionGetsItsWords() {
    bench.model.then(brief -> withQuestion(brief, "Where?"));
    bench.draft(project, "the harbour");
    bench.model.then(brief -> withQuestion(brief, "Where?"));
    bench.draft(project, "the storm");
    assertThat(todos()).containsExactly("Where? OPEN");

    bench.house.said(project, "We left by boat.");
    bench.draft(project, "the boat");
    assertThat(todos()).containsExactly("Where? DONE");
  }

  @Test
  void theNextDraftReadsOnWhereTheLastOneStopped() {
    bench.house.said(project, "We left by boat.");
    bench.draft(project, "the harbour");
    bench.house.said(project, "We came back by train.");
    bench.draft(project, "the station");

    assertThat(bench.model.asked.getLast().material())
        .extracting(item -> item.text().text())
        .containsExactly("We came back by train.");
  }

  @Test
  void theBriefHoldsWhatTheNotebookKeepsAndWhatTheLastDraftSaid() {
    bench.house.said(project, "We left by boat.");
    bench.model.then(brief -> withQuestion(brief, "Where was the inn?"));
    bench.draft(project, "the harbour");
    bench.house.doInTransaction(() -> {
      bench.house.notebook.note(project, Note.Kind.STYLE, new Words("Dry."), Optional.empty());
      bench.house.notebook.note(project, Note.Kind.FACT, new Words("1950."), Optional.empty());
      bench.house.notebook.remind(project, new Words("Ask for the letters."));
    });
    bench.draft(project, "the inn");

    Brief brief = bench.model.asked.getLast();
    assertThat(brief.notes())
        .extracting(note -> note.text().text())
        .containsExactly("Dry.", "1950.");
    assertThat(brief.todos())
        .extracting(todo -> todo.text().text())
        .containsExactly("Where was the inn?", "Ask for the letters.");
    assertThat(brief.summary()).isEqualTo(new Words("I wrote it down."));
  }

  @Test
  void theBriefHoldsWhatTheRequestSaidAboutTheTask() {
    bench.house.said(project, "We left by boat.");
    var request =
        new DraftRequest(
            project,
            Optional.empty(),
            Urgency.HIGH,
            new Words("the harbour"),
            List.of(),
            List.of(),
            Map.of("instruction", "Keep it short."));
    bench.house.doInTransaction(() -> bench.house.queue.enqueue(request));
    bench.runAll();

    assertThat(bench.model.asked.getLast().context())
        .containsEntry("instruction", "Keep it short.");
  }

  @Test
  void whatIsPointedToIsReadInItsPlaceOfTheConversation() {
    var first = bench.house.said(project, "One.", "Two.");
    bench.draft(project, "the harbour");
    var second = bench.house.said(project, "Three.", "Four.", "Five.");
    point(new ItemId(second, "imported_2"), new ItemId(first, "imported_2"));
    bench.runAll();

    assertThat(bench.model.asked.getLast().material())
        .extracting(item -> item.text().text())
        .containsExactly("Two.", "Three.", "Four.", "Five.");
  }

  private void point(ItemId... items) {
    var request =
        new DraftRequest(
            project,
            Optional.empty(),
            Urgency.HIGH,
            new Words("the storm"),
            List.of(items),
            List.of(),
            Map.of());
    bench.house.doInTransaction(() -> bench.house.queue.enqueue(request));
  }

  @Test
  void whatIsSaidWhileTheModelThinksIsReadByTheNextDraft() {
    bench.house.said(project, "We left by boat.");
    bench.model.then(brief -> {
      bench.house.said(project, "We came back by train.");
      return ScriptedModel.quoting(brief);
    });
    bench.draft(project, "the harbour");
    bench.draft(project, "the station");

    assertThat(bench.texts(project))
        .containsExactlyInAnyOrder("We left by boat.", "We came back by train.");
  }

  @Test
  void whatAHumanWroteStandsAndTheDraftsWordingBecomesAProposal() {
    bench.house.said(project, "We left by boat.");
    bench.draft(project, "the harbour");
    var block = bench.blocks(project).getFirst();
    bench.byHand(
        project,
        new Edit.Replace(block.id(), ScriptedModel.connective("We *left*,\u00a0at night.")));

    bench.model.then(_ ->
        ScriptedModel.drafted(
            List.of(new Edit.Replace(block.id(), block.content()), new Edit.Remove(block.id()))));
    var job = bench.draft(project, "the storm");

    assertThat(job.status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(bench.texts(project)).containsExactly("We *left*,\u00a0at night.");
    assertThat(bench.house.documents.openProposals(project)).isEqualTo(2);
    assertThat(bench.house.documents.current(project).version()).isEqualTo(3);
  }

  @Test
  void whatAHumanWritesWhileTheModelThinksStandsToo() {
    bench.house.said(project, "We left by boat.");
    bench.draft(project, "the harbour");
    var block = bench.blocks(project).getFirst();

    bench.model.then(_ -> {
      bench.byHand(project, new Edit.Replace(block.id(), ScriptedModel.connective("By night.")));
      return ScriptedModel.drafted(List.of(new Edit.Remove(block.id())));
    });
    bench.draft(project, "the storm");

    assertThat(bench.texts(project)).containsExactly("By night.");
    assertThat(bench.house.documents.openProposals(project)).isEqualTo(1);
  }

  @Test
  void eachDraftMakesOneVersionThatNamesItsJob() {
    bench.house.said(project, "We left by boat.");
    var job = bench.draft(project, "the harbour");

    assertThat(bench.house.documents.history(project, 10))
        .extracting(VersionEntry::number, entry -> entry.job().orElse(null))
        .containsExactly(tuple(2, job.id()), tuple(1, null));
  }

  private static Answer withQuestion(Brief brief, String question) {
    var drafted = ScriptedModel.quoting(brief);
    return ScriptedModel.drafted(
        drafted.edits(), new Question(brief.sections().getFirst().id(), new Words(question)));
  }

  private List<String> todos() {
    return bench.house.notebook.todos(project).stream().map(DraftWorkerTest::told).toList();
  }

  private static String told(Todo todo) {
    return todo.text().text() + " " + todo.status();
  }
}
