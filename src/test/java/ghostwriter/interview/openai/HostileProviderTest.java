package ghostwriter.interview.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.LiveHouse;
import ghostwriter.interview.Standing;
import ghostwriter.testing.SteppingClock;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Live sessions with a provider that sends what no decent one would, over real sockets and on a
/// real database: they go on, and what was sent is kept.
class HostileProviderTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String LONGER =
      new Random(7)
          .ints(10_000, 'a', 'z')
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
  private static final String MIB = "word ".repeat(200_000);

  @ParameterizedTest
  @EnumSource
  void aSessionGoesOnWhateverIsSent(Nuisance nuisance) {
    var sent = new AtomicInteger();
    play(
        call -> {
          call.begin();
          for (String frame : nuisance.frames) {
            send(call, frame);
            sent.incrementAndGet();
          }
          PoliteProvider.goOn(call);
        },
        (live, node, session) -> {
          LiveHouse.await(() -> sent.get() == nuisance.frames.size());
          assertGoesOn(live, node, session);
          assertThat(stored(live, session)).isGreaterThanOrEqualTo(nuisance.frames.size());
        });
  }

  @Test
  void aCallRunsOnceAndEveryOtherOneIsAnsweredWhateverItsArguments() {
    List<String> answers = new CopyOnWriteArrayList<>();
    play(
        call -> {
          call.begin();
          send(call, called("c1", "create_note", "{\"kind\":\"fact\",\"text\":\"The first.\"}"));
          send(call, called("c1", "create_note", "{\"kind\":\"fact\",\"text\":\"The second.\"}"));
          send(call, called("c2", "create_note", "{no object"));
          send(call, called("c3", "create_note", note("word ".repeat(1_000_000))));
          send(call, called("c4", "create_note", "[".repeat(100_000)));
          send(call, called("c5", "create_note", note("a\u0000b\ud800")));
          send(call, called("c6", "fly\u0000", "{}"));
          send(call, called("c7\u0000", "create_note", note("Zero.")));
          send(call, called(LONGER, "create_note", note("Long.")));
          while (answers.size() < 8) {
            JsonNode heard = call.hear();
            if (heard.at("/item/type").asString("").equals("function_call_output")) {
              answers.add(heard.at("/item/output").asString(""));
            }
          }
          PoliteProvider.goOn(call);
        },
        (live, node, session) -> {
          LiveHouse.await(() -> answers.size() == 8);
          ProjectId project =
              live.house.transcripts.session(session).orElseThrow().project().orElseThrow();
          assertThat(live.house.notebook.notes(project, 10))
              .extracting(note -> note.text().text())
              .containsExactlyInAnyOrder("The first.", "ab?");
          assertThat(answers).filteredOn(answer -> answer.contains("\"error\":")).hasSize(6);
          assertGoesOn(live, node, session);
        });
  }

  @Test
  void aMessageOfThreeMebibytesInFragmentsIsOneAndALongerOneThanAnyoneMaySendEndsTheLine() {
    var lines = new AtomicInteger();
    play(
        call -> {
          call.begin();
          if (lines.incrementAndGet() == 1) {
            call.sendInFrames(Nuisance.item("\"id\":\"w\"", "user", MIB.repeat(3)), 1_000);
            call.sendInFrames(Nuisance.item("\"id\":\"w\"", "user", MIB.repeat(17)), 100_000);
          }
          PoliteProvider.goOn(call);
        },
        (live, node, session) -> {
          node.awaitStanding(session, Standing.CONNECTING);
          live.clock.advance(Duration.ofSeconds(11));
          assertGoesOn(live, node, session);
          assertThat(live.said(session)).anyMatch(said -> said.length() > 3_000_000);
        });
  }

  @Test
  void tenThousandPiecesAreOneAnswer() {
    play(
        call -> {
          call.begin();
          send(call, Nuisance.item("\"id\":\"a\",\"status\":\"in_progress\"", "assistant", ""));
          for (int i = 0; i < 10_000; i++) {
            send(
                call,
                "{\"type\":\"response.output_text.delta\",\"item_id\":\"a\",\"content_index\":0,\"delta\":\"y\"}");
          }
          PoliteProvider.goOn(call);
        },
        (live, node, session) -> {
          assertGoesOn(live, node, session);
          assertThat(live.said(session)).contains("assistant: " + "y".repeat(10_000));
        });
  }

  @Test
  void aProviderMayBringNoMoreThanCanBeWrittenDown() {
    var sent = new AtomicInteger();
    play(
        call -> {
          call.begin();
          for (int i = 0; i < 30; i++) {
            send(call, "{\"type\":\"x\",\"text\":\"" + MIB + "\"}");
            sent.incrementAndGet();
          }
          PoliteProvider.goOn(call);
        },
        (live, node, session) -> {
          try (var holding = holdSession(live, session)) {
            LiveHouse.await(() -> isStuck(sent));
            assertThat(sent).hasValueLessThan(28);
            holding.rollback();
          }
          assertGoesOn(live, node, session);
          assertThat(sent).hasValue(30);
        });
  }

  private static boolean isStuck(AtomicInteger sent) {
    int before = sent.get();
    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    return before > 0 && sent.get() == before;
  }

  /// Keeps the session's row, so that nothing of it can be written.
  private static Connection holdSession(LiveHouse live, SessionId session) throws SQLException {
    Connection connection = live.house.database.getConnection();
    connection.setAutoCommit(false);
    try (var lock =
        connection.prepareStatement("select 1 from interview where session_id = ? for update")) {
      lock.setObject(1, session.value());
      lock.execute();
    }
    return connection;
  }

  private static void send(ProviderCall call, String frame) throws IOException {
    call.frame(ProviderCall.LAST | ProviderCall.TEXT, frame.getBytes(UTF_8));
  }

  private static String called(String call, String tool, String arguments) {
    ObjectNode event = JSON.createObjectNode().put("type", "response.output_item.done");
    event
        .putObject("item")
        .put("type", "function_call")
        .put("call_id", call)
        .put("name", tool)
        .put("arguments", arguments);
    return event.toString();
  }

  private static String note(String text) {
    return JSON.createObjectNode().put("kind", "fact").put("text", text).toString();
  }

  private static void assertGoesOn(LiveHouse live, LiveHouse.Node node, SessionId session) {
    node.say(session, "Still there?");
    LiveHouse.await(() -> live.said(session).contains("user: Still there?"));
  }

  private interface Scene {
    void play(LiveHouse live, LiveHouse.Node node, SessionId session) throws Exception;
  }

  /// In a session with a project, so that items become rows. At the end it is stopped, and frozen
  /// as it was.
  private static void play(ScriptedProvider.Script script, Scene scene) {
    try (var provider = new ScriptedProvider(script);
        var live = new LiveHouse(lines(provider))) {
      ProjectId project = live.house.project("memoir").id();
      LiveHouse.Node node = live.node("north");
      SessionId session = node.begin(Optional.of(project));
      node.awaitStanding(session, Standing.LISTENING);
      scene.play(live, node, session);
      assertThat(live.house.transcripts.inspect(project)).isEmpty();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static RealtimeProvider lines(ScriptedProvider provider) {
    return new RealtimeProvider(
        () -> new Destination(provider.address(), Called.KEY, Called.MODEL),
        JSON,
        new SteppingClock());
  }

  private static int stored(LiveHouse live, SessionId session) {
    return live.house
        .sql
        .sql(
            """
            select count(*) from realtime_event where session_id = :session and direction <> 'c2s'
            """)
        .param("session", session.value())
        .query(Integer.class)
        .single();
  }
}
