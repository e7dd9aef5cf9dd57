package ghostwriter.stories;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.realtime.EngineKey;
import ghostwriter.testing.Cable;
import ghostwriter.testing.Caller;
import ghostwriter.testing.FeedViewer;
import ghostwriter.testing.RunningServer;
import ghostwriter.testing.TestDatabase;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ProjectId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A book is told, a language model drafts it, and the assistant says what has changed: one
/// sentence a draft, true to what was stored, whatever breaks meanwhile.
class NarratedDraftTest {
  private static final List<String> TELLING =
      List.of(
          "I was born in Marstal in 1941, in the house of my grandmother Else, by the harbour.",
          "My father Anton sailed on the schooner Haabet and smelled of tar and oranges all winter.",
          "When I was fourteen he took me along to Newfoundland, and the ice hung in the rigging.");

  private final DatabaseAccess database = TestDatabase.fresh();
  private final ProjectId project = project(database);
  private final RunningServer engine = RunningServer.shared();
  private final Cable line = new Cable(engine.address().getPort());
  private final QuotingModel model = new QuotingModel(true);
  private RunningServer server = start();
  private Caller client = server.operatorsBrowser();
  private final String session = begin();

  private static ProjectId project(DatabaseAccess database) {
    try (var house = new TestHouse(InstantSource.system(), database)) {
      return house.project("memoir").id();
    }
  }

  /// Its provider is another server's engine, by way of a cable.
  private RunningServer start() {
    Map<String, String> settings = new HashMap<>(model.settings());
    settings.put("GHOSTWRITER_LINE", "openai");
    settings.put("GHOSTWRITER_LINE_KEY", engine.bean(EngineKey.class).text());
    settings.put("GHOSTWRITER_LINE_URL", "ws://127.0.0.1:" + line.port() + "/v1/realtime");
    return RunningServer.start(settings, database);
  }

  private String begin() {
    String body = "{\"projectId\": \"" + project + "\"}";
    return "/api/sessions/" + client.post("/api/sessions", body).json().path("id").asString();
  }

  @AfterEach
  void close() {
    model.close();
    server.close();
    line.close();
  }

  @Test
  void theSentenceIsTheJobsOwnAndNamesOnlyWhatChanged() {
    tell(TELLING.get(0));
    model.says("I wrote about “%s”.");
    JsonNode first = drafted("the harbour");
    assertThat(summary(first)).isEqualTo(model.summaries().getFirst());

    tell(TELLING.get(1));
    model.says("I wrote “Where it began”, “The people”, “Turning points” and “%s” anew.");
    JsonNode second = drafted("the schooner");
    assertThat(summary(second)).isNotEqualTo(model.summaries().getLast());

    for (JsonNode job : List.of(first, second)) {
      isToldOnce(job);
    }
    namesOnlyWhatChanged(summary(first), 1, 2);
    namesOnlyWhatChanged(summary(second), 2, 3);
  }

  @Test
  void eachDraftIsToldOnceThoughTheLineBreaksAndTheServerStartsAgain() {
    tell(TELLING.get(0));
    model.says("I wrote about the harbour in “%s”.");
    ask("the harbour");
    model.awaitAsked();
    line.cut();
    model.goOn();
    JsonNode first = awaitTold("the harbour");

    tell(TELLING.get(1));
    model.says("I wrote about the schooner in “%s”.");
    ask("the schooner");
    model.awaitAsked();
    restart();
    model.awaitAsked();
    model.goOn();
    model.goOn();
    JsonNode second = awaitTold("the schooner");

    line.cut();
    restart();
    tell(TELLING.get(2));
    for (JsonNode job : List.of(first, second)) {
      isToldOnce(job);
    }
  }

  private void restart() {
    server.close();
    server = start();
    client = server.operatorsBrowser();
  }

  private JsonNode drafted(String wish) {
    ask(wish);
    model.goOn();
    return awaitTold(wish);
  }

  private void ask(String wish) {
    String body = "{\"urgency\": \"high\", \"summary\": \"%s\"}".formatted(wish);
    assertThat(client.post(path("/jobs"), body).status()).isEqualTo(202);
  }

  /// Says something and waits for the answer to it.
  private void tell(String text) {
    try (FeedViewer talk = FeedViewer.of(client, session + "/stream")) {
      String body = "{\"key\": \"%s\", \"text\": \"%s\"}".formatted(UUID.randomUUID(), text);
      assertThat(client.post(session + "/words", body).status()).isEqualTo(202);
      boolean said = false;
      while (!said || !speaks(talk)) {
        said = said || client.get(path("/transcript?limit=500")).text().contains(text);
      }
    }
  }

  private static boolean speaks(FeedViewer talk) {
    JsonNode item = talk.next().data();
    return item.path("role").asString("").equals("assistant")
        && item.path("state").asString("").equals("completed");
  }

  /// Waits until the assistant has said how a draft went.
  private JsonNode awaitTold(String wish) {
    try (FeedViewer talk = FeedViewer.of(client, session + "/stream")) {
      while (true) {
        JsonNode job = job(wish);
        if (job.path("status").asString().equals("complete") && timesSpoken(summary(job)) > 0) {
          return job;
        }
        talk.next();
      }
    }
  }

  private JsonNode job(String wish) {
    return client
        .get(path("/jobs"))
        .json()
        .valueStream()
        .filter(job -> job.path("summary").asString().equals(wish))
        .findFirst()
        .orElseThrow();
  }

  private static String summary(JsonNode job) {
    return job.path("generatedSummary").asString();
  }

  private void isToldOnce(JsonNode job) {
    assertThat(timesSpoken(summary(job))).isEqualTo(1);
    assertThat(
            count(
                "role = 'system' and text like 'TOOL_PROGRESS::%' || :what || '%'",
                job.path("id").asString()))
        .isEqualTo(1);
  }

  private long timesSpoken(String sentence) {
    return count("role = 'assistant' and status = 'completed' and text = :what", sentence);
  }

  private long count(String which, String what) {
    return server
        .bean(JdbcClient.class)
        .sql("select count(*) from item where project_id = :project and " + which)
        .param("project", project.value())
        .param("what", what)
        .query(Long.class)
        .single();
  }

  private void namesOnlyWhatChanged(String told, int from, int to) {
    JsonNode diff = client.get(path("/document/diff?from=%d&to=%d".formatted(from, to))).json();
    Set<String> changed =
        diff.path("sections")
            .valueStream()
            .filter(section ->
                section
                    .path("blocks")
                    .valueStream()
                    .anyMatch(block -> !block.path("change").asString().equals("same")))
            .map(section -> section.path("heading").asString())
            .collect(Collectors.toSet());
    assertThat(changed).isNotEmpty();
    for (JsonNode section : client.get(path("/document")).json().path("sections")) {
      String heading = section.path("heading").asString();
      assertThat(told.contains("“" + heading + "”"))
          .as(heading)
          .isEqualTo(changed.contains(heading));
    }
  }

  private String path(String what) {
    return "/api/projects/" + project + what;
  }
}
