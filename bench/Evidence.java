import ghostwriter.drafting.evidence.Meanings;
import ghostwriter.drafting.evidence.MiniLm;
import ghostwriter.drafting.evidence.Ranking;
import ghostwriter.drafting.evidence.Utterance;
import ghostwriter.recording.Reading;
import ghostwriter.recording.RecordingReader;
import ghostwriter.recording.Turn;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which turns belong to a question and to its answer: ranks the turns of meetings in QMSum's format (Zhong et al. 2021)
/// by each specific query, and by each answer, as the drafter ranks them, and writes the orders to `OUT.query.jsonl` and
/// `OUT.paragraph.jsonl`, a line each: `{"meeting": "Bed002", "query": 0, "turns": [17, 16, 18, ...]}`.
final class Evidence {
  private static final long QUERY_LIMIT_MILLIS = 150;
  private static final long INDEX_LIMIT_MILLIS = 10_000;

  private final RecordingReader reader = new RecordingReader();
  private final MiniLm model = new MiniLm();
  private final JsonMapper json = JsonMapper.builder().build();
  private final List<Long> queryMicros = new ArrayList<>();
  private long indexMillis;
  private int words;

  public static void main(String[] arguments) throws IOException {
    var options = new Options(arguments);
    new Evidence().measure(Path.of(options.word("meetings")), options.word("predictions"));
  }

  private void measure(Path meetings, String out) throws IOException {
    try (var files = Files.list(meetings);
        var queries = lines(out + ".query.jsonl");
        var paragraphs = lines(out + ".paragraph.jsonl")) {
      for (Path file : files.filter(name -> name.toString().endsWith(".json")).sorted().toList()) {
        rank(file, queries, paragraphs);
      }
    }
    report();
  }

  private void rank(Path file, PrintStream queries, PrintStream paragraphs) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (!(reader.read(file.getFileName().toString(), bytes) instanceof Reading.Read(var recording))) {
      throw new IOException(file + " holds no conversation.");
    }
    List<Turn> turns = recording.turns();
    Ranking ranking = index(turns);
    JsonNode asked = json.readTree(bytes).path("specific_query_list");
    for (int query = 0; query < asked.size(); query++) {
      queries.println(line(file, query, order(ranking, asked.get(query).path("query").asString(), turns)));
      paragraphs.println(line(file, query, order(ranking, asked.get(query).path("answer").asString(), turns)));
    }
  }

  private Ranking index(List<Turn> turns) {
    long began = System.nanoTime();
    List<Utterance> utterances = new ArrayList<>();
    for (Turn turn : turns) {
      utterances.add(new Utterance(turn.speaker(), turn.text().text(), utterances.isEmpty()));
    }
    var ranking =
        new Ranking(utterances, Locale.ENGLISH, Meanings.of(utterances, Locale.ENGLISH, model));
    long millis = (System.nanoTime() - began) / 1_000_000;
    int length = turns.stream().mapToInt(turn -> turn.text().text().split(" ").length).sum();
    if (length > words) {
      words = length;
      indexMillis = millis;
    }
    return ranking;
  }

  private List<Integer> order(Ranking ranking, String text, List<Turn> turns) {
    long began = System.nanoTime();
    List<Integer> order = ranking.order(text);
    queryMicros.add((System.nanoTime() - began) / 1_000);
    return order.stream().map(place -> turns.get(place).number() - 1).toList();
  }

  private String line(Path file, int query, List<Integer> turns) {
    var line = json.createObjectNode();
    line.put("meeting", file.getFileName().toString().replaceFirst("\\.json$", "")).put("query", query);
    turns.forEach(line.putArray("turns")::add);
    return json.writeValueAsString(line);
  }

  private void report() {
    Collections.sort(queryMicros);
    System.out.printf(
        "evidence: longest meeting %d words: indexed in %d ms (limit %d ms): %s; %d rankings, median %d ms, P95 %d ms, max %d ms (limit %d ms at P95): %s%n",
        words,
        indexMillis,
        INDEX_LIMIT_MILLIS,
        indexMillis <= INDEX_LIMIT_MILLIS ? "met" : "MISSED",
        queryMicros.size(),
        millis(0.5),
        millis(0.95),
        millis(1),
        QUERY_LIMIT_MILLIS,
        millis(0.95) <= QUERY_LIMIT_MILLIS ? "met" : "MISSED");
  }

  private long millis(double share) {
    return queryMicros.isEmpty()
        ? 0
        : queryMicros.get((int) (share * (queryMicros.size() - 1))) / 1_000;
  }

  private static PrintStream lines(String name) throws IOException {
    return new PrintStream(name, StandardCharsets.UTF_8);
  }
}
