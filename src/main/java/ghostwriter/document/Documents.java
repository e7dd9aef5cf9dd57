package ghostwriter.document;

import ghostwriter.account.Person;
import ghostwriter.feed.Feed;
import ghostwriter.feed.ProjectEvent.DocumentChanged;
import ghostwriter.feed.ProjectEvent.DocumentChanged.Heading;
import ghostwriter.feed.ProjectEvent.ProposalsChanged;
import ghostwriter.feed.ProjectEvent.SectionChanged;
import ghostwriter.feed.Transactions;
import ghostwriter.project.BookKind;
import ghostwriter.project.Founding;
import ghostwriter.project.Project;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The door to documents. Safe for many threads: writers of one project wait for each other at its
/// row.
@Component
public class Documents implements Founding {
  /// What a list tells of a document.
  ///
  /// @param version the number of the version that stands
  /// @param summary one sentence on what the last draft changed; empty before the first
  public record Head(int version, Words summary) {}

  private final DocumentStore store;
  private final DocumentReader reader;
  private final Restoring restoring;
  private final Citations citations;
  private final ProposalStore proposals;
  private final Feed feed;
  private final Ids ids;
  private final InstantSource clock;

  public Documents(
      JdbcClient sql,
      JdbcOperations batches,
      JsonMapper json,
      Feed feed,
      Ids ids,
      InstantSource clock) {
    this.store = new DocumentStore(sql, batches, json);
    this.reader = new DocumentReader(sql, json);
    this.restoring = new Restoring(sql, store);
    this.citations = new Citations(sql);
    this.proposals = new ProposalStore(sql, json);
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /// Starts the project's document as version 1: the headings of its kind's outline, nothing under
  /// them.
  @Override
  public void founded(Project project, BookKind kind, Person author) {
    Transactions.require();
    List<Section> sections =
        kind.outline().stream()
            .map(entry -> Section.empty(new SectionId(ids.next()), entry.heading()))
            .toList();
    store.open(project.id());
    store.keepSections(project.id(), sections);
    store.addVersion(
        project.id(), 1, new Author.ByHand(author.id()), Words.NONE, sections, clock.instant());
    store.setHead(project.id(), 1, Words.NONE);
  }

  /// The version that stands.
  public Document current(ProjectId project) {
    return at(project, reader.version(project).orElseThrow())
        .orElseThrow(() -> new IllegalStateException("the head names a version that is not there"));
  }

  /// The heads of these projects' documents.
  public Map<ProjectId, Head> heads(Collection<ProjectId> projects) {
    return reader.heads(projects);
  }

  /// A version as it was; empty where there never was one of that number.
  public Optional<Document> at(ProjectId project, int version) {
    return reader.at(project, version);
  }

  /// A block as it stands; empty where it does not.
  public Optional<Block> block(ProjectId project, BlockId block) {
    return block(project, reader.version(project).orElseThrow(), block);
  }

  /// A block as it stood in a version; empty where it did not.
  public Optional<Block> block(ProjectId project, int version, BlockId block) {
    return reader.block(project, version, block);
  }

  /// Whether the version that stands has this section.
  public boolean hasSection(ProjectId project, SectionId section) {
    return reader.heading(project, reader.version(project).orElseThrow(), section).isPresent();
  }

  /// Whether there is a version of that number.
  public boolean has(ProjectId project, int version) {
    return version >= 1 && version <= reader.version(project).orElse(0);
  }

  /// The last versions, newest first.
  public List<VersionEntry> history(ProjectId project, int limit) {
    return reader.history(project, limit);
  }

  /// What changed between two versions; empty where there is no version of either number.
  public Optional<DocumentDiff> diff(ProjectId project, int from, int to) {
    return at(project, from).flatMap(then -> at(project, to).map(now -> Comparison.of(then, now)));
  }

  /// Every item that any wording of a block, present or past, names as its source.
  public Set<ItemId> cited(ProjectId project) {
    return reader.cited(project);
  }

  /// Every item that a block of the version that stands names as its source.
  public Set<ItemId> citedNow(ProjectId project) {
    return citations.now(project);
  }

  public int openProposals(ProjectId project) {
    return proposals.countOpen(project);
  }

  /// Applies edits made against a base version to the one that stands, in the caller's transaction.
  /// Where they change nothing, that version goes on standing.
  ///
  /// @param summary one sentence on what changes; blank where there is none
  /// @throws IllegalArgumentException where the document never had the base version
  public ApplyResult apply(
      ProjectId project, int base, Author author, List<Edit> edits, Words summary) {
    return apply(project, base, author, edits, _ -> summary);
  }

  /// The same, where what is told of it depends on what becomes of it.
  ///
  /// @param telling is asked only where something changes
  public ApplyResult apply(
      ProjectId project, int base, Author author, List<Edit> edits, Telling telling) {
    Transactions.require();
    Document current = locked(project);
    Document before = base == current.version() ? current : beside(project, current, base);
    Merge.Outcome outcome = Merge.of(before, current, author, edits, ids::next);
    boolean proposed = propose(project, base, author, outcome.unplaced());
    ApplyResult result =
        outcome.changed().isEmpty()
            ? new ApplyResult.Unchanged(current.version(), outcome.unplaced())
            : publish(
                project, current.version() + 1, author, telling.of(changes(outcome)), outcome);
    if (proposed) {
      feed.post(project, new ProposalsChanged(proposals.countOpen(project)));
    }
    return result;
  }

  private static Changes changes(Merge.Outcome outcome) {
    Map<SectionId, String> headings = new LinkedHashMap<>();
    outcome.sections().forEach(section -> headings.put(section.id(), section.heading()));
    return new Changes(headings, outcome.changed(), outcome.unplaced());
  }

  private Document locked(ProjectId project) {
    return at(project, store.lock(project).orElseThrow()).orElseThrow();
  }

  private Document beside(ProjectId project, Document read, int version) {
    return reader
        .beside(project, read, version)
        .orElseThrow(
            () -> new IllegalArgumentException("The document has no version " + version + "."));
  }

  /// Keeps what a draft could not place. What an earlier one proposed for the same blocks is
  /// closed.
  ///
  /// @return whether there was anything
  private boolean propose(ProjectId project, int base, Author author, List<Unplaced> unplaced) {
    if (!(author instanceof Author.ByDraft(var job)) || unplaced.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    for (Unplaced one : unplaced) {
      proposals.add(
          project,
          new Proposal(ids.next(), job, base, one.edit(), one.reason(), Proposal.State.OPEN, now));
    }
    proposals.supersede(project, job, now);
    return true;
  }

  private ApplyResult publish(
      ProjectId project, int version, Author author, Words summary, Merge.Outcome outcome) {
    var now = clock.instant();
    store.keepSections(project, outcome.sections());
    store.addRevisions(project, author, outcome.revisions(), now);
    store.addVersion(project, version, author, summary, outcome.sections(), now);
    boolean drafted = author instanceof Author.ByDraft;
    store.setHead(project, version, drafted && !summary.isBlank() ? summary : Words.NONE);
    if (drafted) {
      store.needReview(project, outcome.changed());
    }
    announce(project, version, author.origin(), outcome.changed(), Shape.of(outcome.sections()));
    return new ApplyResult.Applied(
        version, outcome.edits(), outcome.changed(), outcome.unplaced(), summary);
  }

  private void announce(
      ProjectId project,
      int version,
      Origin origin,
      List<SectionId> changed,
      List<Shape> sections) {
    List<Heading> outline =
        sections.stream()
            .map(section -> new Heading(section.heading(), !section.revisions().isEmpty()))
            .toList();
    String who = origin.name().toLowerCase(Locale.ROOT);
    feed.post(project, new DocumentChanged(version, who, changed, outline));
  }

  /// Makes the version before the one that stands a new version, in the caller's transaction. No
  /// mark goes back with it; what stood in a locked section that is gone is locked where it stands
  /// now.
  ///
  /// @param base the version that the person saw
  public RestoreResult undo(ProjectId project, int base, PersonId person) {
    Transactions.require();
    return told(project, base, restoring.undo(project, base, person, clock.instant()));
  }

  /// Makes an earlier version a new one, likewise.
  ///
  /// @param base the version that the person saw
  public RestoreResult restore(ProjectId project, int base, int number, PersonId person) {
    Transactions.require();
    return told(project, base, restoring.restore(project, base, number, person, clock.instant()));
  }

  private RestoreResult told(ProjectId project, int base, RestoreResult result) {
    if (result instanceof RestoreResult.Restored(int version) && version != base) {
      List<Shape> before = reader.shapes(project, base).orElseThrow();
      List<Shape> after = reader.shapes(project, version).orElseThrow();
      if (!ids(after).containsAll(ids(before))) {
        handLocksOn(project, base, version);
      }
      announce(project, version, Origin.HUMAN, Shape.changed(before, after), after);
    }
    return result;
  }

  private static Set<SectionId> ids(List<Shape> sections) {
    return sections.stream().map(Shape::id).collect(Collectors.toSet());
  }

  private void handLocksOn(ProjectId project, int base, int version) {
    Document before = at(project, base).orElseThrow();
    Document after = beside(project, before, version);
    Heirs.ofLocks(before.sections(), after.sections())
        .forEach(heir -> mark(project, heir, Optional.empty(), Optional.of(true)));
  }

  /// Says how a section is worked on, in the caller's transaction: with what is given of the two.
  ///
  /// @return empty where the document that stands has no such section
  public Optional<SectionMark> mark(
      ProjectId project,
      SectionId section,
      Optional<Section.State> state,
      Optional<Boolean> locked) {
    Transactions.require();
    // Held like a version: once the lock is confirmed, no draft that has not seen it may land.
    int version = store.lock(project).orElseThrow();
    Optional<SectionMark> marked =
        reader
            .heading(project, version, section)
            .map(heading -> store.mark(project, section, heading, state, locked));
    marked.ifPresent(mark -> feed.post(project, changed(mark)));
    return marked;
  }

  private static SectionChanged changed(SectionMark mark) {
    return new SectionChanged(
        mark.id(), mark.state().name().toLowerCase(Locale.ROOT), mark.locked());
  }
}
