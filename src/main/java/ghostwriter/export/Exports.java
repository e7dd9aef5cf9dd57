package ghostwriter.export;

import ghostwriter.document.Documents;
import ghostwriter.project.Project;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ItemId;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The door for exports. Safe for many threads.
@Component
public class Exports {
  private final Documents documents;
  private final Transcripts transcripts;

  public Exports(Documents documents, Transcripts transcripts) {
    this.documents = documents;
    this.transcripts = transcripts;
  }

  /// The document as it stands, as Markdown with its sources as footnotes.
  public String markdown(Project project) {
    var document = documents.current(project.id());
    Set<ItemId> cited =
        document.sections().stream()
            .flatMap(section -> section.blocks().stream())
            .flatMap(block -> block.content().sources().stream())
            .map(source -> source.item())
            .collect(Collectors.toSet());
    var items = transcripts.find(project.id(), cited);
    return new MarkdownText(project.title(), document, items, transcripts.names(project.id()))
        .text();
  }
}
