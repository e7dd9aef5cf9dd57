import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.Durability;
import ghostwriter.cluster.EmbeddedPostgresql;
import ghostwriter.document.ApplyResult;
import ghostwriter.document.Author;
import ghostwriter.document.Document;
import ghostwriter.drafting.Briefs;
import ghostwriter.drafting.openai.Price;
import ghostwriter.drafting.openai.Prices;
import ghostwriter.drafting.prompt.DraftingPrompt;
import ghostwriter.drafting.prompt.Reading;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Notebook;
import ghostwriter.queue.DraftJob;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;

/// What a language model costs while a book is told, after 1, 5, 10 and 20 hours: asked for patches, as the drafter asks,
/// and asked to write the whole document anew each time. The book is told for real: each update's prompt is assembled by
/// the drafter's own code, its reply is read by it, and its edits go into the document. Both ways write the same text.
final class Cost {
  private static final int HOUR = 1_000;
  private static final Set<Integer> MARKS = Set.of(1, 5, 10, 20);
  private static final String QUESTION = "And what happened then, and who else was there with you?";
  private static final Words ANSWER =
      new Words("The life of a lighthouse keeper's daughter from 1931 on, for her grandchildren, in her own plain words, first person, no gossip.");
  private static final String REWRITE =
      "Here is the book as it stands, and what was told since. Write the whole book anew, with what is new in its place, and answer with nothing but the book in Markdown.\n";

  public static void main(String[] arguments) throws Exception {
    var options = new Options(arguments);
    String model = options.word("model", Settings.from(Map.of()).text(Setting.DRAFTER_MODEL).orElseThrow());
    Price price =
        new Prices().of(model).orElseThrow(() -> new IllegalArgumentException("The price of " + model + " is not known."));
    Path data = Files.createTempDirectory("ghostwriter-bench");
    try (var folder = DataFolder.open(data);
        var server = EmbeddedPostgresql.start(folder, Durability.DURABLE)) {
      var access = server.access();
      Flyway.configure().dataSource(access.jdbcUrl(), access.user(), access.password()).load().migrate();
      try (var house = new House(access, 4)) {
        int turns = options.number("turns", 40);
        int share = options.number("share", 33);
        head(model, price, turns, share);
        List<String> talk = Desk.talk(Path.of(arguments[0]).resolve("samples"));
        new Cost(new Desk(house), talk, price, share / 100.0).measure(options.number("hours", 20), turns);
      }
    }
  }

  private static void head(String model, Price price, int turns, int share) {
    System.out.printf(
        Locale.ENGLISH,
        """
        cost: %s, for a million tokens: $%s in, $%s read from the cache, $%s out
        cost: taken for granted: an hour is %,d turns, every second one a sentence of the sample talks, the others questions;
        cost: an update every %d turns, with a fact for the notebook; %d %% of the words told become paragraphs; thoughts, tries
        cost: that fail, and writing to the cache are not counted; a prompt is read from the cache as far as it begins like the
        cost: one before, from 1,024 tokens on; a rewriting reads the rules, the plan, the document and the new turns; an update
        cost: whose packs do not hold all that is new takes more than one draft
        """,
        model, price.input(), price.cached(), price.output(), HOUR, turns, share);
  }

  private final Desk desk;
  private final List<String> talk;
  private final Pen pen;
  private final Way patches;
  private final Way whole;
  private final ProjectId project;
  private int told;
  private int words;
  private int updates;
  private int drafts;

  private Cost(Desk desk, List<String> talk, Price price, double share) {
    this.desk = desk;
    this.talk = talk;
    this.pen = new Pen(share);
    this.patches = new Way(price);
    this.whole = new Way(price);
    this.project = desk.newBook(ANSWER);
  }

  private void measure(int hours, int turns) {
    System.out.printf(
        "cost: | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |%n",
        "hours", "updates", "words told", "words in the book",
        "patches: drafts", "in", "of these cached", "out", "$",
        "rewriting: in", "of these cached", "out", "$");
    for (int hour = 1; hour <= hours; hour++) {
      while (told * 2 < hour * HOUR) {
        update(Math.min(turns, hour * HOUR - told * 2));
      }
      if (MARKS.contains(hour) || hour == hours) {
        row(hour);
      }
    }
    System.out.printf(
        Locale.ENGLISH,
        "cost: the last update: $%s by a patch, $%s by rewriting, %.0f times as much; the longest prompts: %,d and %,d tokens%n",
        patches.last(), whole.last(), whole.last().doubleValue() / patches.last().doubleValue(), patches.longest(), whole.longest());
  }

