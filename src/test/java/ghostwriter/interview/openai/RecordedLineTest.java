package ghostwriter.interview.openai;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.LineEvent.Caption;
import ghostwriter.interview.LineEvent.Complaint;
import ghostwriter.interview.LineEvent.Down;
import ghostwriter.interview.LineEvent.ReplyEnded;
import ghostwriter.interview.LineEvent.ReplyStarted;
import ghostwriter.interview.LineEvent.ToolCalled;
import ghostwriter.interview.LineEvent.Up;
import ghostwriter.interview.Overheard;
import ghostwriter.transcript.Direction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sessions that real providers have played, played to a line.
class RecordedLineTest {
  private static final Path FOLDER = Path.of("src/test/resources/traces");
  private static final JsonMapper JSON = new JsonMapper();

  /// What the provider said in one of them.
  record Session(String name, List<JsonNode> said) {
    List<JsonNode> said(String type) {
      return said.stream().filter(event -> event.path("type").asString("").equals(type)).toList();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Session> sessions() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .sorted()
          .map(RecordedLineTest::session)
          .toList();
    }
  }

  private static Session session(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return new Session(
          file.getFileName().toString(),
          lines
              .map(JSON::readTree)
              .filter(line -> line.path("dir").asString("").equals("s2c"))
              .map(line -> line.path("event"))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void everyEventIsToldAsItWasInItsOrder(Session session) {
    Overheard heard = play(session);

    assertThat(heard.messages(Direction.FROM_PROVIDER)).isEqualTo(session.said());
  }

  @ParameterizedTest
  @MethodSource("sessions")
  void repliesBeginAndEndOnceAndSayWhatWasRecorded(Session session) {
    Overheard heard = play(session);

    assertThat(heard.events(Up.class)).hasSameSizeAs(session.said("session.created"));
    assertThat(heard.events(ReplyStarted.class).stream().map(ReplyStarted::reply))
        .isEqualTo(ids(session.said("response.created")));
    assertThat(heard.events(ReplyEnded.class).stream().map(ReplyEnded::reply))
        .isEqualTo(ids(session.said("response.done")));
    assertThat(captions(heard)).isEqualTo(spoken(session));
    assertThat(heard.events(ToolCalled.class)).hasSameSizeAs(calls(session));
    assertThat(heard.events(Complaint.class)).isEmpty();
    assertThat(heard.events(Down.class)).hasSize(1);
  }

  private static Overheard play(Session session) {
    try (var called =
        Called.with(call -> {
          call.accept();
          for (JsonNode event : session.said()) {
            call.send(event.toString());
          }
          call.close(1000);
        })) {
      called.heard.untilDown();
      return called.heard;
    }
  }

  private static List<String> ids(List<JsonNode> events) {
    return events.stream().map(event -> event.at("/response/id").asString()).toList();
  }

  private static String captions(Overheard heard) {
    return heard.events(Caption.class).stream().map(Caption::delta).reduce("", String::concat);
  }

  private static String spoken(Session session) {
    return Stream.of("response.output_text.done", "response.output_audio_transcript.done")
        .flatMap(type -> session.said(type).stream())
        .map(event -> event.path("text").asString(event.path("transcript").asString("")))
        .reduce("", String::concat);
  }

  private static List<JsonNode> calls(Session session) {
    return session.said("response.function_call_arguments.done");
  }
}
