package ghostwriter.realtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.ClientOptions;
import com.openai.core.ObjectMappers;
import com.openai.core.http.WebSocketWriteNotAttempted;
import com.openai.helpers.RealtimeConnection;
import com.openai.helpers.RealtimeWebSocketOptions;
import com.openai.models.realtime.RealtimeClientEvent;
import com.openai.models.realtime.RealtimeServerEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Clients that others wrote for the hosted service, as they come out of their registries.
class OfficialClientsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path CLIENTS = Path.of("src/test/clients");

  private final TestEngine engine = TestEngine.shared();

  @Test
  void theNodeClientTalksAndCallsAndAsksBesideTheConversation() throws Exception {
    Map<String, JsonNode> steps = node("openai.mjs");

    assertThat(steps.get("secret"))
        .isEqualTo(json("{'step':'secret','prefix':'ek_','instructions':'From the secret.'}"));
    assertThat(steps.get("connect")).isEqualTo(json("{'step':'connect','model':'any'}"));
    assertThat(steps.get("session.update"))
        .isEqualTo(json("{'step':'session.update','instructions':'Be kind.'}"));
    assertThat(steps.get("text"))
        .isEqualTo(
            json(
                "{'step':'text','deltas':'good morning to you','text':'good morning to you',"
                    + "'status':'completed','tokens':27}"));
    assertThat(steps.get("tool"))
        .isEqualTo(json("{'step':'tool','name':'look_up','text':'The tool says: hello'}"));
    assertThat(steps.get("out of band"))
        .isEqualTo(
            json(
                "{'step':'out of band','text':'only this','metadata':{'purpose':'aside'},"
                    + "'conversation':null}"));
    assertThat(steps.get("guest"))
        .isEqualTo(json("{'step':'guest','instructions':'From the secret.'}"));
  }

  @Test
  void theAgentsClientTalksAndCallsAndAsksBesideTheConversation() throws Exception {
    Map<String, JsonNode> steps = node("agents.mjs");

    assertThat(steps).containsKeys("connect");
    assertThat(steps.get("session.update"))
        .isEqualTo(json("{'step':'session.update','instructions':'Be kind.'}"));
    assertThat(steps.get("text")).isEqualTo(json("{'step':'text','text':'good morning'}"));
    assertThat(steps.get("tool")).isEqualTo(json("{'step':'tool','history':1}"));
    assertThat(steps.get("out of band"))
        .isEqualTo(json("{'step':'out of band','text':'only this'}"));
    assertThat(steps.get("history"))
        .isEqualTo(
            json(
                "{'step':'history','messages':['user: good morning','assistant: good morning',"
                    + "'user: call','assistant: The tool says: found hello']}"));
  }

  private Map<String, JsonNode> node(String script) throws IOException, InterruptedException {
    install();
    Process process =
        new ProcessBuilder("node", script, String.valueOf(engine.port), TestEngine.KEY)
            .directory(CLIENTS.toFile())
            .redirectErrorStream(true)
            .start();
    try {
      String told = new String(process.getInputStream().readAllBytes(), UTF_8);
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).as(told).isZero();
      Map<String, JsonNode> steps = new LinkedHashMap<>();
      told.lines()
          .filter(line -> line.startsWith("{"))
          .map(JSON::readTree)
          .forEach(step -> steps.put(step.path("step").asString(), step));
      return steps;
    } finally {
      process.destroyForcibly();
    }
  }

  private static void install() throws IOException, InterruptedException {
    Path installed = CLIENTS.resolve("node_modules/.package-lock.json");
    Path wanted = CLIENTS.resolve("package-lock.json");
    if (Files.exists(installed)
        && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) >= 0) {
      return;
    }
    Process npm =
        new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--loglevel=error")
            .directory(CLIENTS.toFile())
            // Never the test runner's own streams: it speaks with Maven over them.
            .redirectErrorStream(true)
            .redirectOutput(Path.of("target", "official-clients.log").toFile())
            .start();
    assertThat(npm.waitFor()).isZero();
  }

  @Test
  void theJavaClientTalksAndCallsAndAsksBesideTheConversation() throws Exception {
    var options =
        ClientOptions.builder()
            .httpClient(OkHttpClient.builder().build())
            .apiKey(TestEngine.KEY)
            .baseUrl("http://127.0.0.1:" + engine.port + "/v1")
            .build();
    try (RealtimeConnection connection =
        RealtimeConnection.connect(
            options, RealtimeWebSocketOptions.builder().model("any").build())) {
      assertThat(connection.receive().isSessionCreated()).isTrue();
      send(
          connection,
          "{'type':'session.update','session':{'type':'realtime','output_modalities':['text'],"
              + "'tools':[{'type':'function','name':'look_up','parameters':{'type':'object'}}]}}");
      assertThat(
              connection
                  .receive()
                  .asSessionUpdated()
                  .session()
                  .asRealtimeSessionCreateRequest()
                  .tools())
          .isPresent();

      send(connection, ItemEventsTest.user("good morning"));
      assertThat(answer(connection)).isEqualTo("good morning");

      send(connection, ItemEventsTest.user("call"));
      send(connection, "{'type':'response.create'}");
      var call =
          await(connection, RealtimeServerEvent::isResponseFunctionCallArgumentsDone)
              .asResponseFunctionCallArgumentsDone();
      assertThat(call.name()).isEqualTo("look_up");
      await(connection, RealtimeServerEvent::isResponseDone);
      send(
          connection,
          "{'type':'conversation.item.create','item':{'type':'function_call_output','output':'fog','call_id':'"
              + call.callId()
              + "'}}");
      assertThat(answer(connection)).isEqualTo("The tool says: fog");

      send(
          connection,
          "{'type':'response.create','response':{'conversation':'none','metadata':{'purpose':'aside'},'input':[]}}");
      var aside =
          await(connection, RealtimeServerEvent::isResponseDone).asResponseDone().response();
      assertThat(aside._metadata().toString()).contains("aside");
      assertThat(aside.validate()).isNotNull();
    }
  }

  private static String answer(RealtimeConnection connection) throws IOException {
    send(connection, "{'type':'response.create'}");
    String text =
        await(connection, RealtimeServerEvent::isResponseOutputTextDone)
            .asResponseOutputTextDone()
            .text();
    var response =
        await(connection, RealtimeServerEvent::isResponseDone).asResponseDone().response();
    assertThat(response.usage()).isPresent();
    return text;
  }

  private static RealtimeServerEvent await(
      RealtimeConnection connection, Predicate<RealtimeServerEvent> wanted) {
    while (true) {
      RealtimeServerEvent event = connection.receive();
      assertThat(event.isError()).as("%s", event).isFalse();
      if (wanted.test(event)) {
        return event;
      }
    }
  }

  // The client takes one event at a time and says when it is busy with the last.
  private static void send(RealtimeConnection connection, String json) throws IOException {
    var event =
        ObjectMappers.jsonMapper().readValue(json.replace('\'', '"'), RealtimeClientEvent.class);
    while (true) {
      try {
        connection.send(event);
        return;
      } catch (WebSocketWriteNotAttempted.Busy busy) {
        Thread.onSpinWait();
      }
    }
  }

  private static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }

  @Test
  void theClientsArePinnedExactly() throws IOException {
    JsonNode packages = JSON.readTree(Files.readString(CLIENTS.resolve("package.json")));
    assertThat(List.copyOf(packages.path("dependencies").properties()))
        .allMatch(entry -> entry.getValue().asString().matches("\\d+\\.\\d+\\.\\d+"));
  }
}
