package ghostwriter.stories;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.realtime.EngineKey;
import ghostwriter.testing.Caller;
import ghostwriter.testing.FeedViewer;
import ghostwriter.testing.Log;
import ghostwriter.testing.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A book from nothing to its first drafted sections, by typing alone, with each provider: the
/// built-in engine, and a hosted one, whose place another server's engine takes.
class SpokenBookTest {
  private static final List<String> PLANNING =
      List.of(
          "A memoir.",
          "Call it Salt and Nets.",
          "Mine, from 1941 to 1970.",
          "A small book for my family.",
          "My grandchildren.",
          "In the first person, warm, no politics.");

  private static final List<String> TELLING =
      List.of(
          "I was born in Marstal in 1941, in the house of my grandmother Else.",
          "My father Anton sailed on the schooner Haabet and smelled of tar and oranges.",
          "When I was fourteen he took me along to Newfoundland, and the ice hung in the rigging.",
          "Please draft that.");

  private static final Map<String, List<String>> TOOLS =
      Map.of(
          "selecting", List.of("list_projects", "create_project", "assign_project_to_session"),
          "intake", List.of("sync_blueprint_field", "commit_blueprint"),
          "ghostwriting",
              List.of(
                  "create_note",
                  "update_todo_status",
                  "record_transcript_pointer",
                  "queue_draft_update"));

  private final List<JsonNode> spoken = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(strings = {"local", "openai"})
  void aBookIsSaidFromNothingToItsFirstDraft(String provider) {
    String key = RunningServer.shared().bean(EngineKey.class).text();
    try (RunningServer server = RunningServer.start(settings(provider, key));
        Log log = Log.ofAll()) {
      Caller client = server.operatorsBrowser();
      String session =
          "/api/sessions/" + client.post("/api/sessions", "{}").json().path("id").asString();
      try (FeedViewer talk = FeedViewer.of(client, session + "/stream")) {
        hearAnswer(talk);
        Stream.concat(PLANNING.stream(), TELLING.stream())
            .forEach(text -> {
              say(client, session, text);
              hearAnswer(talk);
            });
        String told = hearNews(talk);

        String project = "/api/projects/" + client.get(session).json().path("projectId").asString();
        agrees(told, client.get(project + "/jobs").json().get(0));
        namesOnlyWhatChanged(told, client.get(project + "/document").json());
        holdsNothingOfThePlanning(client.get(project + "/document").text());
        wasSaidOnce(told);
      }
      eachModeSentItsOwnInstructionsAndTools(server);
      String used = provider.equals("local") ? ownKey(server) : key;
      noKeyWentAstray(server, client, session, used);
      assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(used));
    }
  }

  private static Map<String, String> settings(String provider, String key) {
    String url = RunningServer.shared().address().toString().replaceFirst("^http", "ws");
    return provider.equals("local")
        ? Map.of()
        : Map.of(
            "GHOSTWRITER_LINE",
            "openai",
            "GHOSTWRITER_LINE_URL",
            url + "/v1/realtime",
            "GHOSTWRITER_LINE_KEY",
            key);
  }

  private static String ownKey(RunningServer server) {
    return server.bean(EngineKey.class).text();
  }

  private static void say(Caller client, String session, String text) {
    String body = "{\"key\": \"%s\", \"text\": \"%s\"}".formatted(UUID.randomUUID(), text);
    assertThat(client.post(session + "/words", body).status()).isEqualTo(202);
  }

  /// Waits until the assistant has said something to its end.
  private String hearAnswer(FeedViewer talk) {
    while (true) {
      JsonNode data = talk.next().data();
      List<JsonNode> items =
          data.has("itemId") ? List.of(data) : data.path("items").valueStream().toList();
      for (JsonNode item : items) {
        boolean said =
            item.path("role").asString().equals("assistant")
                && item.path("state").asString().equals("completed")
                && spoken.stream().noneMatch(it -> it.get("itemId").equals(item.get("itemId")));
        if (said) {
          spoken.add(item);
          return item.path("text").asString();
        }
      }
    }
  }

  private String hearNews(FeedViewer talk) {
    String said = hearAnswer(talk);
    while (!said.contains("I added")) {
      said = hearAnswer(talk);
    }
    return said;
  }

  private static void agrees(String told, JsonNode job) {
    assertThat(job.path("status").asString()).isEqualTo("complete");
    assertThat(told).contains(job.path("generatedSummary").asString());
  }

  private static void namesOnlyWhatChanged(String told, JsonNode document) {
    for (JsonNode section : document.path("sections")) {
      boolean changed = !section.path("blocks").isEmpty();
      assertThat(told.contains(section.path("heading").asString()))
          .as(section.path("heading").asString())
          .isEqualTo(changed);
    }
  }

  private static void holdsNothingOfThePlanning(String document) {
    assertThat(document).contains("I was born in Marstal");
    assertThat(PLANNING).noneMatch(document::contains);
  }

  private void wasSaidOnce(String told) {
    assertThat(spoken.stream().map(item -> item.path("text").asString())).containsOnlyOnce(told);
  }

  private static void eachModeSentItsOwnInstructionsAndTools(RunningServer server) {
    TOOLS.forEach((mode, tools) -> {
      List<String> sent = sessionUpdates(server, mode);
      assertThat(sent).as(mode).isNotEmpty();
      assertThat(sent)
          .allSatisfy(update -> {
            assertThat(update).doesNotContain("apply_document_edits");
            assertThat(tools).allSatisfy(tool -> assertThat(update).contains(tool));
          });
    });
    assertThat(sessionUpdates(server, "selecting").getFirst())
        .doesNotContain("\"queue_draft_update\"")
        .doesNotContain("\"commit_blueprint\"");
  }

  /// What went over the wire in a mode, which its STATE names.
  private static List<String> sessionUpdates(RunningServer server, String mode) {
    return server
        .bean(JdbcClient.class)
        .sql(
            """
            select payload::text from realtime_event
             where direction = 'c2s' and type = 'session.update'
               and payload #>> '{session,instructions}' like '%"mode":"' || :mode || '"%'
             order by seq
            """)
        .param("mode", mode)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private void noKeyWentAstray(RunningServer server, Caller client, String session, String key) {
    JdbcClient sql = server.bean(JdbcClient.class);
    List<String> tables =
        sql.sql("select table_name from information_schema.tables where table_schema = 'public'")
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(tables)
        .contains("realtime_event")
        .allSatisfy(table ->
            assertThat(
                    sql.sql(
                            "select count(*) from \"%s\" t where strpos(t::text, :key) > 0"
                                .formatted(table))
                        .param("key", key)
                        .query(Integer.class)
                        .single())
                .as(table)
                .isZero());
    assertThat(client.get(session).text()).doesNotContain(key);
  }
}
