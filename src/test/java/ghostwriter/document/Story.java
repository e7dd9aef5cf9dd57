package ghostwriter.document;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.RestoreResult.MovedOn;
import ghostwriter.document.RestoreResult.NothingThere;
import ghostwriter.document.RestoreResult.Restored;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A random history of a document: people write by hand, against what they saw a moment ago; drafts
/// are begun on one version and land on a later one, crash, are tried again, land twice; people
/// undo, restore and lock. After each step a [Witness] looks at what must hold.
final class Story {
  private record Draft(Author author, int base, List<Edit> edits) {}

  private final Random random;
  private final Manuscript manuscript;
  private final List<Draft> underWay = new ArrayList<>();
  private final List<Draft> landed = new ArrayList<>();
  private final List<Integer> way = new ArrayList<>();
  private final Map<Integer, List<List<Object>>> asTheyWere = new HashMap<>();
  private final List<BlockId> blocks = new ArrayList<>();
  private final List<SectionId> sections = new ArrayList<>();

  Story(Random random, Manuscript manuscript) {
    this.random = random;
    this.manuscript = manuscript;
    manuscript.current().sections().forEach(section -> sections.add(section.id()));
    blocks.add(new BlockId(id()));
    keep();
    way.add(1);
  }

  void play(int steps) {
    for (int i = 0; i < steps; i++) {
      step();
      keep();
    }
    asTheyWere.forEach(
        (version, then) -> assertThat(Witness.text(manuscript.at(version))).isEqualTo(then));
  }

  private void keep() {
    Document now = manuscript.current();
    asTheyWere.put(now.version(), Witness.text(now));
  }

