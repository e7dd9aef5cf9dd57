package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A document that a test writes on, with names instead of ids: every name stands for one and the
/// same id.
final class Page {
  static final Author ANNA = new Author.ByHand(new PersonId(uuid("Anna")));
  static final Author DRAFT = new Author.ByDraft(new JobId(uuid("job")));
  static final Source SOURCE =
      new Source(new ItemId(new SessionId(uuid("talk")), "imported_1"), 1, 0, 9);

  /// The same passage after it was worded anew.
  static final Source CORRECTED = new Source(SOURCE.item(), 2, 0, 9);

  private static final Supplier<UUID> IDS = UUID::randomUUID;

  final Document document;

  /// Of the edits that made this page.
  final Merge.Outcome outcome;

  private Page(Document document, Merge.Outcome outcome) {
    this.document = document;
    this.outcome = outcome;
  }

  /// Sections that are empty.
  static Page with(String... sections) {
    List<Section> empty =
        Stream.of(sections)
            .map(name -> new Section(section(name), name, Section.State.DRAFTING, false, List.of()))
            .toList();
    return unedited(new Document(1, Words.NONE, empty));
  }

  private static Page unedited(Document document) {
    return new Page(document, Merge.of(document, document, ANNA, List.of(), IDS));
  }

  /// What comes of edits that were made on this page.
  Page edited(Author author, Edit... edits) {
    return edited(author, this, edits);
  }

  /// What comes of edits that were made on an earlier page.
  Page edited(Author author, Page base, Edit... edits) {
    var merged = Merge.of(base.document, document, author, List.of(edits), IDS);
    var next = new Document(document.version() + 1, Words.NONE, merged.sections());
    return new Page(next, merged);
  }

  Page locked(String name) {
    var sections = new ArrayList<Section>();
    for (Section s : document.sections()) {
      boolean locked = s.locked() || s.id().equals(section(name));
      sections.add(new Section(s.id(), s.heading(), s.state(), locked, s.blocks()));
    }
    return unedited(new Document(document.version(), Words.NONE, sections));
  }

  /// All blocks as `Section: wording, wording`, a line a section.
  String text() {
    var lines = new ArrayList<String>();
    for (Section section : document.sections()) {
      lines.add(
          section.heading()
              + ": "
              + String.join(
                  ", ",
                  section.blocks().stream().map(b -> b.content().markdown().text()).toList()));
    }
    return String.join("\n", lines);
  }

  Block theBlock(String name) {
    return document.block(block(name)).orElseThrow();
  }

  List<Unplaced.Reason> reasons() {
    return outcome.unplaced().stream().map(Unplaced::reason).toList();
  }

  static Edit insert(String section, @Nullable String after, String name) {
    return new Edit.Insert(
        section(section), after == null ? null : block(after), block(name), said(name));
  }

  static Edit replace(String name, String wording) {
    return new Edit.Replace(block(name), said(wording));
  }

  static Edit remove(String name) {
    return new Edit.Remove(block(name));
  }

  static Edit move(String name, String section, @Nullable String after) {
    return new Edit.Move(block(name), section(section), after == null ? null : block(after));
  }

  static Edit addSection(String name, @Nullable String after) {
    return new Edit.AddSection(section(name), after == null ? null : section(after), name);
  }

  static Edit rename(String section, String heading) {
    return new Edit.RenameSection(section(section), heading);
  }

  static Edit moveSection(String name, @Nullable String after) {
    return new Edit.MoveSection(section(name), after == null ? null : section(after));
  }

  static Edit removeSection(String name) {
    return new Edit.RemoveSection(section(name));
  }

  static Edit split(String section, String before, String name) {
    return new Edit.SplitSection(section(section), block(before), section(name), name);
  }

  static Edit mergeSection(String name, String into) {
    return new Edit.MergeSection(section(name), section(into));
  }

  static Content said(String wording) {
    return new Content(BlockKind.PARAGRAPH, new Words(wording), Grounding.SOURCED, List.of(SOURCE));
  }

  static Content typed(String wording) {
    return new Content(BlockKind.PARAGRAPH, new Words(wording), Grounding.CONNECTIVE, List.of());
  }

  /// Typed over words that were corrected since they were cited.
  static Content reworded(String wording) {
    return new Content(
        BlockKind.PARAGRAPH, new Words(wording), Grounding.CONNECTIVE, List.of(CORRECTED));
  }

  static BlockId block(String name) {
    return new BlockId(uuid("block " + name));
  }

  static SectionId section(String name) {
    return new SectionId(uuid("section " + name));
  }

  static <T> T any(List<T> all, Random random) {
    return all.get(random.nextInt(all.size()));
  }

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
