package ghostwriter.realtime.interviewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Three clients of thirty turns each, and the rules a sitting has to keep. The dialogues are
/// written to `target/interviews`, to be read.
class InterviewTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int TURNS = 30;
  private static final Set<String> AUXILIARIES =
      Set.of(
          "do",
          "does",
          "did",
          "is",
          "are",
          "was",
          "were",
          "am",
          "can",
          "could",
          "will",
          "would",
          "shall",
          "should",
          "may",
          "might",
          "must",
          "have",
          "has",
          "had",
          "isn't",
          "aren't",
          "wasn't",
          "weren't",
          "don't",
          "doesn't",
          "didn't",
          "can't",
          "couldn't",
          "won't",
          "wouldn't");
  private static final Pattern LARGE =
      Pattern.compile("(?<=[\\p{Ll},;:] )\\p{Lu}[\\p{L}'’-]+|\\b\\d[\\d.,]*\\b");

  private record Exchange(String said, String question, List<String> marks, String words) {}

  @ParameterizedTest
  @ValueSource(strings = {"memoir-client.txt", "executive-client.txt", "daughter-client.txt"})
  void aSittingKeepsItsRules(String script) throws IOException {
    var client = new ScriptedClient(script);
    var sitting = new Sitting(state(client));
    List<Exchange> exchanges = new ArrayList<>();
    String said = sitting.listen();
    exchanges.add(new Exchange(said, question(said), List.of(), ""));
    for (int turn = 0; turn < TURNS; turn++) {
      ScriptedClient.Line line = client.answer(said);
      said = sitting.say(line.words());
      exchanges.add(new Exchange(said, question(said), line.marks(), line.words()));
    }
    write(script, exchanges, sitting);

    assertThat(exchanges).allSatisfy(InterviewTest::asksExactlyOneOpenQuestionAfterAReceipt);
    assertThat(exchanges)
        .extracting(it -> it.question().toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
    assertThat(takenUp(exchanges)).isGreaterThanOrEqualTo(0.7);
    assertThat(exchanges).extracting(InterviewTest::receipt).satisfies(InterviewTest::areVaried);
    assertNothingInvented(exchanges, client);
    assertThat(sitting.called("create_note")).isNotEmpty();
    assertThat(sitting.called("queue_draft_update")).isNotEmpty();
  }

  private static void asksExactlyOneOpenQuestionAfterAReceipt(Exchange exchange) {
    assertThat(exchange.said().chars().filter(c -> c == '?').count())
        .as(exchange.said())
        .isEqualTo(1);
    assertThat(exchange.said()).endsWith("?");
    String first = Lexicon.words(exchange.question().toLowerCase(Locale.ROOT)).getFirst();
    assertThat(AUXILIARIES).as(exchange.question()).doesNotContain(first);
    assertThat(Lexicon.words(receipt(exchange))).as(exchange.said()).hasSizeBetween(1, 25);
  }

  private static double takenUp(List<Exchange> exchanges) {
    List<Exchange> named = exchanges.stream().filter(it -> !it.marks().isEmpty()).toList();
    long taken =
        named.stream()
            .filter(it ->
                it.marks().stream()
                    .anyMatch(mark ->
                        it.question()
                            .toLowerCase(Locale.ROOT)
                            .contains(mark.toLowerCase(Locale.ROOT))))
            .count();
    assertThat(named).hasSizeGreaterThan(8);
    return (double) taken / named.size();
  }

  private static void areVaried(List<? extends String> receipts) {
    for (int i = 1; i < receipts.size(); i++) {
      assertThat(receipts.get(i)).isNotEqualTo(receipts.get(i - 1));
    }
    assertThat(
            receipts.stream()
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()))
                .values())
        .allMatch(times -> times <= 3);
  }

  private static void assertNothingInvented(List<Exchange> exchanges, ScriptedClient client) {
    var known =
        new StringBuilder(
            String.join(" ", client.openQuestions) + String.join(" ", client.sectionQuestions));
    for (Exchange exchange : exchanges) {
      known.append(' ').append(exchange.words());
      Set<String> named = new HashSet<>();
      LARGE.matcher(exchange.said()).results().forEach(found -> named.add(found.group()));
      named.removeIf(it -> it.equals("I") || it.startsWith("I'") || known.indexOf(it) >= 0);
      assertThat(named).as(exchange.said()).isEmpty();
    }
  }

  private static String question(String said) {
    int start = 0;
    var border = Pattern.compile("[.!”:…] (?=\\p{Lu})").matcher(said);
    while (border.find()) {
      start = border.end();
    }
    return said.substring(start);
  }

  private static String receipt(Exchange exchange) {
    return exchange
        .said()
        .substring(0, exchange.said().length() - exchange.question().length())
        .strip();
  }

  private static String state(ScriptedClient client) {
    ObjectNode state =
        JSON.createObjectNode().put("mode", "ghostwriting").put("kind", client.kind());
    state.putObject("project").put("id", "p1").put("title", "A book");
    var open = state.putArray("openQuestions");
    client.openQuestions.forEach(it ->
        open.addObject()
            .put("id", it.substring(0, it.indexOf(' ')))
            .put("text", it.substring(it.indexOf(' ') + 1)));
    var sections = state.putArray("sections");
    client.sectionQuestions.forEach(
        it -> sections.addObject().put("heading", "").put("question", it).put("written", false));
    return state.toString();
  }

  private static void write(String script, List<Exchange> exchanges, Sitting sitting)
      throws IOException {
    Path folder = Files.createDirectories(Path.of("target/interviews"));
    String text =
        exchanges.stream()
                .map(it -> (it.words().isEmpty() ? "" : "        " + it.words() + "\n") + it.said())
                .collect(Collectors.joining("\n"))
            + "\n\n"
            + sitting.calls.stream()
                .map(it -> it.name() + " " + it.arguments())
                .collect(Collectors.joining("\n"));
    Files.writeString(folder.resolve(script), text);
  }
}