  private void step() {
    switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4 -> byHand();
      case 5, 6, 7, 8, 9 -> underWay.add(draft());
      case 10, 11, 12, 13, 14 -> land();
      case 15 -> crash();
      case 16 -> landAgain();
      case 17 -> undo();
      case 18 -> restore();
      default -> manuscript.lock(anySection(manuscript.current()), random.nextBoolean());
    }
  }

  private void byHand() {
    List<Edit> edits = edits(Page.ANNA);
    Document before = manuscript.current();
    Document base = manuscript.at(Math.max(1, before.version() - random.nextInt(4)));
    ApplyResult result = manuscript.apply(base.version(), Page.ANNA, edits).orElseThrow();
    note(before, result);
    Witness.ofHand(base, before, edits, result, manuscript.current());
  }

  private Draft draft() {
    var author = new Author.ByDraft(new JobId(id()));
    return new Draft(author, manuscript.current().version(), edits(author));
  }

  private void land() {
    if (underWay.isEmpty()) {
      return;
    }
    Draft draft = underWay.remove(random.nextInt(underWay.size()));
    land(draft);
    landed.add(draft);
  }

  private void land(Draft draft) {
    Document before = manuscript.current();
    Optional<ApplyResult> result = manuscript.apply(draft.base(), draft.author(), draft.edits());
    result.ifPresent(one -> note(before, one));
    Witness.ofDraft(
        manuscript.at(draft.base()), before, draft.edits(), result, manuscript.current());
  }

  /// A worker that died after the commit, thought to have died before it.
  private void landAgain() {
    if (!landed.isEmpty()) {
      land(Page.any(landed, random));
    }
  }

  /// A worker that dies before the commit leaves nothing, and another tries again.
  private void crash() {
    if (!underWay.isEmpty()) {
      Draft draft = Page.any(underWay, random);
      Document before = manuscript.current();
      manuscript.crash(draft.base(), draft.author(), draft.edits());
      assertThat(manuscript.current()).isEqualTo(before);
    }
  }

  private void note(Document before, ApplyResult result) {
    if (result.version() != before.version()) {
      way.add(result.version());
    }
  }

  private void undo() {
    Document before = manuscript.current();
    assertThat(manuscript.undo(before.version() - 1)).isEqualTo(new MovedOn(before.version()));
    RestoreResult result = manuscript.undo(before.version());
    if (way.size() == 1) {
      assertThat(result).isEqualTo(new NothingThere());
      return;
    }
    way.removeLast();
    assertThat(result).isEqualTo(new Restored(before.version() + 1));
    Witness.ofReturn(before, manuscript.current());
    assertThat(Witness.text(manuscript.current())).isEqualTo(asTheyWere.get(way.getLast()));
  }

  private void restore() {
    Document before = manuscript.current();
    int current = before.version();
    int version = 1 + random.nextInt(current);
    int expected = version == current ? current : current + 1;
    assertThat(manuscript.restore(current, version)).isEqualTo(new Restored(expected));
    Witness.ofReturn(before, manuscript.current());
    assertThat(Witness.text(manuscript.current())).isEqualTo(asTheyWere.get(version));
    if (version != current) {
      way.add(expected);
    }
  }

  private List<Edit> edits(Author author) {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      int rare = author instanceof Author.ByHand ? 4 : 12;
      edits.add(random.nextInt(rare) == 0 ? sectionEdit() : blockEdit(author));
    }
    return edits;
  }

  private Edit blockEdit(Author author) {
    return switch (random.nextInt(9)) {
      case 0, 1, 2 -> new Edit.Insert(anySection(), neighbour(), newBlock(), content(author));
      case 3, 4 -> replace(anyBlock(), author);
      case 5 -> new Edit.Remove(anyBlock());
      case 6 -> new Edit.Move(anyBlock(), anySection(), neighbour());
      case 7 -> new Edit.Reaffirm(anyBlock(), List.of(Page.SOURCE));
      // an id that may be there already
      default -> new Edit.Insert(anySection(), neighbour(), anyBlock(), content(author));
    };
  }

  private Edit sectionEdit() {
    return switch (random.nextInt(6)) {
      case 0 -> new Edit.AddSection(newSection(), behind(), heading());
      case 1 -> new Edit.RenameSection(anySection(), heading());
      case 2 -> new Edit.MoveSection(anySection(), behind());
      case 3 -> new Edit.RemoveSection(anySection());
      case 4 -> split();
      default -> new Edit.MergeSection(anySection(), anySection());
    };
  }

  private Edit split() {
    BlockId before = anyBlock();
    SectionId section =
        manuscript.current().sections().stream()
            .filter(one -> one.blocks().stream().anyMatch(block -> block.id().equals(before)))
            .map(Section::id)
            .findFirst()
            .orElseGet(this::anySection);
    return new Edit.SplitSection(section, before, newSection(), heading());
  }

  private SectionId anySection() {
    return random.nextInt(4) == 0 ? Page.any(sections, random) : anySection(manuscript.current());
  }

  private SectionId anySection(Document document) {
    return document.sections().isEmpty()
        ? Page.any(sections, random)
        : Page.any(document.sections(), random).id();
  }

  private BlockId anyBlock() {
    List<BlockId> there =
        manuscript.current().sections().stream()
            .flatMap(section -> section.blocks().stream())
            .map(Block::id)
            .toList();
    return there.isEmpty() || random.nextInt(4) == 0
        ? Page.any(blocks, random)
        : Page.any(there, random);
  }

  private @Nullable BlockId neighbour() {
    return random.nextInt(3) == 0 ? null : anyBlock();
  }

  private @Nullable SectionId behind() {
    return random.nextInt(3) == 0 ? null : anySection();
  }

  private BlockId newBlock() {
    var block = new BlockId(id());
    blocks.add(block);
    return block;
  }

  private SectionId newSection() {
    var section = new SectionId(id());
    sections.add(section);
    return section;
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private String heading() {
    return "Heading " + random.nextInt(100);
  }

  /// Now and then by what stands there already.
  private Edit replace(BlockId block, Author author) {
    return manuscript
        .current()
        .block(block)
        .filter(_ -> random.nextInt(5) == 0)
        .<Edit>map(it -> new Edit.Replace(block, it.content()))
        .orElseGet(() -> new Edit.Replace(block, wording(author)));
  }

  /// What is written over a paragraph: a person may have seen that its words were corrected.
  private Content wording(Author author) {
    Content content = content(author);
    return author instanceof Author.ByHand && random.nextInt(3) == 0
        ? Page.reworded(content.markdown().text())
        : content;
  }

  /// Any text but NUL, which no text of PostgreSQL can hold, and halves of surrogate pairs, which
  /// are no text.
  private Content content(Author author) {
    var text = new StringBuilder("w" + random.nextInt(1000));
    random
        .ints(random.nextInt(12), 1, 0x1_2000)
        .filter(sign -> sign < 0xd800 || sign > 0xdfff)
        .forEach(text::appendCodePoint);
    return author instanceof Author.ByHand
        ? Page.typed(text.toString())
        : new Content(
            Page.any(List.of(BlockKind.values()), random),
            new Words(text.toString()),
            Grounding.SOURCED,
            List.of(Page.SOURCE));
  }
}
