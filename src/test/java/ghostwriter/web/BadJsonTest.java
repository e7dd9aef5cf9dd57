package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.Caller.Answer;
import ghostwriter.testing.Fingerprint;
import ghostwriter.testing.RunningServer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every route that takes JSON, given JSON that it does not take: one sentence comes back, and
/// nothing is half made.
class BadJsonTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final List<String> NOT_THE_JSON =
      List.of(
          "",
          " ",
          "{",
          "{}}",
          "[]",
          "[{}]",
          "\"text\"",
          "5",
          "true",
          "null",
          "{\"a\":1",
          "{'a':1}",
          "<a/>",
          "{\"a\":}",
          "{\"nobodyKnowsThisField\": 1}",
          "{\"a\":NaN}",
          "[".repeat(100_000),
          "{\"a\":".repeat(100_000));

  /// Text that PostgreSQL or UTF-8 cannot hold.
  private static final List<String> UNKEEPABLE =
      List.of("\"\\u0000\"", "\"Ro\\u0000sa\"", "\"Rosa \\ud83d\"", "\"\\udc00 Rosa\"");

  private static final List<String> ODD_VALUES =
      List.of(
          "null",
          "5",
          "-1",
          "0",
          "1.5",
          "1e400",
          "99999999999999999999",
          "true",
          "[]",
          "{}",
          "[[]]",
          "\"\"",
          "\" \"",
          "\"5\"",
          "\"x\\ny\"",
          "\"" + "long ".repeat(60_000) + "\"",
          "\"019a0000-0000-7000-8000-000000000000\"",
          "[null]",
          "[{}]",
          "[5]");

  private final RunningServer server = RunningServer.shared();
  private final Caller operator = server.operator();

  static Stream<Route> routes() {
    return Route.all(RunningServer.shared()).stream().filter(Route::takesJson);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void whatIsNotTheJsonOfTheRouteIsRefused(Route route) {
    Book book = Book.on(server);

    for (String body : NOT_THE_JSON) {
      refused(route, book, body);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void textThatCannotBeKeptIsRefusedInEveryField(Route route) {
    Book book = Book.on(server);

    for (String value : UNKEEPABLE) {
      for (String body : withEachFieldAs(value, route.body(book))) {
        assertThat(refused(route, book, body).status()).as(shortly(body)).isEqualTo(400);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void anOddValueInAnyFieldIsEitherTakenOrRefusedInASentence(Route route) {
    Book book = Book.on(server);

    for (String value : ODD_VALUES) {
      for (String body : withEachFieldAs(value, route.body(book))) {
        Fingerprint before = Fingerprint.of(server, book.id());
        Answer answer = route.post(operator, book, body);
        if (answer.status() >= 300) {
          assertRefused(answer, body);
          assertThat(Fingerprint.of(server, book.id())).as(shortly(body)).isEqualTo(before);
        } else {
          // What was taken may go on: a draft that was asked for is written meanwhile.
          book = Book.on(server);
        }
      }
    }
  }

  @Test
  void oneBadEditAmongGoodOnesLeavesTheDocumentAsItWas() {
    Book book = Book.on(server);
    Route edits = new Route("POST", "/api/projects/{project}/document/edits");
    String good = edits.body(book).replaceAll("^\\s*\\{\"edits\": \\[|]}\\s*$", "");

    for (String bad : List.of("{\"type\":\"erase\"}", "{\"type\":\"replace\"}", "null", "7")) {
      refused(edits, book, "{\"edits\":[" + good + "," + bad + "]}");
    }
    refused(edits, book, "{\"edits\":[" + (good + ",").repeat(200) + good + "]}");
  }

  private Answer refused(Route route, Book book, String body) {
    Fingerprint before = Fingerprint.of(server, book.id());
    Answer answer = route.post(operator, book, body);
    assertRefused(answer, body);
    assertThat(Fingerprint.of(server, book.id())).as(shortly(body)).isEqualTo(before);
    return answer;
  }

  private static void assertRefused(Answer answer, String body) {
    assertThat(answer.status()).as(shortly(body)).isBetween(400, 499);
    Sentence.assertThatOneIsTold(answer);
  }

  /// The body once for each field anywhere in it, that field's value replaced.
  private static List<String> withEachFieldAs(String value, String body) {
    List<String> changed = new ArrayList<>();
    JsonNode tree = JSON.readTree(body);
    replaceIn(tree, tree, "\"?VALUE?\"", changed);
    return changed.stream().map(text -> text.replace("\"?VALUE?\"", value)).toList();
  }

  private static void replaceIn(JsonNode root, JsonNode node, String mark, List<String> changed) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode old = object.get(name);
        replaceIn(root, old, mark, changed);
        object.put(name, mark.replace("\"", ""));
        changed.add(root.toString());
        object.set(name, old);
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(element -> replaceIn(root, element, mark, changed));
    }
  }

  private static String shortly(String body) {
    return body.length() > 200 ? body.substring(0, 200) + "…" : body;
  }
}
