package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two people, drafts and somebody who undoes and restores, all at once in one document.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyHandsTest {
  private static final PersonId ANNA = ((Author.ByHand) Page.ANNA).person();
  private static final int EACH = 30;

  private final TestHouse house = new TestHouse(new SteppingClock());
  private final Documents documents = house.documents;
  private final ProjectId project = house.project("memoir").id();
  private final List<SectionId> sections =
      documents.current(project).sections().stream().map(Section::id).toList();

  /// What was confirmed to whoever wrote it, by the version that was named to them.
  private final Map<Integer, String> confirmed = new ConcurrentHashMap<>();

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void whatWasConfirmedStandsInTheVersionThatWasNamed() throws Exception {
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Void>> hands = new ArrayList<>();
      hands.add(threads.submit(times(random -> write(Page.ANNA, random, "Anna"))));
      hands.add(threads.submit(times(random -> write(Page.ANNA, random, "Ben"))));
      hands.add(threads.submit(times(random -> write(draft(), random, "draft"))));
      hands.add(threads.submit(times(this::goBack)));
      for (Future<Void> hand : hands) {
        finish(hand);
      }
    }

    assertThat(confirmed).hasSize(3 * EACH);
    confirmed.forEach((version, text) ->
        assertThat(texts(documents.at(project, version).orElseThrow())).contains(text));
    confirmed.keySet().forEach(this::restored);
  }

  private interface Deed {
    void done(Random random);
  }

  private static Callable<Void> times(Deed deed) {
    return () -> {
      var random = new Random(System.nanoTime());
      for (int i = 0; i < EACH; i++) {
        deed.done(random);
      }
      return null;
    };
  }

  private static void finish(Future<Void> hand) throws InterruptedException {
    try {
      hand.get();
    } catch (ExecutionException failure) {
      throw new AssertionError(failure.getCause());
    }
  }

  /// One paragraph more, and often something moved, against what stood when it was begun.
  private void write(Author author, Random random, String who) {
    Document seen = documents.current(project);
    String text = who + " " + UUID.randomUUID();
    SectionId section = Page.any(sections, random);
    List<Edit> edits = new ArrayList<>();
    switch (random.nextInt(3)) {
      case 0 -> edits.add(new Edit.MoveSection(section, null));
      case 1 ->
          blocks(seen).stream()
              .limit(5)
              .forEach(block -> edits.add(new Edit.Move(block.id(), section, null)));
      default -> {}
    }
    edits.add(new Edit.Insert(section, null, new BlockId(UUID.randomUUID()), Page.said(text)));
    ApplyResult result =
        house.inTransaction(
            () -> documents.apply(project, seen.version(), author, edits, Words.NONE));
    boolean placed =
        result.unplaced().stream().noneMatch(one -> one.edit().equals(edits.getLast()));
    if (placed) {
      confirmed.put(result.version(), text);
    }
  }

  private void goBack(Random random) {
    int seen = documents.current(project).version();
    house.inTransaction(() ->
        random.nextBoolean()
            ? documents.undo(project, seen, ANNA)
            : documents.restore(project, seen, 1 + random.nextInt(seen), ANNA));
  }

  private void restored(int version) {
    int current = documents.current(project).version();
    house.doInTransaction(() -> documents.restore(project, current, version, ANNA));
    assertThat(Witness.text(documents.current(project)))
        .isEqualTo(Witness.text(documents.at(project, version).orElseThrow()));
  }

  private static Author draft() {
    return new Author.ByDraft(new JobId(UUID.randomUUID()));
  }

  private static List<String> texts(Document document) {
    return blocks(document).stream().map(block -> block.content().markdown().text()).toList();
  }

  private static List<Block> blocks(Document document) {
    return document.sections().stream().flatMap(section -> section.blocks().stream()).toList();
  }
}
