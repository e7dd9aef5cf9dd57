package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.ops.TranscriptAudit;
import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The transcript over HTTP: searching it and putting it right.
class TranscriptTest {
  private final RunningServer server = RunningServer.shared();
  private final Caller operator = server.operator();
  private final Book book = Book.on(server);

  @Test
  void wordsAreFoundWithWhatStandsAroundThem() {
    JsonNode found = operator.get(search("bear%20OR%20birth%20or%20born")).json();

    assertThat(found.at("/items/0/item/itemId").asString()).isEqualTo("imported_1");
    assertThat(found.at("/items/0/excerpt").toString())
        .isEqualTo(
            """
            [{"text":"I was ","match":false},{"text":"born","match":true},{"text":" in Bergen.","match":false}]\
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%20", "%00", "a&limit=0", "a&limit=101", "a&limit=x"})
  void aSearchThatMakesNoSenseIsRefused(String query) {
    var answer = operator.get(search(query));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).isNotEmpty();
  }

  @Test
  void aCorrectionIsShownAtOnceAndASecondOneOfTheSameWordsIsRefused() {
    var corrected = operator.post(correction("imported_1"), body("I was born in Oslo.", "1"));
    var late = operator.post(correction("imported_1"), body("I was born in Bodø.", "1"));

    assertThat(corrected.status()).isEqualTo(200);
    assertThat(corrected.json().path("revision").asInt()).isEqualTo(2);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.detail()).contains("revision 2");
    JsonNode page = operator.get(book.path() + "/transcript").json();
    assertThat(page.at("/items/0/text").asString()).isEqualTo("I was born in Oslo.");
    assertThat(page.at("/items/0/revision").asInt()).isEqualTo(2);
  }

  @Test
  void onlyWhatTheTranscriptHasCanBeCorrected() {
    assertThat(operator.post(correction("ghost"), body("Boo.", "1")).status()).isEqualTo(404);
    assertThat(operator.post(correction("%20"), body("Boo.", "1")).status()).isEqualTo(404);
    assertThat(
            operator
                .post(
                    correction("imported_1")
                        .replace(book.session().toString(), Book.on(server).session().toString()),
                    body("Boo.", "1"))
                .status())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"' ', 1", "\\u0000, 1", "Oslo, 0", "Oslo, null", "Oslo, -1"})
  void aCorrectionThatMakesNoSenseIsRefused(String text, String revision) {
    assertThat(operator.post(correction("imported_1"), body(text, revision)).status())
        .isEqualTo(400);
  }

  @Test
  void theOperatorReadsWhatTheLastAuditFound() {
    server.bean(TranscriptAudit.class).now();

    JsonNode audit = operator.get("/api/audit").json();

    assertThat(audit.path("finishedAt").asString("")).isNotEmpty();
    assertThat(audit.path("projects").asInt()).isPositive();
    assertThat(audit.path("findings").isArray()).isTrue();
  }

  private String search(String query) {
    return book.path() + "/transcript/search?q=" + query;
  }

  private String correction(String item) {
    return book.path() + "/transcript/items/" + book.session() + "/" + item + "/correction";
  }

  private static String body(String text, String revision) {
    return "{\"text\":\"" + text + "\",\"revision\":" + revision + "}";
  }
}
