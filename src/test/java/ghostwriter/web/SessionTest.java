package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Role;
import ghostwriter.interview.Interviews;
import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.FeedViewer;
import ghostwriter.testing.RunningServer;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// A live session over HTTP, with the built-in engine behind it.
class SessionTest {
  private final RunningServer server = RunningServer.shared();
  private final Book book = Book.on(server);
  private final Caller author = server.browserOf(Role.AUTHOR, book.id());

  @Test
  void aTypedInterviewIsAnsweredByTheBuiltInEngine() {
    String path = begin("{}");
    try (FeedViewer talk = FeedViewer.of(author, path + "/stream")) {
      assertThat(nextAnswer(talk)).endsWith("?");

      author.post(path + "/words", "{\"key\": \"k1\", \"text\": \"A memoir about my mother.\"}");

      assertThat(nextAnswer(talk)).isNotEmpty();
      assertThat(author.get(path).json().path("standing").asString("")).isEqualTo("listening");
    }
  }

  /// The first thing the assistant says to its end, in the snapshot or after it.
  private static String nextAnswer(FeedViewer talk) {
    while (true) {
      FeedViewer.Frame frame = talk.next();
      Stream<JsonNode> items =
          frame.event().equals("item")
              ? Stream.of(frame.data())
              : frame.data().path("items").valueStream();
      Optional<String> answer =
          items
              .filter(item -> item.path("role").asString("").equals("assistant"))
              .filter(item -> item.path("state").asString("").equals("completed"))
              .map(item -> item.path("text").asString(""))
              .findFirst();
      if (answer.isPresent()) {
        return answer.get();
      }
    }
  }

  @Test
  void aNewViewerIsShownWhatThereIs() {
    String path = begin("{}");
    try (FeedViewer talk = FeedViewer.of(author, path + "/stream")) {
      nextAnswer(talk);
    }

    try (FeedViewer again = FeedViewer.of(author, path + "/stream")) {
      assertThat(again.next("snapshot").data().at("/items/0/state").asString(""))
          .isEqualTo("completed");
    }
  }

  @Test
  void whatIsWrittenIsKeptForWhoeverMaySendIt() {
    String path = begin("{\"projectId\": \"" + book.id() + "\"}");
    author.put(path + "/draft", "{\"text\": \"I was bo\"}");

    assertThat(author.get(path).json().path("draft").asString("")).isEqualTo("I was bo");
    assertThat(
            server
                .browserOf(Role.REVIEWER, book.id())
                .get(path)
                .json()
                .path("draft")
                .asString("none"))
        .isEmpty();
  }

  @Test
  void aSessionWithoutAProjectIsItsPersonsAlone() {
    String path = begin("{}");

    assertThat(server.browserOf(Role.AUTHOR, book.id()).get(path).status()).isEqualTo(404);
    assertThat(author.get("/api/sessions").text()).contains(path.substring(path.length() - 36));
  }

  @Test
  void aStoppedSessionTakesNoMoreWords() {
    String path = begin("{}");
    try (FeedViewer talk = FeedViewer.of(author, path + "/stream")) {
      author.post(path + "/stop", "{}");
      while (!talk.next().data().toString().contains("\"standing\":\"stopped\"")) {
        // Not yet.
      }
    }

    Caller.Answer answer = author.post(path + "/words", "{\"key\": \"k\", \"text\": \"More.\"}");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("detail").asString("")).contains("begin a new one");
    assertThat(author.post(path + "/stop", "{}").status()).isEqualTo(202);
  }

  @Test
  void wordsThatAreSentManyTimesAtOnceAreSaidOnce() throws Exception {
    String path = begin("{}");
    try (FeedViewer talk = FeedViewer.of(author, path + "/stream");
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      nextAnswer(talk);
      List<Callable<String>> sending =
          IntStream.range(0, 30)
              .<Callable<String>>mapToObj(i -> () -> sent(path, "Version " + i + "."))
              .toList();

      Set<String> items = new HashSet<>();
      for (Future<String> answer : senders.invokeAll(sending)) {
        items.add(answer.get());
      }

      assertThat(items).hasSize(1);
      nextAnswer(talk);
    }
    try (FeedViewer again = FeedViewer.of(author, path + "/stream")) {
      JsonNode shown = again.next("snapshot").data().path("items");
      assertThat(shown.valueStream().filter(it -> it.path("role").asString("").equals("user")))
          .hasSize(1);
    }
  }

  private String sent(String path, String text) {
    Caller.Answer answer =
        author.post(path + "/words", "{\"key\": \"one\", \"text\": \"" + text + "\"}");
    assertThat(answer.status()).isEqualTo(202);
    return answer.json().path("itemId").asString("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\": \"Words.\"}             | key",
        "{\"key\": \"\", \"text\": \"Words.\"} | key",
        "{\"key\": \"k\"}                   | empty",
        "{\"key\": \"k\", \"text\": \"  \"}    | empty",
      })
  void wordsThatCannotBeTakenGetASentence(String body, String said) {
    String path = begin("{}");

    Caller.Answer answer = author.post(path + "/words", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString("")).contains(said);
  }

  @Test
  void wordsThatAreTooLongAreRefusedWhole() {
    String path = begin("{}");

    Caller.Answer answer =
        author.post(
            path + "/words", "{\"key\": \"k\", \"text\": \"%s\"}".formatted("x".repeat(20_001)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().path("detail").asString("")).contains("20000 characters");
  }

  @Test
  void aPausedConversationTakesNoMoreMessagesThanItCanHold() {
    String path = begin("{}");
    author.post(path + "/pause", "{}");
    Caller.Answer answer = author.post(path + "/words", words(0));
    for (int i = 1; answer.status() == 202 && i <= Interviews.WAITING; i++) {
      answer = author.post(path + "/words", words(i));
    }

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.json().path("detail").asString("")).contains("resume the conversation");
  }

  private static String words(int number) {
    return "{\"key\": \"k%d\", \"text\": \"Words.\"}".formatted(number);
  }

  private String begin(String body) {
    Caller.Answer answer = author.post("/api/sessions", body);
    assertThat(answer.status()).isEqualTo(201);
    return "/api/sessions/" + answer.json().path("id").asString("");
  }
}
