package ghostwriter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class QueueLinesTest {
  @Test
  void eachTransactionThatIsHeldOpenIsWarnedOf() {
    JsonNode queue =
        json(
            """
            {"longTransactions": [
              {"application": "report", "state": "idle in transaction", "since": "2026-11-21T06:00:00Z"},
              {"application": "", "state": "active", "since": "2026-11-21T06:10:00Z"}]}
            """);

    assertThat(QueueLines.warnings(queue))
        .containsExactly(
            "Warning: report holds a transaction open (idle in transaction) since"
                + " 2026-11-21T06:00:00Z; PostgreSQL cannot clear up behind the queue meanwhile.",
            "Warning: somebody holds a transaction open (active) since 2026-11-21T06:10:00Z;"
                + " PostgreSQL cannot clear up behind the queue meanwhile.");
  }

  @Test
  void whatATerminalWouldObeyIsLeftOut() {
    JsonNode queue =
        json(
            """
            {"counts": {"error": 1}, "jobs": [
              {"id": "j1", "status": "error", "createdAt": "now", "attempts": 1,
               "projectTitle": "A\\u001b[2Jbook", "error": "one\\ntwo\\u009b2Jthree"}]}
            """);

    assertThat(QueueLines.overview(queue))
        .containsExactly(
            "0 waiting, 0 running, 0 complete, 1 failed, 0 cancelled",
            "j1  error      now  1 attempt  A [2Jbook  one two 2Jthree");
  }

  @Test
  void ofOneJobOnlyWhatThereIsIsShown() {
    JsonNode job =
        json(
            """
            {"id": "j1", "status": "queued", "error": null, "attempts": 0,
             "request": {"summary": "Go on.", "messagePointers": [], "promptContext": {"length": 600}}}
            """);

    assertThat(QueueLines.job(job))
        .containsExactly(
            "id: j1", "status: queued", "attempts: 0", "promptContext: {\"length\":600}");
  }

  @Test
  void aJobThatStandsBehindAnotherSaysSo() {
    assertThat(QueueLines.job(json("{\"status\": \"queued\", \"due\": null}")))
        .containsExactly("status: queued", "due: after another job of its project");
    assertThat(QueueLines.job(json("{\"status\": \"queued\", \"due\": \"soon\"}")))
        .containsExactly("status: queued", "due: soon");
    assertThat(QueueLines.job(json("{\"status\": \"running\", \"due\": null}")))
        .containsExactly("status: running");
  }

  private static JsonNode json(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
