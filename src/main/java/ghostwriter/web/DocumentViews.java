package ghostwriter.web;

import ghostwriter.document.Document;
import ghostwriter.document.Documents;
import ghostwriter.transcript.Evidence;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Source;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Makes a document's view, with all that is not in the document itself.
@Component
class DocumentViews {
  private final Documents documents;
  private final Evidence evidence;
  private final MarkdownHtml html;

  DocumentViews(Documents documents, Evidence evidence, MarkdownHtml html) {
    this.documents = documents;
    this.evidence = evidence;
    this.html = html;
  }

  /// The view, under the version's number as its tag.
  ResponseEntity<DocumentView> tagged(ProjectId project, Document document) {
    return ResponseEntity.ok().eTag("\"" + document.version() + "\"").body(view(project, document));
  }

  private DocumentView view(ProjectId project, Document document) {
    return DocumentView.of(document, documents.openProposals(project), isStale(project), html);
  }

  /// Whether a source names an older wording than its item has now; asked of the database once.
  private Predicate<Source> isStale(ProjectId project) {
    Map<ItemId, Integer> now = evidence.reworded(project);
    return source -> now.getOrDefault(source.item(), 1) > source.revision();
  }
}
