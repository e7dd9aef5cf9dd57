package ghostwriter.document;

import ghostwriter.feed.Feed;
import ghostwriter.feed.ProjectEvent.ProposalsChanged;
import ghostwriter.feed.Transactions;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The door to what drafts would change and may not. A decision and its effect are one transaction,
/// which holds the document: whoever decides second is told so. Safe for many threads.
@Component
public class Proposals {
  /// More than anybody looks through at once.
  private static final int LISTED = 500;

  private final Documents documents;
  private final DocumentStore store;
  private final ProposalStore proposals;
  private final Feed feed;
  private final InstantSource clock;

  public Proposals(
      JdbcClient sql,
      JdbcOperations batches,
      JsonMapper json,
      Documents documents,
      Feed feed,
      InstantSource clock) {
    this.documents = documents;
    this.store = new DocumentStore(sql, batches, json);
    this.proposals = new ProposalStore(sql, json);
    this.feed = feed;
    this.clock = clock;
  }

  /// What waits for a decision, oldest first, at most 500.
  public List<OpenProposal> open(ProjectId project) {
    List<Proposal> open = proposals.open(project, LISTED);
    if (open.isEmpty()) {
      return List.of();
    }
    Map<Integer, Document> versions = new HashMap<>();
    var beside =
        new Beside(
            documents.current(project),
            number -> versions.computeIfAbsent(number, it -> version(project, it)));
    return open.stream().map(beside::read).toList();
  }

  private Document version(ProjectId project, int number) {
    return documents.at(project, number).orElseThrow();
  }

  /// Places a proposal into the document that stands, as the person's own edit with the proposal's
  /// sources.
  ///
  /// @param acceptance what the person decided on
  public Verdict accept(ProjectId project, UUID id, PersonId person, Acceptance acceptance) {
    Transactions.require();
    int current = store.lock(project).orElseThrow();
    int seen = acceptance.seen().orElse(current);
    return decidable(project, id)
        .orElseGet(() -> {
          Proposal proposal = proposals.find(project, id).orElseThrow();
          boolean writes = proposal.edit().wording().isPresent();
          if (acceptance.wording().isPresent() && !writes) {
            return new Verdict.NoWording();
          }
          return seen < 1 || seen > current
              ? new Verdict.MovedOn()
              : place(project, proposal, seen, person, acceptance.wording());
        });
  }

  /// A person's own words for what is proposed.
  public record Wording(BlockKind kind, Words markdown) {}

  /// How somebody accepts a proposal.
  ///
  /// @param wording their own words for it, where they have some
  /// @param seen the version beside which they read it; empty where any will do
  public record Acceptance(Optional<Wording> wording, OptionalInt seen) {
    /// Whatever stands, in the words that the draft chose.
    public static final Acceptance PLAIN = new Acceptance(Optional.empty(), OptionalInt.empty());
  }

  private Verdict place(
      ProjectId project, Proposal proposal, int seen, PersonId person, Optional<Wording> wording) {
    Edit edit = anchored(project, proposal, worded(proposal.edit(), wording));
    // A block must still be worded as the person has seen it; a neighbour that is gone is found
    // again by the version it stood in.
    int base = edit.changed().isPresent() ? seen : proposal.base();
    ApplyResult result =
        documents.apply(project, base, new Author.ByAcceptance(person), List.of(edit), Words.NONE);
    return switch (result) {
      case ApplyResult.Unchanged unchanged when !unchanged.unplaced().isEmpty() ->
          unplaced(unchanged);
      case ApplyResult placed -> {
        decide(project, proposal.id(), Proposal.State.ACCEPTED, person);
        yield new Verdict.Accepted(placed.version());
      }
    };
  }

  private static Verdict unplaced(ApplyResult.Unchanged result) {
    boolean changed =
        result.unplaced().stream()
            .anyMatch(one -> one.reason() == Unplaced.Reason.CHANGED_MEANWHILE);
    return changed ? new Verdict.MovedOn() : new Verdict.NoPlace();
  }

  private static Edit worded(Edit edit, Optional<Wording> wording) {
    return switch (edit) {
      case Edit.Insert insert ->
          new Edit.Insert(
              insert.section(), insert.after(), insert.block(), worded(insert.content(), wording));
      case Edit.Replace replace ->
          new Edit.Replace(replace.block(), worded(replace.content(), wording));
      default -> edit;
    };
  }

  private static Content worded(Content proposed, Optional<Wording> wording) {
    return wording
        .map(own ->
            new Content(own.kind(), own.markdown(), proposed.grounding(), proposed.sources()))
        .orElse(proposed);
  }

  /// Where a new paragraph was to follow another one that the same draft proposed, and that is not
  /// in the document, it follows what that one was to follow.
  private Edit anchored(ProjectId project, Proposal proposal, Edit edit) {
    if (!(edit instanceof Edit.Insert insert) || insert.after() == null) {
      return edit;
    }
    Document now = documents.current(project);
    Map<BlockId, Edit.Insert> proposed =
        proposals
            .edits(project, proposal.job())
            .filter(Edit.Insert.class::isInstance)
            .map(Edit.Insert.class::cast)
            .collect(Collectors.toMap(Edit.Insert::block, other -> other, (one, _) -> one));
    @Nullable BlockId after = insert.after();
    while (after != null && now.block(after).isEmpty() && proposed.containsKey(after)) {
      after = Optional.ofNullable(proposed.remove(after)).map(Edit.Insert::after).orElse(null);
    }
    return new Edit.Insert(insert.section(), after, insert.block(), insert.content());
  }

  public Verdict reject(ProjectId project, UUID id, PersonId person) {
    Transactions.require();
    store.lock(project).orElseThrow();
    return decidable(project, id)
        .orElseGet(() -> {
          decide(project, id, Proposal.State.REJECTED, person);
          return new Verdict.Rejected();
        });
  }

  /// Why a proposal cannot be decided; empty where it can.
  private Optional<Verdict> decidable(ProjectId project, UUID id) {
    Optional<Proposal> found = proposals.find(project, id);
    return found.isEmpty()
        ? Optional.of(new Verdict.Unknown())
        : found
            .map(Proposal::state)
            .filter(state -> state != Proposal.State.OPEN)
            .map(Verdict.Decided::new);
  }

  private void decide(ProjectId project, UUID id, Proposal.State state, PersonId person) {
    proposals.decide(project, id, state, person, clock.instant());
    feed.post(project, new ProposalsChanged(proposals.countOpen(project)));
  }
}
