package ghostwriter.document;

import ghostwriter.document.Unplaced.Reason;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Places edits that were made against a base version into the current one, block by block. Pure:
/// values in, values out. One instance serves one merge, by one thread.
final class Merge {
  /// @param revisions the new wordings, which the version's blocks name
  record Outcome(
      List<Section> sections,
      List<Block> revisions,
      Set<SectionId> changed,
      int edits,
      List<Unplaced> unplaced) {}

  private record Place(int section, int block) {}

  private static final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    private Rejected(Reason reason) {
      super(null, null, false, false);
      this.reason = reason;
    }
  }

  private final Document base;
  private final Author author;
  private final Supplier<UUID> ids;
  private final List<Section> sections;
  private final List<Block> revisions = new ArrayList<>();
  private final Set<SectionId> changed = new LinkedHashSet<>();
  private final List<Unplaced> unplaced = new ArrayList<>();

  private Merge(Document base, Document current, Author author, Supplier<UUID> ids) {
    this.base = base;
    this.author = author;
    this.ids = ids;
    this.sections = new ArrayList<>(current.sections());
  }

  static Outcome of(
      Document base, Document current, Author author, List<Edit> edits, Supplier<UUID> ids) {
    var merge = new Merge(base, current, author, ids);
    edits.forEach(merge::place);
    return new Outcome(
        List.copyOf(merge.sections),
        List.copyOf(merge.revisions),
        merge.changed,
        edits.size() - merge.unplaced.size(),
        List.copyOf(merge.unplaced));
  }

  private void place(Edit edit) {
    try {
      switch (edit) {
        case Edit.Insert insert -> insert(insert);
        case Edit.Replace replace -> replace(replace);
        case Edit.Remove remove -> remove(remove);
        case Edit.Move move -> move(move);
        case Edit.AddSection added -> addSection(added);
      }
    } catch (Rejected rejected) {
      unplaced.add(new Unplaced(edit, rejected.reason));
    }
  }

  private void insert(Edit.Insert edit) {
    int section = openSection(edit.section());
    if (find(edit.block()).isPresent()) {
      throw new Rejected(Reason.ALREADY_THERE);
    }
    Block block = written(edit.block(), edit.content(), byHand());
    insertAt(section, placeAfter(section, edit.after()), block);
  }

  private void replace(Edit.Replace edit) {
    Place place = changeable(edit.block());
    Block old = at(place);
    Content content = byHand() ? withSourcesOf(old, edit.content()) : edit.content();
    setAt(place, written(old.id(), content, old.touched() || byHand()));
  }

  private void remove(Edit.Remove edit) {
    Place place = changeable(edit.block());
    removeAt(place);
  }

  private void move(Edit.Move edit) {
    Place from = changeable(edit.block());
    openSection(edit.section());
    Block block = at(from);
    removeAt(from);
    int to = openSection(edit.section());
    insertAt(to, placeAfter(to, edit.after()), block);
  }

  private void addSection(Edit.AddSection edit) {
    if (sections.stream().anyMatch(section -> section.id().equals(edit.section()))) {
      throw new Rejected(Reason.ALREADY_THERE);
    }
    int after = edit.after() == null ? -1 : section(edit.after());
    var section =
        new Section(edit.section(), edit.heading(), Section.State.DRAFTING, false, List.of());
    sections.add(after + 1, section);
    changed.add(section.id());
  }

  /// A person's new wording of a drafted paragraph still rests on the same words.
  private static Content withSourcesOf(Block old, Content now) {
    return new Content(
        now.kind(), now.markdown(), old.content().grounding(), old.content().sources());
  }

  private Block written(BlockId id, Content content, boolean touched) {
    var job = author instanceof Author.ByDraft draft ? draft.job() : null;
    var revision = new RevisionId(ids.get());
    var block = new Block(id, revision, content, author.origin(), touched, job);
    revisions.add(block);
    return block;
  }

  private boolean byHand() {
    return author instanceof Author.ByHand;
  }

  /// Where a block stands that this author may change.
  private Place changeable(BlockId id) {
    Place place = find(id).orElseThrow(() -> new Rejected(Reason.GONE));
    Block block = at(place);
    if (!byHand() && block.touched()) {
      throw new Rejected(Reason.WRITTEN_BY_HAND);
    }
    if (!byHand() && sections.get(place.section()).locked()) {
      throw new Rejected(Reason.LOCKED);
    }
    if (changedSinceBase(block)) {
      throw new Rejected(Reason.CHANGED_MEANWHILE);
    }
    return place;
  }

  private boolean changedSinceBase(Block now) {
    boolean madeHere = revisions.stream().anyMatch(own -> own.revision().equals(now.revision()));
    return !madeHere
        && base.block(now.id()).filter(then -> then.revision().equals(now.revision())).isEmpty();
  }

  private int openSection(SectionId id) {
    int index = section(id);
    if (!byHand() && sections.get(index).locked()) {
      throw new Rejected(Reason.LOCKED);
    }
    return index;
  }

  private int section(SectionId id) {
    for (int i = 0; i < sections.size(); i++) {
      if (sections.get(i).id().equals(id)) {
        return i;
      }
    }
    throw new Rejected(Reason.GONE);
  }

  /// The index behind a block. Where that block is gone, behind the nearest one before it in the
  /// base version that is still in the section; where none is, first.
  private int placeAfter(int section, @Nullable BlockId after) {
    Optional<BlockId> neighbour = Optional.ofNullable(after);
    while (neighbour.isPresent()) {
      Optional<Place> place = find(neighbour.get());
      if (place.isPresent() && place.get().section() == section) {
        return place.get().block() + 1;
      }
      neighbour = before(neighbour.get());
    }
    return 0;
  }

  private Optional<BlockId> before(BlockId id) {
    for (Section section : base.sections()) {
      List<Block> blocks = section.blocks();
      for (int i = 1; i < blocks.size(); i++) {
        if (blocks.get(i).id().equals(id)) {
          return Optional.of(blocks.get(i - 1).id());
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Place> find(BlockId id) {
    for (int s = 0; s < sections.size(); s++) {
      List<Block> blocks = sections.get(s).blocks();
      for (int b = 0; b < blocks.size(); b++) {
        if (blocks.get(b).id().equals(id)) {
          return Optional.of(new Place(s, b));
        }
      }
    }
    return Optional.empty();
  }

  private Block at(Place place) {
    return sections.get(place.section()).blocks().get(place.block());
  }

  private void insertAt(int section, int index, Block block) {
    var blocks = new ArrayList<>(sections.get(section).blocks());
    blocks.add(index, block);
    set(section, blocks);
  }

  private void setAt(Place place, Block block) {
    var blocks = new ArrayList<>(sections.get(place.section()).blocks());
    blocks.set(place.block(), block);
    set(place.section(), blocks);
  }

  private void removeAt(Place place) {
    var blocks = new ArrayList<>(sections.get(place.section()).blocks());
    blocks.remove(place.block());
    set(place.section(), blocks);
  }

  private void set(int index, List<Block> blocks) {
    Section old = sections.get(index);
    sections.set(index, new Section(old.id(), old.heading(), old.state(), old.locked(), blocks));
    changed.add(old.id());
  }
}
