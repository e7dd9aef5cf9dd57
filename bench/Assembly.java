import ghostwriter.blueprint.Blueprints;
import ghostwriter.blueprint.Field;
import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.Durability;
import ghostwriter.cluster.EmbeddedPostgresql;
import ghostwriter.document.Author;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Document;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.drafting.Answer;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Briefs;
import ghostwriter.drafting.DraftModel;
import ghostwriter.drafting.evidence.MiniLm;
import ghostwriter.drafting.evidence.Rankings;
import ghostwriter.drafting.prompt.DraftingPrompt;
import ghostwriter.notebook.Notebook;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.Finish;
import ghostwriter.queue.WorkerId;
import ghostwriter.recording.Reading;
import ghostwriter.recording.RecordingReader;
import ghostwriter.settings.Settings;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// What one update costs before a language model is asked, after one hour and after twenty hours of conversation: the time
/// to read and assemble its brief, and the tokens of its prompt. An hour is a session of 1,000 turns, every second one a
/// sentence of the sample talks, some 10,000 words; each update brings 40 turns more, which are indexed before: that time
/// is told apart. Both projects have the same document, five sections of eight paragraphs. The two are measured in turns.
final class Assembly {
  private static final BookKind MEMOIR = new BookKinds().find("memoir").orElseThrow();
  private static final int HOUR = 1_000;
  private static final int NEW = 40;
  private static final int PARAGRAPHS = 8;
  private static final double RATIO_LIMIT = 1.15;
  private static final double LIMIT_MILLIS = 100;

  /// Reads packs, as a hosted model does; nobody asks it.
  private static final DraftModel HOSTED =
      new DraftModel() {
        @Override
        public Answer draft(Brief brief) {
          throw new IllegalStateException("Nothing is drafted here.");
        }
      };

  public static void main(String[] arguments) throws Exception {
    var options = new Options(arguments);
    Path data = Files.createTempDirectory("ghostwriter-bench");
    try (var folder = DataFolder.open(data);
        var server = EmbeddedPostgresql.start(folder, Durability.DURABLE)) {
      var access = server.access();
      Flyway.configure().dataSource(access.jdbcUrl(), access.user(), access.password()).load().migrate();
      try (var house = new House(access, 4)) {
        new Assembly(house, talk(Path.of(arguments[0]).resolve("samples"))).measure(options.number("hours", 20), options.number("updates", 40));
      }
    }
  }

  /// The sentences of the sample talks in their order.
  private static List<String> talk(Path samples) throws IOException {
    List<String> sentences = new ArrayList<>();
    try (var files = Files.walk(samples)) {
      for (Path file : files.filter(name -> name.toString().matches(".*(10[.]json|keeper[.]txt)")).sorted().toList()) {
        if (new RecordingReader().read(file.toString(), Files.readAllBytes(file)) instanceof Reading.Read(var recording)) {
          recording.turns().forEach(turn -> sentences.addAll(List.of(turn.text().text().split("(?<=[.?!]) +"))));
        }
      }
    }
    return sentences;
  }

  private final House house;
  private final List<String> talk;
  private final Transcripts transcripts;
  private final Blueprints blueprints;
  private final Rankings rankings;
  private final Briefs briefs;
  private final TransactionTemplate snapshot;
  private final WorkerId worker = new WorkerId(UUID.randomUUID());

  private Assembly(House house, List<String> talk) {
    this.house = house;
    this.talk = talk;
    var clock = InstantSource.system();
    transcripts =
        new Transcripts(
            house.sql,
            new JdbcTemplate(house.database),
            house.json,
            house.projects,
            house.feed,
            house.ids,
            clock);
    blueprints = new Blueprints(house.sql, house.feed, clock);
    rankings = new Rankings(new MiniLm(), transcripts, house.sql);
    briefs =
        new Briefs(
            house.projects,
            new BookKinds(),
            blueprints,
            house.documents,
            transcripts,
            new Notebook(house.sql, transcripts, house.feed, house.ids, clock),
            house.queue,
            rankings,
            house.json,
            Settings.from(Map.of()));
    snapshot = new TransactionTemplate(new JdbcTransactionManager(house.database));
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// A book that is being told.
  private final class Book {
    final ProjectId project = house.newProject();
    int told;
    final List<Double> assembled = new ArrayList<>();
    final List<Double> indexed = new ArrayList<>();
    final List<Integer> tokens = new ArrayList<>();

    Book(int hours) {
      house.doInTransaction(() -> {
        MEMOIR.fields().stream()
            .filter(BookKind.Field::required)
            .map(field -> new Field(field.name(), new Words("Said."), Field.Origin.CLIENT))
            .forEach(field -> blueprints.answer(project, field));
        blueprints.commit(project, MEMOIR);
      });
      for (int hour = 0; hour < hours; hour++) {
        tell(HOUR);
      }
      write();
    }

    /// Every second turn is the interviewer's.
    void tell(int count) {
      List<RecordedTurn> turns = new ArrayList<>();
      while (turns.size() < count) {
        String sentence = talk.get(told++ % talk.size());
        turns.add(new RecordedTurn(turns.size() + 1, "Interviewer", false, new Words("And what then?")));
        turns.add(new RecordedTurn(turns.size() + 1, "Client", true, new Words(sentence)));
      }
      house.doInTransaction(() -> transcripts.addRecording(project, "talk", turns));
    }

    /// The first paragraphs of each section.
    void write() {
      List<ConversationItem> said =
          transcripts.ofProject(project).stream().filter(ConversationItem::client).toList();
      Document document = house.documents.current(project);
      List<Edit> edits = new ArrayList<>();
      for (var section : document.sections()) {
        for (int i = 0; i < PARAGRAPHS; i++) {
          ConversationItem item = said.get(edits.size());
          var source = new Source(item.id(), item.revision(), 0, item.text().text().length());
          var content = new Content(BlockKind.PARAGRAPH, item.text(), Grounding.SOURCED, List.of(source));
          edits.add(new Edit.Insert(section.id(), null, new BlockId(house.ids.next()), content));
        }
      }
      DraftJob job = claim();
      house.doInTransaction(() -> {
        house.documents.apply(project, document.version(), new Author.ByDraft(job.id()), edits, changes -> Words.NONE);
        finish(job);
      });
    }

    private DraftJob claim() {
      house.queue.beat(worker);
      house.doInTransaction(() ->
          house.queue.enqueue(
              DraftRequest.of(project, Urgency.HIGH, new Words("update " + UUID.randomUUID()))));
      return house.inTransaction(() -> house.queue.claim(worker, 1)).getFirst();
    }

    private void finish(DraftJob job) {
      String through = house.json.writeValueAsString(transcripts.settled(project));
      house.queue.finish(job, new Finish(new Words("Done."), through, "{}", List.of(), false));
    }

    void update() {
      tell(NEW);
      long began = System.nanoTime();
      rankings.of(snapshot.execute(_ -> rankings.read(project, Locale.ENGLISH)));
      indexed.add((System.nanoTime() - began) / 1e6);
      DraftJob job = claim();
      began = System.nanoTime();
      Briefs.Read read = snapshot.execute(_ -> briefs.read(job)).orElseThrow();
      Brief brief = briefs.assemble(read, HOSTED).brief();
      assembled.add((System.nanoTime() - began) / 1e6);
      tokens.add(DraftingPrompt.of(brief, DraftingPrompt.BUDGET).tokens());
      house.doInTransaction(() -> finish(job));
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
