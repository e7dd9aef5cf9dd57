package ghostwriter.document;

import ghostwriter.document.RestoreResult.MovedOn;
import ghostwriter.document.RestoreResult.NothingThere;
import ghostwriter.document.RestoreResult.Restored;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/// A document without a database: the merge alone.
final class PaperManuscript implements Manuscript {
  private final Supplier<UUID> ids;
  private final List<Document> versions = new ArrayList<>();
  private final List<Integer> way = new ArrayList<>();
  private final Map<SectionId, Boolean> locks = new HashMap<>();
  private final Set<Author> landed = new HashSet<>();

  PaperManuscript(Supplier<UUID> ids, List<Section> sections) {
    this.ids = ids;
    add(sections);
    way.add(1);
  }

  private int add(List<Section> sections) {
    List<Section> marked = sections.stream().map(this::marked).toList();
    versions.add(new Document(versions.size() + 1, Words.NONE, marked));
    return versions.size();
  }

  private int bringBack(List<Section> sections) {
    List<Section> marked = sections.stream().map(this::marked).toList();
    Heirs.ofLocks(current().sections(), marked).forEach(heir -> locks.put(heir, true));
    return add(sections);
  }

  private Section marked(Section section) {
    return new Section(
        section.id(),
        section.heading(),
        section.state(),
        locks.getOrDefault(section.id(), false),
        section.blocks());
  }

  @Override
  public Document current() {
    return versions.getLast();
  }

  @Override
  public Document at(int version) {
    return versions.get(version - 1);
  }

  @Override
  public Optional<ApplyResult> apply(int base, Author author, List<Edit> edits) {
    Merge.Outcome outcome = Merge.of(at(base), current(), author, edits, ids);
    if (outcome.changed().isEmpty()) {
      return Optional.of(new ApplyResult.Unchanged(versions.size(), outcome.unplaced()));
    }
    if (author instanceof Author.ByDraft && !landed.add(author)) {
      return Optional.empty();
    }
    outcome.sections().forEach(section -> locks.put(section.id(), section.locked()));
    way.add(add(outcome.sections()));
    return Optional.of(
        new ApplyResult.Applied(
            versions.size(), outcome.edits(), outcome.changed(), outcome.unplaced(), Words.NONE));
  }

  @Override
  public void crash(int base, Author author, List<Edit> edits) {
    Merge.of(at(base), current(), author, edits, ids);
  }

  @Override
  public RestoreResult undo(int base) {
    if (base != versions.size()) {
      return new MovedOn(versions.size());
    }
    if (way.size() == 1) {
      return new NothingThere();
    }
    way.removeLast();
    return new Restored(bringBack(at(way.getLast()).sections()));
  }

  @Override
  public RestoreResult restore(int base, int version) {
    if (base != versions.size()) {
      return new MovedOn(versions.size());
    }
    if (version == base) {
      return new Restored(base);
    }
    way.add(bringBack(at(version).sections()));
    return new Restored(versions.size());
  }

  @Override
  public void lock(SectionId section, boolean locked) {
    locks.put(section, locked);
    Document last = versions.removeLast();
    add(last.sections());
  }
}
