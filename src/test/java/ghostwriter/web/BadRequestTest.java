package ghostwriter.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Collections.nCopies;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.Caller.Answer;
import ghostwriter.testing.Fingerprint;
import ghostwriter.testing.RunningServer;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Paths, queries, headers and files that make no sense: one sentence comes back, and nothing is
/// half made.
class BadRequestTest {
  private static final byte[] TALK = "Rosa: I was born in Bergen in 1951.".getBytes(UTF_8);

  private final RunningServer server = RunningServer.shared();
  private final Caller operator = server.operator();
  private final Book book = Book.on(server);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/transcript?limit=0",
        "/transcript?limit=501",
        "/transcript?limit=many",
        "/transcript?limit=-1",
        "/transcript?limit=99999999999",
        "/transcript?after=x",
        "/transcript?after=_1",
        "/transcript?after=019a0000-0000-7000-8000-000000000000_",
        "/transcript?after=019a0000-0000-7000-8000-000000000000_99999999999",
        "/transcript?after=%00",
        "/document/versions/x",
        "/document/versions/0",
        "/document/versions/-1",
        "/document/versions/99999999999",
        "/document/versions/2147483647",
        "/document/blocks/x/words",
        "/document/blocks/019a0000-0000-7000-8000-000000000000/words",
        "/feed?after=x"
      })
  void whatCannotBeReadIsRefused(String rest) {
    refused(operator.get(book.path() + rest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "1", "019a", "019a0000-0000-7000-8000-00000000000g", "..", "%20"})
  void anIdThatIsNoneIsRefused(String id) {
    refused(operator.get("/api/projects/" + id + "/document"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 428",
    "x, 400",
    "\"x\", 400",
    "*, 400",
    "\"0\", 412",
    "\"-1\", 412",
    "\"99\", 412"
  })
  void anEditNeedsTheVersionItWasMadeOn(String version, int status) {
    Fingerprint before = Fingerprint.of(server, book.id());

    Answer answer =
        operator
            .with("If-Match", version.isEmpty() ? null : version)
            .post(
                book.path() + "/document/edits",
                "{\"edits\":[{\"type\":\"remove\",\"blockId\":\"" + book.block() + "\"}]}");

    refused(answer);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(Fingerprint.of(server, book.id())).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "fileName=",
        "fileName=%20",
        "fileName=%00.txt",
        "fileName=a.txt&title=%00",
        "fileName=a.txt&kind=novel",
        "fileName=a.txt&kind=",
        "fileName=a.txt&language=no_such!",
        "fileName=a.txt&length=0",
        "fileName=a.txt&length=-5",
        "fileName=a.txt&length=long",
        "fileName=a.txt&length=99999999999",
        "fileName=a.txt&projectId=x",
        "fileName=a.txt&projectId=019a0000-0000-7000-8000-000000000000",
        "fileName=a.txt&client=Nobody",
        "fileName=a.txt&client=%00"
      })
  void aRecordingWhoseQueryMakesNoSenseLeavesNothing(String query) {
    Fingerprint before = Fingerprint.of(server, book.id());

    refused(operator.post("/api/recordings?" + query, TALK));

    assertThat(Fingerprint.of(server, book.id())).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n ",
        "Rosa: \u0000",
        "\u007fELF\u0000",
        "{}",
        "{\"meeting_transcripts\":5}",
        "%PDF-1.7"
      })
  void aFileThatIsNoRecordingLeavesNothing(String content) {
    Fingerprint before = Fingerprint.of(server, book.id());

    Answer answer =
        operator.post(
            "/api/recordings?fileName=talk.json&projectId=" + book.id(), content.getBytes(UTF_8));

    refused(answer);
    assertThat(answer.status()).isEqualTo(422);
    assertThat(Fingerprint.of(server, book.id())).isEqualTo(before);
  }

  @Test
  void aFileOfMoreThan64MebibytesLeavesNothing() {
    Fingerprint before = Fingerprint.of(server, book.id());

    Answer answer =
        operator.send(
            "POST",
            "/api/recordings?fileName=talk.txt&projectId=" + book.id(),
            "application/octet-stream",
            BodyPublishers.ofByteArrays(nCopies(8 * 1024 + 1, new byte[1024])));

    refused(answer);
    assertThat(answer.status()).isEqualTo(413);
    assertThat(Fingerprint.of(server, book.id())).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"meeting_transcripts\":[{\"speaker\":\"Ro\\u0000sa\",\"content\":\"I \\u0000 was\"}]}",
        "{\"meeting_transcripts\":[{\"speaker\":\"Rosa \\ud83d\",\"content\":\"I \\udc00 was\"}]}"
      })
  void signsThatCannotBeKeptAreLeftOutOfARecording(String content) {
    Answer answer = operator.post("/api/recordings?fileName=talk.json", content.getBytes(UTF_8));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("items").asInt()).isEqualTo(1);
  }

  @Test
  void aLongFileNameIsShortenedToATitleWithoutCuttingASignInHalf() {
    String name = "a".repeat(119) + "\uD83D\uDE00" + "b";

    Answer answer =
        operator.post("/api/recordings?fileName=" + URLEncoder.encode(name, UTF_8) + ".txt", TALK);

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().path("title").asString()).isEqualTo("A" + "a".repeat(118));
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).isBetween(400, 499);
    Sentence.assertThatOneIsTold(answer);
  }
}
