package ghostwriter.web;

import ghostwriter.document.Document;
import ghostwriter.document.Documents;
import ghostwriter.transcript.Evidence;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Sha256;
import ghostwriter.vocabulary.Source;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes a document's view, with all that is not in the document itself.
@Component
class DocumentViews {
  private static final int TAG_BYTES = 8;

  private final Documents documents;
  private final Evidence evidence;
  private final MarkdownHtml html;
  private final JsonMapper json;

  DocumentViews(Documents documents, Evidence evidence, MarkdownHtml html, JsonMapper json) {
    this.documents = documents;
    this.evidence = evidence;
    this.html = html;
    this.json = json;
  }

  /// The view as JSON. Much of it is no part of the version, so its tag is the version's number and
  /// a digest of all that is sent: answers that differ have different tags.
  ResponseEntity<byte[]> tagged(ProjectId project, Document document) {
    byte[] body = json.writeValueAsBytes(view(project, document));
    String digest = HexFormat.of().formatHex(Sha256.of(body), 0, TAG_BYTES);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .eTag("\"" + document.version() + "." + digest + "\"")
        .body(body);
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
