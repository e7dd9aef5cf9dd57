package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ghostwriter.document.Grounding;
import ghostwriter.document.Origin;
import ghostwriter.drafting.openai.ScriptedProvider;
import ghostwriter.drafting.prompt.Replies;
import ghostwriter.notebook.Todo;
import ghostwriter.queue.JobRecord;
import ghostwriter.queue.JobStatus;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.ProjectId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A job, a language model behind a real socket, and the document that comes of it.
class ModelDraftTest {
  private static final String PARAGRAPH = "  We left by boat — at *night*.\n";

  private final SteppingClock clock = new SteppingClock();
  private final ScriptedProvider api = new ScriptedProvider();
  private final Workbench bench = new Workbench(clock);
  private ProjectId project;

  @BeforeEach
  void aBook() {
    DraftModel model = api.model(clock);
    for (int job = 0; job < 4; job++) {
      bench.model.then(model);
    }
    project = bench.house.project("memoir").id();
    bench.house.said(project, "We left by boat, at night.");
  }

  @AfterEach
  void close() {
    bench.close();
    api.close();
  }

  @Test
  void whatTheModelWroteStandsInTheDocumentToTheLetterAndItsAnswerOnTheJob() {
    String reply =
        """
        {"sections": [{"id": "s1", "edits": [%s]}],
         "questions": [{"section": "s2", "text": "Who was on board?"}],
         "summary": "I wrote down how you left."}
        """
            .formatted(Replies.insert("end", PARAGRAPH, false, List.of("t1")));
    api.says(reply);
    JobRecord job = bench.draft(project, "the harbour");

    assertThat(job.status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(job.generatedSummary().orElseThrow().text()).isEqualTo("I wrote down how you left.");
    assertThat(bench.texts(project)).containsExactly(PARAGRAPH);
    var block = bench.blocks(project).getFirst();
    assertThat(block.origin()).isEqualTo(Origin.DRAFT);
    assertThat(block.content().grounding()).isEqualTo(Grounding.SOURCED);
    assertThat(block.content().sources().getFirst().to())
        .isEqualTo("We left by boat, at night.".length());
    assertThat(answer(job).at("/answer/raw").asString()).isEqualTo(reply);
    assertThat(bench.house.notebook.todos(project))
        .extracting(todo -> todo.text().text(), Todo::status)
        .contains(tuple("Who was on board?", Todo.Status.OPEN));
    JsonNode usage = bench.house.json.readTree(job.usage().orElseThrow());
    assertThat(usage.path("model").asString()).isEqualTo("gpt-6-luna");
    assertThat(usage.path("cost").decimalValue()).isEqualByComparingTo("0.000423");
  }

  @Test
  void aModelThatInventsItsSourcesChangesNothingAndEndsTheJobAfterThreeAttempts() {
    for (int call = 0; call < 6; call++) {
      api.says(Replies.inserting("s1", "We left by boat.", "t77"));
    }
    JobRecord job = bench.draft(project, "the harbour");
    for (int wait = 0; wait < 2; wait++) {
      clock.advance(Duration.ofSeconds(20));
      bench.house.queue.beat(bench.worker);
      bench.runAll();
    }

    JobRecord ended = bench.record(project, job.id());
    assertThat(ended.status()).isEqualTo(JobStatus.ERROR);
    assertThat(ended.error()).contains("The drafting model's answer could not be used.");
    assertThat(bench.blocks(project)).isEmpty();
    JsonNode usage = bench.house.json.readTree(ended.usage().orElseThrow());
    assertThat(usage.path("calls").asInt()).isEqualTo(6);
    JsonNode told = bench.house.json.readTree(bench.progress(project).getLast().payload());
    assertThat(told.path("reason").asString()).isEqualTo("malformed");
    assertThat(told.path("usage").path("calls").asInt()).isEqualTo(6);
  }

  private JsonNode answer(JobRecord job) {
    return bench.house.json.readTree(
        bench
            .house
            .sql
            .sql("select answer::text from draft_job where id = :job")
            .param("job", job.id().value())
            .query(String.class)
            .single());
  }
}
