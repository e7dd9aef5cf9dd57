package ghostwriter.web;

import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Transcripts;
import ghostwriter.transcript.Transcripts.Cursor;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was said, page by page.
@RestController
class TranscriptController {
  private static final int MAX_PAGE = 500;

  record PageView(List<ItemView> items, @Nullable String next) {}

  record ItemView(
      SessionId sessionId,
      String itemId,
      int turn,
      String role,
      String speaker,
      boolean client,
      String text,
      int revision) {}

  private final Transcripts transcripts;
  private final Access access;

  TranscriptController(Transcripts transcripts, Access access) {
    this.transcripts = transcripts;
    this.access = access;
  }

  @GetMapping("/api/projects/{project}/transcript")
  PageView page(
      @PathVariable ProjectId project,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(defaultValue = "100") int limit) {
    access.read(project);
    if (limit < 1 || limit > MAX_PAGE) {
      throw Problem.badRequest("The limit must be 1 to " + MAX_PAGE + ".");
    }
    var items = transcripts.page(project, cursor(after), limit + 1);
    var shown = items.subList(0, Math.min(limit, items.size()));
    String next = items.size() > limit ? text(shown.getLast()) : null;
    return new PageView(shown.stream().map(TranscriptController::view).toList(), next);
  }

  private static Optional<Cursor> cursor(@Nullable String after) {
    if (after == null || after.isBlank()) {
      return Optional.empty();
    }
    try {
      int at = after.indexOf('_');
      return Optional.of(
          new Cursor(
              SessionId.of(after.substring(0, Math.max(at, 0))),
              Integer.parseInt(after.substring(at + 1))));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("The value of “after” must be the “next” of an earlier page.");
    }
  }

  private static String text(ConversationItem item) {
    return item.id().session() + "_" + item.turn();
  }

  private static ItemView view(ConversationItem item) {
    return new ItemView(
        item.id().session(),
        item.id().id(),
        item.turn(),
        item.role().name().toLowerCase(Locale.ROOT),
        item.speaker(),
        item.client(),
        item.text().text(),
        item.revision());
  }
}
