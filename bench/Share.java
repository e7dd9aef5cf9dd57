import ghostwriter.drafting.WorkerLoop;
import ghostwriter.drafting.evidence.Indexing;
import ghostwriter.drafting.evidence.MeaningModel;
import ghostwriter.feed.Hints;
import ghostwriter.project.Projects;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.Finish;
import ghostwriter.queue.JobRecord;
import ghostwriter.queue.JobStatus;
import ghostwriter.queue.WorkerId;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The server's own share of a draft after a long conversation: all from the committed request to the job's end, which is
/// committed with the new version, but the waiting for the model. That is a double which answers at once, with a paragraph
/// for each section that the update concerns, of three turns and a sentence that nobody said, which the claim check has to
/// look up. Forty turns are said before each request: in turns, they were read ahead as the server does with what is said over
/// minutes, the last passage left out, and nobody had looked at them, as where they are said within seconds. The book grows
/// with each draft.
final class Share {
  private static final int HOUR = 1_000;
  private static final int NEW = 40;
  private static final int WARM_UP = 10;
  private static final double LIMIT_MILLIS = 250;
  private static final String UNSAID = " All of that lies far behind me now.";

  public static void main(String[] arguments) throws Exception {
    var options = new Options(arguments);
    try (var model = new ModelDouble(0, 10, 3, UNSAID);
        var server =
            new Server(
                Map.of("GHOSTWRITER_DRAFTER_URL", model.address(), "GHOSTWRITER_DRAFTER_MODEL", "double"),
                UnaryOperator.identity())) {
      int hours = options.number("hours", 20);
      new Share(server, Desk.talk(Path.of(arguments[0]).resolve("samples")), hours).measure(hours, options.number("drafts", 40));
    }
    System.exit(0);
  }

  private final Server server;
  private final List<String> talk;
  private int told;
  private final DraftQueue queue;
  private final Indexing indexing;
  private final ProjectId book;
  private final JsonMapper json = JsonMapper.builder().build();

  private Share(Server server, List<String> talk, int hours) {
    this.server = server;
    this.talk = talk;
    this.queue = server.bean(DraftQueue.class);
    this.indexing =
        new Indexing(
            server.bean(MeaningModel.class),
            server.bean(Projects.class),
            server.bean(Transcripts.class),
            server.bean(JdbcClient.class));
    Server.Author author = server.newAuthor();
    this.book = server.inTransaction(() -> server.newBook(author.person()));
    for (int hour = 0; hour < hours; hour++) {
      tell(HOUR);
    }
    haveRead();
  }

  /// As if a draft had read all that was said so far.
  private void haveRead() {
    server.bean(WorkerLoop.class).stop();
    var worker = new WorkerId(UUID.randomUUID());
    queue.beat(worker);
    ask();
    server.inTransaction(() -> {
      String through = json.writeValueAsString(server.bean(Transcripts.class).settled(book));
      queue.finish(
          queue.claim(worker, 1).getFirst(), new Finish(new Words("Done."), through, "{}", List.of(), false));
      return book;
    });
    server.bean(WorkerLoop.class).start();
  }

  private JobId ask() {
    var request = DraftRequest.of(book, Urgency.HIGH, new Words("update " + UUID.randomUUID()));
    return server.inTransaction(() -> queue.enqueue(request).job());
  }

  private void tell(int turns) {
    List<String> sentences = new ArrayList<>();
    while (sentences.size() < turns / 2) {
      sentences.add(talk.get(told++ % talk.size()));
    }
    List<RecordedTurn> said = Desk.turns("And what then?", sentences);
    server.inTransaction(() -> server.bean(Transcripts.class).addRecording(book, "talk", said));
  }

  private void measure(int hours, int drafts) throws InterruptedException {
    List<Double> readAhead = new ArrayList<>();
    List<Double> unread = new ArrayList<>();
    for (int i = -WARM_UP; i < drafts; i++) {
      double ahead = share(true);
      double not = share(false);
      if (i >= 0) {
        readAhead.add(ahead);
        unread.add(not);
      }
    }
    Figures share = Figures.of(readAhead);
    Figures other = Figures.of(unread);
    System.out.printf(
        Locale.ENGLISH,
        "share: %d drafts after %d h, the server's own share: median %.0f ms, P95 %.0f ms (limit %.0f ms): %s;"
            + " where nothing was read ahead %.0f and %.0f ms; the model apart%n",
        drafts, hours, share.median(), share.percentile(95), LIMIT_MILLIS,
        share.percentile(95) <= LIMIT_MILLIS ? "met" : "MISSED", other.median(), other.percentile(95));
  }

  /// Milliseconds of one draft.
  private double share(boolean readAhead) throws InterruptedException {
    awaitRest();
    tell(NEW);
    if (readAhead) {
      indexing.catchUp(book, () -> true);
    }
    long began = System.nanoTime();
    JobRecord job = drafted();
    double total = (System.nanoTime() - began) / 1e6;
    return total - json.readTree(job.usage().orElseThrow()).path("modelMs").asLong();
  }

  /// Asks for a draft and waits for its end.
  private JobRecord drafted() throws InterruptedException {
    var news = new Semaphore(0);
    try (var _ = server.bean(Hints.class).listen(Hints.Topic.FEED, _ -> news.release())) {
      JobId id = ask();
      while (isOpen(queue.find(book, id).orElseThrow())) {
        news.acquire();
      }
      JobRecord job = queue.find(book, id).orElseThrow();
      if (job.status() != JobStatus.COMPLETE) {
        throw new IllegalStateException("a draft failed: " + job.error().orElse(""));
      }
      return job;
    }
  }

  /// What had no room in a draft is read by the next, which nobody has to ask for.
  private void awaitRest() throws InterruptedException {
    while (queue.jobs(book, 2).stream().anyMatch(Share::isOpen)) {
      Thread.sleep(5);
    }
  }

  private static boolean isOpen(JobRecord job) {
    return job.status() == JobStatus.QUEUED || job.status() == JobStatus.RUNNING;
  }
}