  private void row(int hour) {
    int written = pieces(desk.house.documents.current(project)).stream().mapToInt(piece -> new Words(piece).count()).sum();
    System.out.printf(
        Locale.ENGLISH,
        "cost: | %d | %,d | %,d | %,d | %,d | %,d | %,d | %,d | %s | %,d | %,d | %,d | %s | × %.1f%n",
        hour, updates, words, written, drafts,
        patches.input(), patches.cached(), patches.output(), dollars(patches),
        whole.input(), whole.cached(), whole.output(), dollars(whole),
        whole.cost().doubleValue() / patches.cost().doubleValue());
  }

  private static String dollars(Way way) {
    return way.cost().setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private void update(int turns) {
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < turns / 2; i++) {
      sentences.add(talk.get(told++ % talk.size()));
    }
    sentences.forEach(sentence -> words += new Words(sentence).count());
    desk.tell(project, QUESTION, sentences);
    Words fact = new Words(sentences.getFirst());
    desk.house.doInTransaction(() -> desk.notebook.note(project, Note.Kind.FACT, fact, Optional.empty()));
    desk.index(project);
    Document before = desk.house.documents.current(project);
    List<String> lasting = patch(Set.copyOf(sentences));
    updates++;
    whole.ask(rewriting(lasting, before, sentences), pieces(desk.house.documents.current(project)));
  }

  /// As many drafts as it takes to read all that is new.
  ///
  /// @return what a prompt begins with
  private List<String> patch(Set<String> sentences) {
    DraftJob job = desk.claim(project);
    Briefs.Assembled assembled = desk.assembled(job);
    DraftingPrompt prompt = DraftingPrompt.of(assembled.brief(), DraftingPrompt.BUDGET);
    String reply = pen.reply(prompt.user().text(), sentences);
    desk.house.doInTransaction(() -> publish(job, assembled, prompt, reply));
    drafts++;
    patches.ask(asked(prompt), List.of(reply));
    return assembled.unread() ? patch(sentences) : List.of(prompt.system().text(), prompt.lasting());
  }

  private void publish(DraftJob job, Briefs.Assembled read, DraftingPrompt prompt, String reply) {
    Reading reading = prompt.read(new Words(reply), () -> new BlockId(desk.house.ids.next()));
    if (!(reading instanceof Reading.Usable(var edits, var questions, var summary))) {
      throw new IllegalStateException(reading.toString());
    }
    var result = desk.house.documents.apply(project, read.base(), new Author.ByDraft(job.id()), edits, summary);
    if (result instanceof ApplyResult.Applied applied) {
      desk.notebook.answered(project, applied.sections());
    }
    desk.notebook.ask(
        project, job.id(), questions.stream().map(it -> new Notebook.Question(it.section(), it.text())).toList());
    desk.finish(job, read.through());
  }

  /// The reply's form goes before all that is said.
  private static List<String> asked(DraftingPrompt prompt) {
    String lasting = prompt.lasting();
    return List.of(
        prompt.schema().toString(), prompt.system().text(), lasting, prompt.user().text().substring(lasting.length()));
  }

  private static List<String> rewriting(List<String> lasting, Document before, List<String> sentences) {
    List<String> pieces = new ArrayList<>(lasting);
    pieces.add(REWRITE);
    pieces.addAll(pieces(before));
    sentences.forEach(sentence -> pieces.addAll(List.of(QUESTION + "\n", sentence + "\n")));
    return pieces;
  }

  /// A document's headings and paragraphs in Markdown.
  private static List<String> pieces(Document document) {
    List<String> pieces = new ArrayList<>();
    document.sections().forEach(section -> {
      pieces.add("## " + section.heading() + "\n\n");
      section.blocks().forEach(block -> pieces.add(block.content().markdown().text() + "\n\n"));
    });
    return pieces;
  }
}
