package ghostwriter.web;

import ghostwriter.document.Document;
import ghostwriter.document.Documents;
import ghostwriter.document.Edit;
import ghostwriter.transcript.Evidence;
import ghostwriter.vocabulary.ProjectId;
import java.util.List;
import org.springframework.stereotype.Component;

/// Tells edits that let a block stand where its words are found now.
@Component
class Reaffirmations {
  private final Documents documents;
  private final Evidence evidence;

  Reaffirmations(Documents documents, Evidence evidence) {
    this.documents = documents;
    this.evidence = evidence;
  }

  /// @param base the version the edits were made against
  List<Edit> resolved(ProjectId project, int base, List<Edit> edits) {
    if (edits.stream().noneMatch(Edit.Reaffirm.class::isInstance)) {
      return edits;
    }
    Document read = documents.at(project, base).orElseThrow();
    return edits.stream()
        .map(edit ->
            edit instanceof Edit.Reaffirm reaffirm ? resolved(project, read, reaffirm) : edit)
        .toList();
  }

  private Edit resolved(ProjectId project, Document base, Edit.Reaffirm edit) {
    return base.block(edit.block())
        .map(block -> evidence.asWordedNow(project, block.content().sources()))
        .<Edit>map(sources -> new Edit.Reaffirm(edit.block(), sources))
        .orElse(edit);
  }
}
