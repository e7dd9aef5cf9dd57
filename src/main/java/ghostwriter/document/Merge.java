package ghostwriter.document;

import ghostwriter.document.Unplaced.Reason;
import ghostwriter.document.WorkingCopy.Place;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// Places edits that were made against a base version into the current one, block by block. Pure:
/// values in, values out. One instance serves one merge, by one thread.
final class Merge {
  /// @param revisions the new wordings, which the version's blocks name
  /// @param changed the sections that changed, those that are gone last
  record Outcome(
      List<Section> sections,
      List<Block> revisions,
      List<SectionId> changed,
      int edits,
      List<Unplaced> unplaced) {}

  /// How a block stood in the base version.
  private record Standing(SectionId section, RevisionId revision) {}

  private static final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Reason reason;

    private Rejected(Reason reason) {
      super(null, null, false, false);
      this.reason = reason;
    }
  }

  private final Map<SectionId, String> headings = new HashMap<>();
  private final Map<BlockId, Standing> standings = new HashMap<>();
  private final Author author;
  private final Supplier<UUID> ids;
  private final WorkingCopy copy;
  private final Places places;
  private final List<Block> revisions = new ArrayList<>();
  private final List<Unplaced> unplaced = new ArrayList<>();

  /// The blocks and sections that these edits wrote, moved or named.
  private final Set<Object> own = new HashSet<>();

  private Merge(Document base, Document current, Author author, Supplier<UUID> ids) {
    this.author = author;
    this.ids = ids;
    this.copy = new WorkingCopy(current.sections());
    this.places = new Places(base, copy);
    for (Section section : base.sections()) {
      headings.put(section.id(), section.heading());
      section
          .blocks()
          .forEach(
              block -> standings.put(block.id(), new Standing(section.id(), block.revision())));
    }
  }

  static Outcome of(
      Document base, Document current, Author author, List<Edit> edits, Supplier<UUID> ids) {
    var merge = new Merge(base, current, author, ids);
    edits.forEach(merge::place);
    List<Section> sections = merge.copy.sections();
    return new Outcome(
        sections,
        List.copyOf(merge.revisions),
        Shape.changed(Shape.of(current.sections()), Shape.of(sections)),
        edits.size() - merge.unplaced.size(),
        List.copyOf(merge.unplaced));
  }

  private void place(Edit edit) {
    try {
      switch (edit) {
        case Edit.Insert insert -> insert(insert);
        case Edit.Replace replace -> replace(replace);
        case Edit.Remove remove -> copy.remove(changeable(remove.block()));
        case Edit.Move move -> move(move);
        case Edit.Reaffirm reaffirm -> reaffirm(reaffirm);
        case Edit.AddSection added -> addSection(added);
        case Edit.RenameSection renamed -> rename(renamed);
        case Edit.MoveSection moved -> moveSection(moved);
        case Edit.RemoveSection removed -> removeSection(removed);
        case Edit.SplitSection split -> split(split);
        case Edit.MergeSection merged -> mergeSection(merged);
      }
    } catch (Rejected rejected) {
      unplaced.add(new Unplaced(edit, rejected.reason));
    }
  }

  private void insert(Edit.Insert edit) {
    Place place = open(places.behind(edit.section(), edit.after()));
    absent(copy.find(edit.block()).isEmpty());
    copy.insert(place, written(edit.block(), edit.content(), byHand()));
  }

  private void replace(Edit.Replace edit) {
    Place place = changeable(edit.block());
    Block old = copy.at(place);
    boolean retold = author instanceof Author.ByHand;
    Content content = retold ? withSourcesOf(old, edit.content()) : edit.content();
    if (retold && content.markdown().equals(old.content().markdown())) {
      reaffirm(new Edit.Reaffirm(old.id(), content.sources()));
    } else if (!content.equals(old.content())) {
      copy.replace(place, written(old.id(), content, old.touched() || byHand()));
    }
  }

  private void move(Edit.Move edit) {
    Place from = changeable(edit.block());
    open(places.behind(edit.section(), edit.after()));
    Block block = copy.at(from);
    copy.remove(from);
    // Its own neighbours may have been the last that told the place: it stays where it was then.
    Place to = places.behind(edit.section(), edit.after()).filter(this::mayWrite).orElse(from);
    copy.insert(to, block);
    own.add(block.id());
  }

  /// Whose words they are stays as it was: nobody has written anything.
  private void reaffirm(Edit.Reaffirm edit) {
    Place place = changeable(edit.block());
    Block old = copy.at(place);
    Content said = old.content();
    if (!said.sources().equals(edit.sources()) || !said.doubts().isEmpty()) {
      var content = new Content(said.kind(), said.markdown(), said.grounding(), edit.sources());
      var block =
          new Block(
              old.id(), new RevisionId(ids.get()), content, old.origin(), old.touched(), old.job());
      revisions.add(block);
      own.add(old.id());
      copy.replace(place, block);
    }
  }

  private void addSection(Edit.AddSection edit) {
    absent(copy.find(edit.section()).isEmpty());
    int index = places.behind(edit.after()).orElseThrow(() -> new Rejected(Reason.GONE));
    copy.add(index, Section.empty(edit.section(), edit.heading()));
    own.add(edit.section());
  }

  private void rename(Edit.RenameSection edit) {
    int index = outlined(edit.section());
    String now = copy.section(index).heading();
    boolean seen = own.contains(edit.section()) || now.equals(headings.get(edit.section()));
    unchanged(seen || now.equals(edit.heading()));
    copy.change(index, section -> section.named(edit.heading()));
    own.add(edit.section());
  }

  private void moveSection(Edit.MoveSection edit) {
    int from = outlined(edit.section());
    if (edit.section().equals(edit.after())) {
      return;
    }
    places.behind(edit.after()).orElseThrow(() -> new Rejected(Reason.GONE));
    Section section = copy.take(from);
    copy.add(places.behind(edit.after()).orElse(from), section);
  }

  /// What somebody wrote or moved into it meanwhile must not go with it unseen.
  private void removeSection(Edit.RemoveSection edit) {
    int index = outlined(edit.section());
    unchanged(copy.section(index).blocks().stream().allMatch(block -> seen(block, edit.section())));
    copy.take(index);
  }

  private boolean seen(Block block, SectionId section) {
    return own.contains(block.id())
        || new Standing(section, block.revision()).equals(standings.get(block.id()));
  }

  private void split(Edit.SplitSection edit) {
    byHandOnly();
    absent(copy.find(edit.added()).isEmpty());
    Place place =
        places.from(edit.section(), edit.before()).orElseThrow(() -> new Rejected(Reason.GONE));
    Section whole = copy.section(place.section());
    List<Block> blocks = whole.blocks();
    copy.change(place.section(), section -> section.with(blocks.subList(0, place.block())));
    copy.add(
        place.section() + 1,
        new Section(
            edit.added(),
            edit.heading(),
            whole.state(),
            whole.locked(),
            blocks.subList(place.block(), blocks.size())));
    own.add(edit.added());
  }

  /// The lock of either stays on what they become: merging must not open a locked paragraph to
  /// drafts.
  private void mergeSection(Edit.MergeSection edit) {
    int from = outlined(edit.section());
    int to = outlined(edit.into());
    absent(from != to);
    Section gone = copy.section(from);
    copy.change(to, section -> section.followedBy(gone));
    copy.take(from);
  }

  /// A person's new wording of a drafted paragraph still rests on the same words, or on what the
  /// person says has become of them.
  private static Content withSourcesOf(Block old, Content now) {
    List<Source> sources = now.sources().isEmpty() ? old.content().sources() : now.sources();
    return new Content(now.kind(), now.markdown(), old.content().grounding(), sources);
  }

  private Block written(BlockId id, Content content, boolean touched) {
    var job = author instanceof Author.ByDraft draft ? draft.job() : null;
    var revision = new RevisionId(ids.get());
    var block = new Block(id, revision, content, author.origin(), touched, job);
    revisions.add(block);
    own.add(id);
    return block;
  }

  private boolean byHand() {
    return !(author instanceof Author.ByDraft);
  }

  private void byHandOnly() {
    if (!byHand()) {
      throw new Rejected(Reason.WRITTEN_BY_HAND);
    }
  }

  private boolean mayWrite(Place place) {
    return byHand() || !copy.section(place.section()).locked();
  }

  /// Where a block stands that this author may change.
  private Place changeable(BlockId id) {
    Place place = copy.find(id).orElseThrow(() -> new Rejected(Reason.GONE));
    Block block = copy.at(place);
    if (!byHand() && block.touched()) {
      throw new Rejected(Reason.WRITTEN_BY_HAND);
    }
    open(Optional.of(place));
    Standing then = standings.get(id);
    unchanged(own.contains(id) || (then != null && then.revision().equals(block.revision())));
    return place;
  }

  private Place open(Optional<Place> found) {
    Place place = found.orElseThrow(() -> new Rejected(Reason.GONE));
    if (!mayWrite(place)) {
      throw new Rejected(Reason.LOCKED);
    }
    return place;
  }

  /// Where a section stands, for people who change the outline.
  private int outlined(SectionId id) {
    byHandOnly();
    return copy.find(id).orElseThrow(() -> new Rejected(Reason.GONE));
  }

  private static void absent(boolean absent) {
    if (!absent) {
      throw new Rejected(Reason.ALREADY_THERE);
    }
  }

  private static void unchanged(boolean unchanged) {
    if (!unchanged) {
      throw new Rejected(Reason.CHANGED_MEANWHILE);
    }
  }
}
