package ghostwriter.web;

import ghostwriter.account.Accounts;
import ghostwriter.document.Documents;
import ghostwriter.document.RestoreResult;
import ghostwriter.document.VersionEntry;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A document's versions: what they were, what changed between them, and the way back to them.
@RestController
class VersionController {
  /// How many versions the history lists.
  private static final int LISTED = 200;

  record VersionForm(@Nullable Integer version) {}

  record RestoredView(int version) {}

  record VersionView(
      int number,
      String origin,
      @Nullable PersonId person,
      @Nullable String personName,
      @Nullable JobId jobId,
      String summary,
      @Nullable Integer restored,
      Instant createdAt) {}

  private final Documents documents;
  private final Accounts accounts;
  private final DocumentViews views;
  private final Access access;
  private final TransactionTemplate transaction;

  VersionController(
      Documents documents,
      Accounts accounts,
      DocumentViews views,
      Access access,
      PlatformTransactionManager transactions) {
    this.documents = documents;
    this.accounts = accounts;
    this.views = views;
    this.access = access;
    this.transaction = new TransactionTemplate(transactions);
  }

  @GetMapping("/api/projects/{project}/document/versions")
  List<VersionView> versions(@PathVariable ProjectId project) {
    access.read(project);
    List<VersionEntry> entries = documents.history(project, LISTED);
    Map<PersonId, String> names = names(entries);
    return entries.stream().map(entry -> view(entry, names)).toList();
  }

  private Map<PersonId, String> names(List<VersionEntry> entries) {
    return accounts.names(
        entries.stream().flatMap(entry -> entry.person().stream()).collect(Collectors.toSet()));
  }

  @GetMapping("/api/projects/{project}/document/versions/{number}")
  ResponseEntity<byte[]> version(@PathVariable ProjectId project, @PathVariable int number) {
    access.read(project);
    return documents
        .at(project, number)
        .map(document -> views.tagged(project, document))
        .orElseThrow(() -> unknown(number));
  }

  @GetMapping("/api/projects/{project}/document/diff")
  DiffView diff(@PathVariable ProjectId project, @RequestParam int from, @RequestParam int to) {
    access.read(project);
    return documents
        .diff(project, from, to)
        .map(DiffView::of)
        .orElseThrow(() ->
            Problem.notFound(
                "The document has no version "
                    + from
                    + " or no version "
                    + to
                    + "; look at the list of versions."));
  }

  @PostMapping("/api/projects/{project}/document/undo")
  RestoredView undo(
      @PathVariable ProjectId project,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    access.write(project);
    PersonId person = access.person().id();
    int base = IfMatch.version(ifMatch);
    return restored(
        () -> documents.undo(project, base, person),
        () -> Problem.conflict("This is the first version; there is nothing to undo."));
  }

  @PostMapping("/api/projects/{project}/document/restore")
  RestoredView restore(
      @PathVariable ProjectId project,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody VersionForm form) {
    access.write(project);
    PersonId person = access.person().id();
    int base = IfMatch.version(ifMatch);
    int number = number(form);
    return restored(() -> documents.restore(project, base, number, person), () -> unknown(number));
  }

  private RestoredView restored(Supplier<RestoreResult> work, Supplier<Problem> nothing) {
    return switch (Objects.requireNonNull(transaction.execute(_ -> work.get()))) {
      case RestoreResult.Restored(int version) -> new RestoredView(version);
      case RestoreResult.NothingThere _ -> throw nothing.get();
      case RestoreResult.MovedOn _ ->
          throw Problem.preconditionFailed(
              "The document was changed meanwhile; look at what stands now and decide again.");
    };
  }

  private static int number(VersionForm form) {
    if (form.version() == null) {
      throw Problem.badRequest("Name the version to restore by its number.");
    }
    return form.version();
  }

  private static Problem unknown(int number) {
    return Problem.notFound("The document has no version " + number + ".");
  }

  private static VersionView view(VersionEntry entry, Map<PersonId, String> names) {
    return new VersionView(
        entry.number(),
        entry.origin().name().toLowerCase(Locale.ROOT),
        entry.person().orElse(null),
        entry.person().map(names::get).orElse(null),
        entry.job().orElse(null),
        entry.summary().text(),
        number(entry.restored()),
        entry.createdAt());
  }

  private static @Nullable Integer number(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }
}
