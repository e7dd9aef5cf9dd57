package ghostwriter.web;

import ghostwriter.document.Content;
import ghostwriter.document.Documents;
import ghostwriter.document.Edit;
import ghostwriter.transcript.Evidence;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Source;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Tells edits that answer for a block, by letting it stand or by wording it anew, where its words
/// are found now.
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
    return edits.stream().map(edit -> resolved(project, base, edit)).toList();
  }

  private Edit resolved(ProjectId project, int base, Edit edit) {
    return switch (edit) {
      case Edit.Reaffirm(var block, _) ->
          sources(project, base, block)
              .<Edit>map(sources -> new Edit.Reaffirm(block, sources))
              .orElse(edit);
      case Edit.Replace(var block, var content) ->
          sources(project, base, block)
              .<Edit>map(sources -> new Edit.Replace(block, resting(content, sources)))
              .orElse(edit);
      default -> edit;
    };
  }

  private Optional<List<Source>> sources(ProjectId project, int base, BlockId block) {
    return documents
        .block(project, base, block)
        .map(it -> evidence.asWordedNow(project, it.content().sources()));
  }

  private static Content resting(Content content, List<Source> sources) {
    return new Content(content.kind(), content.markdown(), content.grounding(), sources);
  }
}
