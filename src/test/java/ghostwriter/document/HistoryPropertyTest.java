package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.dao.DuplicateKeyException;

/// The same stories in the database: what people wrote outlives every draft, and every version
/// comes back as it was, byte for byte, whatever was written later. `-Ddocument.seed=SEED` repeats
/// a run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryPropertyTest {
  private static final int STORIES = 200;
  private static final PersonId ANNA = ((Author.ByHand) Page.ANNA).person();

  private final TestHouse house = new TestHouse(new SteppingClock());

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void everyVersionComesBackAsItWas() {
    long first = Long.getLong("document.seed", System.nanoTime());
    for (long seed = first; seed < first + STORIES; seed++) {
      try {
        new Story(new Random(seed), new Kept(house.project("memoir").id())).play(20);
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("repeat with -Ddocument.seed=" + seed, failure);
      }
    }
  }

  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /// A document in the database.
  private final class Kept implements Manuscript {
    private final ProjectId project;

    private Kept(ProjectId project) {
      this.project = project;
    }

    @Override
    public Document current() {
      return house.documents.current(project);
    }

    @Override
    public Document at(int version) {
      return house.documents.at(project, version).orElseThrow();
    }

    @Override
    public Optional<ApplyResult> apply(int base, Author author, List<Edit> edits) {
      try {
        return Optional.of(
            house.inTransaction(
                () -> house.documents.apply(project, base, author, edits, Words.NONE)));
      } catch (DuplicateKeyException appliedBefore) {
        return Optional.empty();
      }
    }

    @Override
    public void crash(int base, Author author, List<Edit> edits) {
      assertThatThrownBy(() ->
              house.doInTransaction(() -> {
                house.documents.apply(project, base, author, edits, Words.NONE);
                throw new Death();
              }))
          .isInstanceOfAny(Death.class, DuplicateKeyException.class);
    }

    @Override
    public RestoreResult undo(int base) {
      return house.inTransaction(() -> house.documents.undo(project, base, ANNA));
    }

    @Override
    public RestoreResult restore(int base, int version) {
      return house.inTransaction(() -> house.documents.restore(project, base, version, ANNA));
    }

    @Override
    public void lock(SectionId section, boolean locked) {
      house.doInTransaction(
          () -> house.documents.mark(project, section, Optional.empty(), Optional.of(locked)));
    }
  }
}
