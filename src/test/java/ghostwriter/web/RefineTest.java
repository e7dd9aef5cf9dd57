package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.FeedViewer;
import ghostwriter.testing.RunningServer;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// A section done over, from the request to the text that stands there.
class RefineTest {
  private final RunningServer server = RunningServer.shared();
  private final Caller operator = server.operator();
  private final Book book = Book.on(server);

  @Test
  void moreOfWhatWasSaidIsAddedToTheSectionAlone() {
    said("My father built a boat in the winter of 1958, and we painted it blue in the kitchen.");

    JsonNode told = refined("More about the boat.");

    assertThat(told.path("status").asString()).isEqualTo("completed");
    assertThat(told.path("sections")).hasSize(1);
    assertThat(told.at("/sections/0").asString()).isEqualTo(book.section());
    JsonNode section = document().at("/sections/0");
    assertThat(section.path("blocks")).hasSize(2);
    assertThat(section.toString()).contains("By hand.", "built a boat in the winter of 1958");
    assertThat(section.path("state").asString()).isEqualTo("needs_review");
  }

  @Test
  void whatAPersonWroteStaysWhateverIsAsked() {
    JsonNode told = refined("Make it much shorter.");

    assertThat(told.path("status").asString()).isEqualTo("completed");
    assertThat(told.path("summary").asString()).startsWith("I left the section as it is");
    assertThat(document().path("version").asInt()).isEqualTo(book.version());
  }

  @Test
  void theJobIsARefinementThatSaysWhatWasAsked() {
    var asked = operator.post(path(book.section()), "{\"instruction\":\" Make it sing. \"}");

    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.json().path("outcome").asString()).isEqualTo("enqueued");
    assertThat(asked.json().at("/job/kind").asString()).isEqualTo("refine");
    assertThat(asked.json().at("/job/summary").asString()).isEqualTo("Make it sing.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"instruction\":\" \"}", "{\"instruction\":\"\\u0000\"}"})
  void anInstructionThatSaysNothingIsRefused(String body) {
    assertThat(operator.post(path(book.section()), body).status()).isEqualTo(400);
  }

  @Test
  void aSectionThatIsNotThereIsNotFound() {
    var refused = operator.post(path(UUID.randomUUID().toString()), "{\"instruction\":\"Go.\"}");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.detail()).contains("section");
  }

  /// The news of how it ended.
  private JsonNode refined(String instruction) {
    try (var feed = FeedViewer.of(operator, book.path() + "/feed?after=0")) {
      operator.post(path(book.section()), "{\"instruction\":\"" + instruction + "\"}");
      return feed.next("draftProgress").data();
    }
  }

  private String path(String section) {
    return book.path() + "/document/sections/" + section + "/refine";
  }

  private void said(String words) {
    var turn = new RecordedTurn(1, "Rosa", true, new Words(words));
    server.inTransaction(
        () -> server.bean(Transcripts.class).addRecording(book.id(), "talk.txt", List.of(turn)));
  }

  private JsonNode document() {
    return operator.get(book.path() + "/document").json();
  }
}
