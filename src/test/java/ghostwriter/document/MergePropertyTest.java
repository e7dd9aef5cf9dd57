package ghostwriter.document;

import static ghostwriter.document.Page.ANNA;
import static ghostwriter.document.Page.DRAFT;
import static ghostwriter.document.Page.any;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Random edits by hand and drafts against old versions, some of them repeated. A run that fails
/// prints its seed; `-Dmerge.seed=SEED` repeats it.
class MergePropertyTest {
  private static final List<String> SECTIONS = List.of("A", "B", "C", "D");
  private static final String SIGNS = "aä \n\t*_#`\\|<>&\u00a0\u200b€😀é";

  @Test
  void everyHumanWordingOutlivesEveryDraft() {
    runs(3_000);
  }

  @Test
  @Tag("nightly")
  void everyHumanWordingOutlivesEveryDraftAllNight() {
    runs(100_000);
  }

  private static void runs(int times) {
    long first = Long.getLong("merge.seed", System.nanoTime());
    for (long seed = first; seed < first + times; seed++) {
      try {
        new Run(new Random(seed)).play();
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("repeat with -Dmerge.seed=" + seed, failure);
      }
    }
  }

  /// One random history of a document.
  private static final class Run {
    private final Random random;
    private final List<Page> pages = new ArrayList<>();
    private Map<String, String> byHand = new HashMap<>();
    private int names;

    private Run(Random random) {
      this.random = random;
      pages.add(Page.with("A", "B", "C"));
    }

    private void play() {
      List<Edit> last = List.of();
      for (int step = 0; step < 25; step++) {
        last = random.nextInt(6) == 0 ? last : edits();
        if (random.nextInt(3) == 0) {
          writeByHand(last);
        } else {
          draft(last);
        }
        assertWellFormed(pages.getLast());
      }
    }

    private void writeByHand(List<Edit> edits) {
      Page before = pages.getLast();
      Page after = before.edited(ANNA, before, edits.toArray(Edit[]::new));
      byHand = wordings(after, true);
      pages.add(after);
    }

    /// A draft is made against some earlier version.
    private void draft(List<Edit> edits) {
      Page before = pages.getLast();
      Page base = pages.get(Math.max(0, pages.size() - 1 - random.nextInt(4)));
      Page after = before.edited(DRAFT, base, edits.toArray(Edit[]::new));

      assertThat(wordings(after, true)).isEqualTo(byHand);
      assertThat(after.outcome.unplaced().size() + after.outcome.edits()).isEqualTo(edits.size());
      pages.add(after);
    }

    /// The wordings of the blocks that a human has written to.
    private static Map<String, String> wordings(Page page, boolean touched) {
      Map<String, String> wordings = new HashMap<>();
      for (Section section : page.document.sections()) {
        for (Block block : section.blocks()) {
          if (block.touched() == touched) {
            wordings.put(block.id().toString(), block.content().markdown().text());
          }
        }
      }
      return wordings;
    }

    private static void assertWellFormed(Page page) {
      var seen = new HashSet<Object>();
      for (Section section : page.document.sections()) {
        assertThat(seen.add(section.id())).isTrue();
        section.blocks().forEach(block -> assertThat(seen.add(block.id())).isTrue());
      }
    }

    private List<Edit> edits() {
      List<Edit> edits = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        edits.add(edit());
      }
      return edits;
    }

    private Edit edit() {
      return switch (random.nextInt(9)) {
        case 0, 1, 2 ->
            new Edit.Insert(
                Page.section(any(SECTIONS, random)),
                Page.block(name()),
                Page.block("n" + names++),
                Page.said(wording()));
        case 3, 4, 5 -> new Edit.Replace(Page.block(name()), Page.said(wording()));
        case 6 -> Page.remove(name());
        case 7 -> Page.move(name(), any(SECTIONS, random), neighbour());
        default -> Page.addSection(any(SECTIONS, random), null);
      };
    }

    private String name() {
      return "n" + random.nextInt(names + 1);
    }

    private @Nullable String neighbour() {
      return random.nextBoolean() ? null : name();
    }

    private String wording() {
      var wording = new StringBuilder("w" + random.nextInt(100));
      random
          .ints(random.nextInt(8), 0, SIGNS.codePointCount(0, SIGNS.length()))
          .map(i -> SIGNS.codePointAt(SIGNS.offsetByCodePoints(0, i)))
          .forEach(wording::appendCodePoint);
      return wording.toString();
    }
  }
}
