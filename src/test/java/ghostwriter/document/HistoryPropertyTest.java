package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Every version comes back as it was, byte for byte, whatever was written later.
/// `-Ddocument.seed=SEED` repeats a run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryPropertyTest {
  private final TestHouse house = new TestHouse(new SteppingClock());

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void everyVersionComesBackAsItWas() {
    long first = Long.getLong("document.seed", System.nanoTime());
    for (long seed = first; seed < first + 10; seed++) {
      try {
        play(new Random(seed));
      } catch (AssertionError | RuntimeException failure) {
        throw new AssertionError("repeat with -Ddocument.seed=" + seed, failure);
      }
    }
  }

  private void play(Random random) {
    ProjectId project = house.project("memoir").id();
    Map<Integer, List<String>> asItWas = new HashMap<>();
    for (int step = 0; step < 20; step++) {
      Document current = house.documents.current(project);
      asItWas.put(current.version(), inBytes(current));
      Author author =
          random.nextBoolean() ? Page.ANNA : new Author.ByDraft(new JobId(UUID.randomUUID()));
      Edit edit = edit(current, random);
      house.doInTransaction(() ->
          house.documents.apply(project, current.version(), author, List.of(edit), Words.NONE));
    }
    asItWas.forEach((number, then) ->
        assertThat(inBytes(house.documents.at(project, number).orElseThrow())).isEqualTo(then));
  }

  private static Edit edit(Document document, Random random) {
    SectionId section = Page.any(document.sections(), random).id();
    List<BlockId> blocks =
        document.sections().stream().flatMap(any -> any.blocks().stream()).map(Block::id).toList();
    int choice = blocks.isEmpty() ? 0 : random.nextInt(6);
    return switch (choice) {
      case 3 -> new Edit.Replace(Page.any(blocks, random), content(random));
      case 4 -> new Edit.Remove(Page.any(blocks, random));
      case 5 -> new Edit.Move(Page.any(blocks, random), section, null);
      default -> new Edit.Insert(section, null, new BlockId(UUID.randomUUID()), content(random));
    };
  }

  /// Any text but NUL, which no text of PostgreSQL can hold, and halves of surrogate pairs, which
  /// are no text.
  private static Content content(Random random) {
    var text = new StringBuilder("w");
    random
        .ints(20, 1, 0x1_2000)
        .filter(sign -> sign < 0xd800 || sign > 0xdfff)
        .forEach(text::appendCodePoint);
    return new Content(
        Page.any(List.of(BlockKind.values()), random),
        new Words(text.toString()),
        Grounding.SOURCED,
        List.of(Page.SOURCE));
  }

  private static List<String> inBytes(Document document) {
    List<String> lines = new ArrayList<>();
    for (Section section : document.sections()) {
      lines.add(section.id() + section.heading());
      for (Block block : section.blocks()) {
        Content content = block.content();
        byte[] bytes = content.markdown().text().getBytes(StandardCharsets.UTF_8);
        lines.add(
            String.join(
                " ",
                block.id().toString(),
                block.revision().toString(),
                block.origin().toString(),
                content.kind().toString(),
                content.sources().toString(),
                HexFormat.of().formatHex(bytes)));
      }
    }
    return lines;
  }
}
