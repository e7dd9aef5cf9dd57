package ghostwriter.web;

import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.OpenProposal;
import ghostwriter.document.Proposal;
import ghostwriter.document.Proposals;
import ghostwriter.document.Unplaced.Reason;
import ghostwriter.document.Verdict;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import ghostwriter.web.DiffView.PartView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What drafts would change and may not: looked at, accepted, rejected.
@RestController
class ProposalController {
  record ProposalView(
      UUID id,
      JobId jobId,
      Instant createdAt,
      String type,
      @Nullable SectionId sectionId,
      String sectionHeading,
      @Nullable BlockId blockId,
      @Nullable String before,
      @Nullable String proposed,
      @Nullable String proposedHtml,
      String reason,
      List<PartView> parts,
      int sources) {}

  record AcceptForm(@Nullable String markdown) {}

  record AcceptedView(int version) {}

  private final Proposals proposals;
  private final MarkdownHtml html;
  private final Access access;
  private final TransactionTemplate transaction;

  ProposalController(
      Proposals proposals,
      MarkdownHtml html,
      Access access,
      PlatformTransactionManager transactions) {
    this.proposals = proposals;
    this.html = html;
    this.access = access;
    this.transaction = new TransactionTemplate(transactions);
  }

  @GetMapping("/api/projects/{project}/document/proposals")
  List<ProposalView> open(@PathVariable ProjectId project) {
    access.read(project);
    return proposals.open(project).stream().map(this::view).toList();
  }

  @PostMapping("/api/projects/{project}/document/proposals/{proposal}/accept")
  AcceptedView accept(
      @PathVariable ProjectId project,
      @PathVariable UUID proposal,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody AcceptForm form) {
    access.write(project);
    PersonId person = access.person().id();
    var acceptance = new Proposals.Acceptance(wording(form), seen(ifMatch));
    return switch (transaction.execute(
        _ -> proposals.accept(project, proposal, person, acceptance))) {
      case Verdict.Accepted(int version) -> new AcceptedView(version);
      case Verdict verdict -> throw refused(verdict);
    };
  }

  private static Optional<Proposals.Wording> wording(AcceptForm form) {
    return Optional.ofNullable(form.markdown())
        .map(EditForm::content)
        .map(content -> new Proposals.Wording(content.kind(), content.markdown()));
  }

  private static OptionalInt seen(@Nullable String ifMatch) {
    return ifMatch == null ? OptionalInt.empty() : OptionalInt.of(IfMatch.version(ifMatch));
  }

  @PostMapping("/api/projects/{project}/document/proposals/{proposal}/reject")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void reject(@PathVariable ProjectId project, @PathVariable UUID proposal) {
    access.write(project);
    PersonId person = access.person().id();
    Verdict verdict = transaction.execute(_ -> proposals.reject(project, proposal, person));
    if (!(verdict instanceof Verdict.Rejected)) {
      throw refused(verdict);
    }
  }

  private static Problem refused(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Decided(var state) ->
          Problem.conflict(
              "This proposal was "
                  + state.name().toLowerCase(Locale.ROOT)
                  + " already; look at the list of proposals.");
      case Verdict.NoPlace _ ->
          Problem.preconditionFailed(
              "What this proposal belongs to is not in the document any more; restore it first, or reject the proposal.");
      case Verdict.MovedOn _ ->
          Problem.preconditionFailed(
              "The paragraph was changed meanwhile; look at the new text and decide again.");
      case Verdict.NoWording _ ->
          Problem.unprocessable(
              "This proposal writes nothing that could be worded otherwise; accept it without markdown.");
      case Verdict.Unknown _ ->
          Problem.notFound("There is no such proposal; look at the list of proposals.");
      case Verdict.Accepted _, Verdict.Rejected _ ->
          throw new IllegalStateException("nothing was refused");
    };
  }

  private ProposalView view(OpenProposal open) {
    Proposal proposal = open.proposal();
    Optional<String> proposed = open.proposed().map(Content::markdown).map(Words::text);
    return new ProposalView(
        proposal.id(),
        proposal.job(),
        proposal.createdAt(),
        type(proposal.edit()),
        open.section().orElse(null),
        open.heading(),
        block(proposal.edit()),
        open.before().map(Content::markdown).map(Words::text).orElse(null),
        proposed.orElse(null),
        // Its wording never changes either, so it is rendered once under its own id.
        proposed.map(text -> html.of(new RevisionId(proposal.id()), text)).orElse(null),
        reason(open),
        open.parts().stream().map(PartView::of).toList(),
        open.proposed().map(content -> content.sources().size()).orElse(0));
  }

  private static String type(Edit edit) {
    String name = edit.getClass().getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /// What it is about, or behind what it would stand.
  private static @Nullable BlockId block(Edit edit) {
    return edit instanceof Edit.Insert insert ? insert.after() : edit.changed().orElse(null);
  }

  private static String reason(OpenProposal open) {
    return !open.isPlaceable()
        ? "gone"
        : open.proposal().reason() == Reason.LOCKED ? "locked" : "touched";
  }
}
