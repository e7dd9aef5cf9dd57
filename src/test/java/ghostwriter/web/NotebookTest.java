package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.notebook.Note;
import ghostwriter.notebook.Notebook;
import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.Fingerprint;
import ghostwriter.testing.RunningServer;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.Words;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Notes and todos over HTTP.
class NotebookTest {
  private final RunningServer server = RunningServer.shared();
  private final Caller operator = server.operator();
  private final Book book = Book.on(server);

  @Test
  void aNoteSaysWhereItWasSaidAndTheNewestIsTheFirst() {
    UUID style = note(Note.Kind.STYLE, "No jokes.", Optional.empty());
    UUID fact =
        note(
            Note.Kind.FACT,
            "Born in Bergen.",
            Optional.of(new ItemId(book.session(), "imported_1")));

    JsonNode notes = operator.get(book.path() + "/notes").json();

    assertThat(notes.valueStream().map(note -> note.path("id").asString()))
        .containsExactly(fact.toString(), style.toString());
    assertThat(notes.at("/0/kind").asString()).isEqualTo("fact");
    assertThat(notes.at("/0/text").asString()).isEqualTo("Born in Bergen.");
    assertThat(notes.at("/0/sessionId").asString()).isEqualTo(book.session().toString());
    assertThat(notes.at("/0/itemId").asString()).isEqualTo("imported_1");
    assertThat(notes.at("/0/createdAt").asString()).endsWith("Z");
    assertThat(notes.at("/1/itemId").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"done", "dropped", "open"})
  void aTodoIsMarkedAndShownSo(String status) {
    var marked = operator.post(todo(book.todo()), body(status));

    assertThat(marked.status()).isEqualTo(200);
    assertThat(marked.json().path("id").asString()).isEqualTo(book.todo().toString());
    assertThat(marked.json().path("status").asString()).isEqualTo(status);
    assertThat(operator.get(book.path() + "/todos").json().get(0)).isEqualTo(marked.json());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "closed", "DONE", " done"})
  void aStatusThatThereIsNotIsRefused(String status) {
    Fingerprint before = Fingerprint.of(server, book.id());

    var answer = operator.post(todo(book.todo()), body(status));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).isEqualTo("The status must be open, done or dropped.");
    assertThat(Fingerprint.of(server, book.id())).isEqualTo(before);
  }

  @Test
  void aTodoOfAnotherProjectIsNotFound() {
    Book other = Book.on(server);

    assertThat(operator.post(todo(other.todo()), body("done")).status()).isEqualTo(404);
    assertThat(operator.post(todo(UUID.randomUUID()), body("done")).status()).isEqualTo(404);
    assertThat(operator.post(book.path() + "/todos/x", body("done")).status()).isEqualTo(404);
  }

  @Test
  void whatIsOnTheListAnewIsNotOpenedTwice() {
    operator.post(todo(book.todo()), body("done"));
    server.inTransaction(() ->
        server.bean(Notebook.class).remind(book.id(), new Words("Ask my sister for the date.")));

    var again = operator.post(todo(book.todo()), body("open"));

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.detail()).contains("already");
  }

  private UUID note(Note.Kind kind, String text, Optional<ItemId> source) {
    return server.inTransaction(
        () -> server.bean(Notebook.class).note(book.id(), kind, new Words(text), source));
  }

  private String todo(UUID todo) {
    return book.path() + "/todos/" + todo;
  }

  private static String body(String status) {
    return "{\"status\": \"" + status + "\"}";
  }
}
