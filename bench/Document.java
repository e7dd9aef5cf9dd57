import ghostwriter.document.ApplyResult;
import ghostwriter.document.Author;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Documents;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.document.Section;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A book of 300 pages, 2,000 paragraphs that each cite what was said: how long it takes until an edit by hand, and one by a
/// draft, is applied, and until the whole book is opened. Over HTTP as a browser asks, except for the draft's.
final class Document {
  private static final int BLOCKS = 2_000;
  private static final int A_DRAFT = 20;
  private static final double EDIT_LIMIT_MILLIS = 50;
  private static final double OPEN_LIMIT_MILLIS = 200;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static void main(String[] arguments) throws Exception {
    var options = new Options(arguments);
    int rounds = options.number("rounds", 5);
    int edits = options.number("edits", 60);
    try (var server = new Server(1, UnaryOperator.identity())) {
      new Document(server).measure(rounds, edits);
    }
    System.exit(0);
  }

  private final HttpClient http = HttpClient.newHttpClient();
  private final Random random = new Random();
  private final Story story = new Story();
  private final Server server;
  private final Documents documents;
  private final Server.Author author;
  private final ProjectId book;
  private final List<Source> sources = new ArrayList<>();
  private final List<BlockId> blocks = new ArrayList<>();
  private final List<Double> edited = new ArrayList<>();
  private final List<Double> drafted = new ArrayList<>();
  private final List<Double> opened = new ArrayList<>();
  private int version = 1;

  private Document(Server server) {
    this.server = server;
    documents = server.bean(Documents.class);
    author = server.newAuthor();
    book = server.inTransaction(() -> server.newBook(author.person()));
    tell();
    write();
  }

  private void tell() {
    List<RecordedTurn> turns = new ArrayList<>();
    for (int turn = 1; turn <= BLOCKS; turn++) {
      turns.add(new RecordedTurn(turn, "Rosa", true, new Words(story.next())));
    }
    SessionId talk =
        server.inTransaction(() -> server.bean(Transcripts.class).addRecording(book, "talk", turns));
    for (RecordedTurn turn : turns) {
      sources.add(
          new Source(new ItemId(talk, "imported_" + turn.turn()), 1, 0, turn.text().text().length()));
    }
  }

  private void write() {
    List<SectionId> sections = documents.current(book).sections().stream().map(Section::id).toList();
    while (blocks.size() < BLOCKS) {
      List<Edit> edits = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        var block = new BlockId(UUID.randomUUID());
        edits.add(new Edit.Insert(sections.get(i % sections.size()), null, block, said(blocks.size())));
        blocks.add(block);
      }
      apply(edits);
    }
  }

  private Content said(int number) {
    return new Content(
        BlockKind.PARAGRAPH, new Words(story.next()), Grounding.SOURCED, List.of(sources.get(number % sources.size())));
  }

  private void apply(List<Edit> edits) {
    ApplyResult result =
        server.inTransaction(() ->
            documents.apply(
                book, version, new Author.ByDraft(new JobId(UUID.randomUUID())), edits, new Words("I wrote it down.")));
    version = result.version();
  }

  private void measure(int rounds, int edits) throws Exception {
    round(edits);
    edited.clear();
    drafted.clear();
    opened.clear();
    for (int round = 0; round < rounds; round++) {
      round(edits);
    }
    report("an edit by hand", edited, EDIT_LIMIT_MILLIS);
    report("a draft of " + A_DRAFT + " edits", drafted, EDIT_LIMIT_MILLIS);
    report("opening it", opened, OPEN_LIMIT_MILLIS);
  }

  private void round(int edits) throws Exception {
    for (int i = 0; i < edits; i++) {
      edited.add(timed(this::edit));
      if (i % 3 == 0) {
        drafted.add(timed(this::draft));
        opened.add(timed(this::open));
      }
    }
  }

  private interface Step {
    void go() throws Exception;
  }

  /// @return milliseconds
  private static double timed(Step step) throws Exception {
    long began = System.nanoTime();
    step.go();
    return (System.nanoTime() - began) / 1e6;
  }

  private void edit() throws Exception {
    String body =
        JSON.createObjectNode()
            .set(
                "edits",
                JSON.createArrayNode()
                    .add(
                        JSON.createObjectNode()
                            .put("type", "replace")
                            .put("blockId", blocks.get(random.nextInt(BLOCKS / 2)).toString())
                            .put("markdown", story.next())))
            .toString();
    JsonNode done =
        send(
            request("/document/edits")
                .header("If-Match", "\"" + version + "\"")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    version = done.path("version").asInt();
  }

  /// The first half of the book is edited by hand, the other by drafts.
  private void draft() {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < A_DRAFT; i++) {
      int number = BLOCKS / 2 + random.nextInt(BLOCKS / 2);
      edits.add(new Edit.Replace(blocks.get(number), said(number)));
    }
    apply(edits);
  }

  private void open() throws Exception {
    JsonNode document = send(request("/document").GET());
    if (document.path("sections").size() == 0) {
      throw new IllegalStateException("the book is empty");
    }
  }

  private HttpRequest.Builder request(String path) {
    URI address = server.address().resolve("/api/projects/" + book + path);
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + author.token());
  }

  private JsonNode send(HttpRequest.Builder request) throws Exception {
    var answer = http.send(request.build(), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }

  private static void report(String what, List<Double> millis, double limit) {
    Figures figures = Figures.of(millis);
    System.out.printf(
        Locale.ENGLISH,
        "document: %,d paragraphs, %s, %d times: P50 %.1f ms, P95 %.1f ms, max %.1f ms (limit of P95 %.0f ms): %s%n",
        BLOCKS,
        what,
        figures.count(),
        figures.median(),
        figures.percentile(95),
        figures.sorted().getLast(),
        limit,
        figures.percentile(95) <= limit ? "met" : "MISSED");
  }
}
