import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.Durability;
import ghostwriter.cluster.EmbeddedPostgresql;
import ghostwriter.document.Author;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Document;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.prompt.DraftingPrompt;
import ghostwriter.queue.DraftJob;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.flywaydb.core.Flyway;

/// What one update costs before a language model is asked, after one hour and after twenty hours of conversation: the time
/// to read and assemble its brief, and the tokens of its prompt. An hour is a session of 1,000 turns, every second one a
/// sentence of the sample talks, some 10,000 words; each update brings 40 turns more, which are indexed before: that time
/// is told apart. Both projects have the same document, five sections of eight paragraphs. The two are measured in turns.
final class Assembly {
  private static final int HOUR = 1_000;
  private static final int NEW = 40;
  private static final int PARAGRAPHS = 8;
  private static final double RATIO_LIMIT = 1.15;
  private static final double LIMIT_MILLIS = 100;

  public static void main(String[] arguments) throws Exception {
    var options = new Options(arguments);
    Path data = Files.createTempDirectory("ghostwriter-bench");
    try (var folder = DataFolder.open(data);
        var server = EmbeddedPostgresql.start(folder, Durability.DURABLE)) {
      var access = server.access();
      Flyway.configure().dataSource(access.jdbcUrl(), access.user(), access.password()).load().migrate();
      try (var house = new House(access, 4)) {
        new Assembly(new Desk(house), Desk.talk(Path.of(arguments[0]).resolve("samples"))).measure(options.number("hours", 20), options.number("updates", 100));
      }
    }
  }

  private final Desk desk;
  private final List<String> talk;

  private Assembly(Desk desk, List<String> talk) {
    this.desk = desk;
    this.talk = talk;
  }

  /// A book that is being told.
  private final class Book {
    final ProjectId project = desk.newBook(new Words("Said."));
    int told;
    final List<Double> assembled = new ArrayList<>();
    final List<Double> indexed = new ArrayList<>();
    final List<Integer> tokens = new ArrayList<>();

    Book(int hours) {
      for (int hour = 0; hour < hours; hour++) {
        tell(HOUR);
      }
      // What is new is the same in both books.
      told = 0;
      write();
    }

    void tell(int turns) {
      List<String> sentences = new ArrayList<>();
      while (sentences.size() < turns / 2) {
        sentences.add(talk.get(told++ % talk.size()));
      }
      desk.tell(project, "And what then?", sentences);
    }

    /// The first paragraphs of each section.
    void write() {
      List<ConversationItem> said =
          desk.transcripts.ofProject(project).stream().filter(ConversationItem::client).toList();
      Document document = desk.house.documents.current(project);
      List<Edit> edits = new ArrayList<>();
      for (var section : document.sections()) {
        for (int i = 0; i < PARAGRAPHS; i++) {
          ConversationItem item = said.get(edits.size());
          var source = new Source(item.id(), item.revision(), 0, item.text().text().length());
          var content = new Content(BlockKind.PARAGRAPH, item.text(), Grounding.SOURCED, List.of(source));
          edits.add(new Edit.Insert(section.id(), null, new BlockId(desk.house.ids.next()), content));
        }
      }
      DraftJob job = desk.claim(project);
      desk.house.doInTransaction(() -> {
        desk.house.documents.apply(project, document.version(), new Author.ByDraft(job.id()), edits, changes -> Words.NONE);
        desk.finish(job, desk.transcripts.settled(project));
      });
    }

    void update() {
      tell(NEW);
      long began = System.nanoTime();
      desk.index(project);
      indexed.add((System.nanoTime() - began) / 1e6);
      DraftJob job = desk.claim(project);
      began = System.nanoTime();
      Brief brief = desk.assembled(job).brief();
      assembled.add((System.nanoTime() - began) / 1e6);
      tokens.add(DraftingPrompt.of(brief, DraftingPrompt.BUDGET).tokens());
      desk.house.doInTransaction(() -> desk.finish(job, desk.transcripts.settled(project)));
    }
  }

  private void measure(int hours, int updates) {
    var young = new Book(1);
    var old = new Book(hours);
    for (int warmUp = 0; warmUp < updates / 2; warmUp++) {
      young.update();
      old.update();
    }
    double first = old.indexed.getFirst();
    List.of(young, old).forEach(book -> {
      book.assembled.clear();
      book.indexed.clear();
      book.tokens.clear();
    });
    for (int update = 0; update < updates; update++) {
      young.update();
      old.update();
    }
    double time = at(old.assembled, 0.5) / at(young.assembled, 0.5);
    double tokens = mean(old) / mean(young);
    System.out.printf(
        "assembly: %d updates after 1 h and after %d h: median %.1f and %.1f ms, ratio %.2f (limit %.2f): %s; P95 %.1f and %.1f ms (limit %.0f ms): %s%n",
        updates,
        hours,
        at(young.assembled, 0.5),
        at(old.assembled, 0.5),
        time,
        RATIO_LIMIT,
        time <= RATIO_LIMIT ? "met" : "MISSED",
        at(young.assembled, 0.95),
        at(old.assembled, 0.95),
        LIMIT_MILLIS,
        at(old.assembled, 0.95) <= LIMIT_MILLIS ? "met" : "MISSED");
    System.out.printf(
        "assembly: prompt %.0f and %.0f tokens at the mean, ratio %.2f (limit %.2f): %s; indexing the %d new turns %.0f and %.0f ms at the median, all of the %d h once %.1f s%n",
        mean(young),
        mean(old),
        tokens,
        RATIO_LIMIT,
        tokens <= RATIO_LIMIT ? "met" : "MISSED",
        NEW,
        at(young.indexed, 0.5),
        at(old.indexed, 0.5),
        hours,
        first / 1_000);
  }

  private static double at(List<Double> values, double share) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }

  private static double mean(Book book) {
    return book.tokens.stream().mapToInt(Integer::intValue).average().orElse(0);
  }
}
