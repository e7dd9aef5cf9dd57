package ghostwriter.web;

import ghostwriter.document.Block;
import ghostwriter.document.Documents;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Evidence;
import ghostwriter.transcript.Transcripts;
import ghostwriter.transcript.Unused;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was said, seen from the book: the words a block came from, and what no block uses.
@RestController
class EvidenceController {
  private static final int MAX_LISTED = 500;

  /// @param text as it was worded when it was cited
  /// @param currentText as it is worded now; null where that is the same
  record WordsView(
      SessionId sessionId,
      String itemId,
      int turn,
      String speaker,
      String text,
      int from,
      int to,
      int revision,
      @Nullable String currentText) {}

  record UnusedView(List<PassageView> items, int words, int of) {}

  record PassageView(
      SessionId sessionId, String itemId, int turn, String text, int words, Instant at) {}

  private final Documents documents;
  private final Transcripts transcripts;
  private final Evidence evidence;
  private final Access access;

  EvidenceController(
      Documents documents, Transcripts transcripts, Evidence evidence, Access access) {
    this.documents = documents;
    this.transcripts = transcripts;
    this.evidence = evidence;
    this.access = access;
  }

  @GetMapping("/api/projects/{project}/document/blocks/{block}/words")
  List<WordsView> words(@PathVariable ProjectId project, @PathVariable BlockId block) {
    access.read(project);
    List<Source> sources = block(project, block).content().sources();
    Map<Source, ConversationItem> then = transcripts.cited(project, sources);
    Map<ItemId, ConversationItem> now =
        transcripts.find(project, sources.stream().map(Source::item).distinct().toList());
    return sources.stream()
        .filter(then::containsKey)
        .map(source ->
            view(
                source,
                Optional.ofNullable(then.get(source)).orElseThrow(),
                Optional.ofNullable(now.get(source.item())).orElseThrow()))
        .toList();
  }

  private Block block(ProjectId project, BlockId block) {
    return documents
        .block(project, block)
        .orElseThrow(() -> Problem.notFound("That paragraph is not in the document any more."));
  }

  private static WordsView view(Source source, ConversationItem then, ConversationItem now) {
    return new WordsView(
        source.item().session(),
        source.item().id(),
        then.turn(),
        then.speaker(),
        then.text().text(),
        source.from(),
        source.to(),
        source.revision(),
        now.text().equals(then.text()) ? null : now.text().text());
  }

  @GetMapping("/api/projects/{project}/transcript/unused")
  UnusedView unused(@PathVariable ProjectId project, @RequestParam(defaultValue = "50") int limit) {
    access.read(project);
    if (limit < 1 || limit > MAX_LISTED) {
      throw Problem.badRequest("The limit must be 1 to " + MAX_LISTED + ".");
    }
    Unused unused = evidence.unused(project, documents.citedNow(project), limit);
    return new UnusedView(
        unused.items().stream().map(EvidenceController::view).toList(),
        unused.words(),
        unused.of());
  }

  private static PassageView view(Unused.Passage passage) {
    return new PassageView(
        passage.item().session(),
        passage.item().id(),
        passage.turn(),
        passage.text().text(),
        passage.words(),
        passage.at());
  }
}
