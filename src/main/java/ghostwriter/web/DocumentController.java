package ghostwriter.web;

import ghostwriter.account.Person;
import ghostwriter.document.ApplyResult;
import ghostwriter.document.Author;
import ghostwriter.document.Documents;
import ghostwriter.document.Edit;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// The document: reading and editing by hand.
@RestController
class DocumentController {
  /// How many edits one request may hold.
  private static final int AT_ONCE = 200;

  record EditsForm(@Nullable List<EditForm> edits) {}

  record AppliedView(int version, int applied, int unplaced) {}

  private final Documents documents;
  private final DocumentViews views;
  private final Reaffirmations reaffirmations;
  private final Ids ids;
  private final Access access;
  private final TransactionTemplate transaction;

  DocumentController(
      Documents documents,
      DocumentViews views,
      Reaffirmations reaffirmations,
      Ids ids,
      Access access,
      PlatformTransactionManager transactions) {
    this.documents = documents;
    this.views = views;
    this.reaffirmations = reaffirmations;
    this.ids = ids;
    this.access = access;
    this.transaction = new TransactionTemplate(transactions);
  }

  @GetMapping("/api/projects/{project}/document")
  ResponseEntity<byte[]> current(@PathVariable ProjectId project) {
    access.read(project);
    return views.tagged(project, documents.current(project));
  }

  @PostMapping("/api/projects/{project}/document/edits")
  AppliedView edit(
      @PathVariable ProjectId project,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @RequestBody EditsForm form) {
    access.write(project);
    Person person = access.person();
    int base = IfMatch.version(ifMatch);
    List<Edit> edits = edits(form);
    ApplyResult result =
        Objects.requireNonNull(transaction.execute(_ -> apply(project, base, person, edits)));
    int unplaced = result.unplaced().size();
    if (unplaced == edits.size()) {
      throw Problem.preconditionFailed(
          "The paragraph was changed by somebody else meanwhile; look at the new text and save again.");
    }
    return new AppliedView(result.version(), edits.size() - unplaced, unplaced);
  }

  private ApplyResult apply(ProjectId project, int base, Person person, List<Edit> edits) {
    if (!documents.has(project, base)) {
      throw Problem.preconditionFailed(
          "The document has no version " + base + "; load it again and repeat the edit.");
    }
    List<Edit> resolved = reaffirmations.resolved(project, base, edits);
    return documents.apply(project, base, new Author.ByHand(person.id()), resolved, Words.NONE);
  }

  private List<Edit> edits(EditsForm form) {
    if (form.edits() == null || form.edits().isEmpty() || form.edits().size() > AT_ONCE) {
      throw Problem.badRequest("Send 1 to " + AT_ONCE + " edits.");
    }
    return form.edits().stream().map(edit -> edit.edit(ids)).toList();
  }
}
