import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ProjectId;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From the commit of a request for a draft to the new version in the hands of a client of the workspace, over HTTP; the
/// model's share apart. One draft after the other, each of a book of its own with the same length of talk.
final class Latency {
  private static final int TURNS = 40;
  private static final double P95_LIMIT_SECONDS = 45;

  /// @param total milliseconds
  /// @param model of these, spent on waiting for the model
  private record Run(double total, double model, long version) {}

  public static void main(String[] arguments) throws Exception {
    var options = new Options(arguments);
    int runs = options.number("runs", 10);
    int delay = options.number("double", -1);
    var environment = new TreeMap<String, String>();
    System.getenv().forEach((name, value) -> {
      if (name.startsWith("GHOSTWRITER_DRAFTER_")) {
        environment.put(name, value);
      }
    });
    try (var model = delay < 0 ? null : new ModelDouble(delay)) {
      if (model != null) {
        environment.clear();
        environment.putAll(Map.of("GHOSTWRITER_DRAFTER_URL", model.address(), "GHOSTWRITER_DRAFTER_MODEL", "double"));
      }
      try (var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
          var server = new Server(environment, UnaryOperator.identity())) {
        new Latency(server, http).measure(runs, who(environment, delay));
      }
    }
    System.exit(0);
  }

  private static String who(Map<String, String> environment, int delay) {
    if (delay >= 0) {
      return "a double that answers after " + delay + " ms";
    }
    return environment.isEmpty()
        ? "the built-in drafter, for no model is set"
        : environment.getOrDefault("GHOSTWRITER_DRAFTER_MODEL", "gpt-6-luna");
  }

  private final Server server;
  private final HttpClient http;

  private Latency(Server server, HttpClient http) {
    this.server = server;
    this.http = http;
  }

  private void measure(int runs, String who) throws Exception {
    List<Run> all = new ArrayList<>();
    // The first one loads what is needed and is not counted.
    for (int i = 0; i <= runs; i++) {
      Run run = run();
      if (i > 0) {
        all.add(run);
        System.out.printf(
            Locale.ENGLISH, "latency: run %2d: %,7.0f ms, of these the model %,7.0f ms (version %d)%n",
            i, run.total, run.model, run.version);
      }
    }
    Figures totals = Figures.of(all.stream().map(Run::total).toList());
    Figures own = Figures.of(all.stream().map(run -> run.total - run.model).toList());
    System.out.printf(
        Locale.ENGLISH,
        "latency: %d drafts by %s, from the committed request to the visible version: P50 %,.0f ms, P95 %,.0f ms"
            + " (limit %.0f s); without the model: P50 %,.0f ms, P95 %,.0f ms: %s%n",
        runs, who, totals.median(), totals.percentile(95), P95_LIMIT_SECONDS, own.median(), own.percentile(95),
        totals.percentile(95) <= P95_LIMIT_SECONDS * 1e3 ? "met" : "MISSED");
  }

  private Run run() throws Exception {
    Server.Author author = server.newAuthor();
    ProjectId book = server.inTransaction(() -> {
      ProjectId project = server.newBook(author.person());
      server.bean(Transcripts.class).addRecording(project, "talk", Story.talk(TURNS));
      return project;
    });
    HttpResponse<Stream<String>> feed = http.send(get(author, book, "/feed"), BodyHandlers.ofLines());
    try (Stream<String> lines = feed.body()) {
      Iterator<String> news = lines.iterator();
      until("event:hello", news);
      http.send(asking(author, book), BodyHandlers.ofString());
      long committed = System.nanoTime();
      until("event:documentChanged", news);
      http.send(get(author, book, "/document"), BodyHandlers.ofString());
      double total = (System.nanoTime() - committed) / 1e6;
      until("event:draftProgress", news);
      return finished(book, total);
    }
  }

  private Run finished(ProjectId book, double total) {
    return server
        .bean(JdbcClient.class)
        .sql(
            """
            select coalesce(cast(usage ->> 'modelMs' as bigint), 0) as model, document.version
              from draft_job join document using (project_id)
             where project_id = :book and status = 'complete'
            """)
        .param("book", book.value())
        .query((row, _) -> new Run(total, row.getLong("model"), row.getLong("version")))
        .single();
  }

  private static void until(String line, Iterator<String> news) throws IOException {
    while (news.hasNext()) {
      if (news.next().replace(" ", "").equals(line)) {
        return;
      }
    }
    throw new IOException("the stream ended before " + line);
  }

  private HttpRequest get(Server.Author author, ProjectId book, String what) {
    return HttpRequest.newBuilder(server.address().resolve("/api/projects/" + book + what))
        .header("Authorization", "Bearer " + author.token())
        .build();
  }

  private HttpRequest asking(Server.Author author, ProjectId book) {
    return HttpRequest.newBuilder(server.address().resolve("/api/projects/" + book + "/jobs"))
        .header("Authorization", "Bearer " + author.token())
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"urgency\": \"high\"}"))
        .build();
  }
}
