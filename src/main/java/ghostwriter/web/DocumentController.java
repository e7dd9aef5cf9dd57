package ghostwriter.web;

import ghostwriter.account.Person;
import ghostwriter.document.ApplyResult;
import ghostwriter.document.Author;
import ghostwriter.document.Block;
import ghostwriter.document.Document;
import ghostwriter.document.Documents;
import ghostwriter.document.Edit;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Optional;
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

/// The document: reading, editing by hand, and the words a block came from.
@RestController
class DocumentController {
  /// How many edits one request may hold.
  private static final int AT_ONCE = 200;

  record EditsForm(@Nullable List<EditForm> edits) {}

  record AppliedView(int version, int applied, int unplaced) {}

  record WordsView(
      SessionId sessionId,
      String itemId,
      int turn,
      String speaker,
      String text,
      int from,
      int to) {}

  private final Documents documents;
  private final Transcripts transcripts;
  private final MarkdownHtml html;
  private final Ids ids;
  private final Access access;
  private final TransactionTemplate transaction;

  DocumentController(
      Documents documents,
      Transcripts transcripts,
      MarkdownHtml html,
      Ids ids,
      Access access,
      PlatformTransactionManager transactions) {
    this.documents = documents;
    this.transcripts = transcripts;
    this.html = html;
    this.ids = ids;
    this.access = access;
    this.transaction = new TransactionTemplate(transactions);
  }

  @GetMapping("/api/projects/{project}/document")
  ResponseEntity<DocumentView> current(@PathVariable ProjectId project) {
    access.read(project);
    return withTag(documents.current(project), html);
  }

  static ResponseEntity<DocumentView> withTag(Document document, MarkdownHtml html) {
    return ResponseEntity.ok()
        .eTag("\"" + document.version() + "\"")
        .body(DocumentView.of(document, html));
  }

  @GetMapping("/api/projects/{project}/document/blocks/{block}/words")
  List<WordsView> words(@PathVariable ProjectId project, @PathVariable BlockId block) {
    access.read(project);
    List<Source> sources = block(project, block).content().sources();
    var items = transcripts.cited(project, sources);
    return sources.stream()
        .filter(items::containsKey)
        .map(source -> view(source, Optional.ofNullable(items.get(source)).orElseThrow()))
        .toList();
  }

  private Block block(ProjectId project, BlockId block) {
    return documents
        .current(project)
        .block(block)
        .orElseThrow(() -> Problem.notFound("That paragraph is not in the document any more."));
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
    return switch (transaction.execute(_ -> apply(project, base, person, edits))) {
      case ApplyResult.Applied done ->
          new AppliedView(done.version(), done.edits(), done.unplaced().size());
      case ApplyResult.Unchanged _ ->
          throw Problem.preconditionFailed(
              "The paragraph was changed by somebody else meanwhile; look at the new text and save again.");
    };
  }

  private ApplyResult apply(ProjectId project, int base, Person person, List<Edit> edits) {
    if (!documents.has(project, base)) {
      throw Problem.preconditionFailed(
          "The document has no version " + base + "; load it again and repeat the edit.");
    }
    return documents.apply(project, base, new Author.ByHand(person.id()), edits, Words.NONE);
  }

  private List<Edit> edits(EditsForm form) {
    if (form.edits() == null || form.edits().isEmpty() || form.edits().size() > AT_ONCE) {
      throw Problem.badRequest("Send 1 to " + AT_ONCE + " edits.");
    }
    return form.edits().stream().map(edit -> edit.edit(ids)).toList();
  }

  private static WordsView view(Source source, ConversationItem item) {
    return new WordsView(
        source.item().session(),
        source.item().id(),
        item.turn(),
        item.speaker(),
        item.text().text(),
        source.from(),
        source.to());
  }
}
