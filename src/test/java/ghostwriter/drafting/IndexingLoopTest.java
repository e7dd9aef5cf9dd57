package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.evidence.Indexing;
import ghostwriter.drafting.evidence.Meaning;
import ghostwriter.drafting.evidence.MeaningModel;
import ghostwriter.drafting.evidence.MiniLm;
import ghostwriter.drafting.offline.OfflineModel;
import ghostwriter.feed.Hints.Hint;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The loop as it runs in the server, with its own thread on the real clock.
class IndexingLoopTest {
  private static final String BOATS = "We sold the boats in the spring of that year. ".repeat(10);

  /// Tells when it is asked for a language, which is once a look, and what it reads.
  private static final class Reader implements MeaningModel {
    final MeaningModel model = new MiniLm();
    final BlockingQueue<Locale> looks = new LinkedBlockingQueue<>();
    final BlockingQueue<String> read = new LinkedBlockingQueue<>();
    volatile CountDownLatch mayRead = new CountDownLatch(0);
    volatile boolean broken;

    @Override
    public String name() {
      return model.name();
    }

    @Override
    public boolean speaks(Locale language) {
      looks.add(language);
      return model.speaks(language);
    }

    @Override
    public List<Meaning> of(List<String> texts) {
      boolean breaks = broken;
      read.addAll(texts);
      if (breaks) {
        throw new LinkageError("The runtime of the model is gone.");
      }
      try {
        assertThat(mayRead.await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return model.of(texts);
    }
  }

  private final TestHouse house = new TestHouse(InstantSource.system());
  private final Reader reader = new Reader();
  private final List<IndexingLoop> loops = new ArrayList<>();
  private ProjectId project;

  @BeforeEach
  void aBook() {
    project = house.project("memoir").id();
  }

  @AfterEach
  void close() {
    loops.forEach(IndexingLoop::stop);
    house.close();
  }

  @Test
  void afterNewsOfAProjectItsPassagesAreRead() throws Exception {
    loop(Duration.ZERO);
    house.said(project, BOATS, BOATS, "Then we ate.");

    house.hints.send(Hint.feed(project));

    assertThat(nextRead()).contains("boats");
  }

  @Test
  void whatIsSaidInATalkIsReadAsWell() throws Exception {
    SessionId talk =
        house.inTransaction(() -> house.transcripts.openSession("talk", Optional.of(project)));
    loop(Duration.ZERO);
    house.said(project, BOATS, "Then we ate.");

    house.hints.send(Hint.talk(talk));

    assertThat(nextRead()).contains("boats");
  }

  @Test
  void aBurstOfNewsIsOneLook() throws Exception {
    loop(Duration.ofMillis(700));
    house.said(project, BOATS, "Then we ate.");

    for (int news = 0; news < 100; news++) {
      house.hints.send(Hint.feed(project));
    }

    assertThat(nextRead()).contains("boats");
    assertThat(reader.looks).hasSize(1);
  }

  @Test
  void whereTheModelBreaksDownTheNextNewsIsHeardAllTheSame() throws Exception {
    loop(Duration.ZERO);
    house.said(project, BOATS, "Then we ate.");
    reader.broken = true;
    house.hints.send(Hint.feed(project));
    assertThat(nextRead()).contains("boats");

    reader.broken = false;
    house.hints.send(Hint.feed(project));

    assertThat(nextRead()).contains("boats");
  }

  @Test
  void whileTheDatabaseFailsItTriesAgainByItself() throws Exception {
    loop(Duration.ofMillis(20));
    house.said(project, BOATS, "Then we ate.");
    house.sql.sql("alter table passage_meaning rename to gone").update();
    house.hints.send(Hint.feed(project));
    for (int look = 0; look < 3; look++) {
      assertThat(reader.looks.poll(10, TimeUnit.SECONDS)).isNotNull();
    }
    assertThat(reader.read).isEmpty();

    house.sql.sql("alter table gone rename to passage_meaning").update();

    assertThat(nextRead()).contains("boats");
  }

  @Test
  void whereTheDrafterReadsEverythingNothingIsReadAhead() throws Exception {
    var idle = new Reader();
    run(new IndexingLoop(indexing(idle), new OfflineModel(house.ids), house.hints, Duration.ZERO));
    loop(Duration.ofMillis(50));
    house.said(project, BOATS, "Then we ate.");

    house.hints.send(Hint.feed(project));

    assertThat(nextRead()).contains("boats");
    assertThat(idle.looks).isEmpty();
  }

  @Test
  void itStopsAfterThePassageThatIsBeingRead() throws Exception {
    reader.mayRead = new CountDownLatch(1);
    IndexingLoop loop = loop(Duration.ZERO);
    house.said(project, BOATS, BOATS + "Again.", BOATS + "And again.", "Then we ate.");
    house.hints.send(Hint.feed(project));
    assertThat(nextRead()).isNotEmpty();

    Thread stopping = Thread.ofVirtual().start(loop::stop);
    while (loop.isRunning()) {
      Thread.onSpinWait();
    }
    reader.mayRead.countDown();
    stopping.join();

    assertThat(reader.read).isEmpty();
    assertThat(kept()).isEqualTo(1);
  }

  private String nextRead() throws InterruptedException {
    String text = reader.read.poll(20, TimeUnit.SECONDS);
    assertThat(text).as("what is read ahead").isNotNull();
    return text;
  }

  private IndexingLoop loop(Duration rest) {
    return run(new IndexingLoop(indexing(reader), new ScriptedModel(), house.hints, rest));
  }

  private IndexingLoop run(IndexingLoop loop) {
    loops.add(loop);
    loop.start();
    return loop;
  }

  private Indexing indexing(MeaningModel model) {
    return new Indexing(model, house.projects, house.transcripts, house.sql);
  }

  private long kept() {
    return house
        .sql
        .sql("select count(*) from passage_meaning where project_id = :project")
        .param("project", project.value())
        .query(Long.class)
        .single();
  }
}
