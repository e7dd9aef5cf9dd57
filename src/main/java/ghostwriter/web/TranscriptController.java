package ghostwriter.web;

import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.CorrectionResult;
import ghostwriter.transcript.Excerpt;
import ghostwriter.transcript.Transcripts;
import ghostwriter.transcript.Transcripts.Cursor;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What was said: page by page, by words, and put right.
@RestController
class TranscriptController {
  private static final int MAX_PAGE = 500;
  private static final int MAX_FOUND = 100;
  private static final int MAX_QUERY = 200;

  /// The longest wording of one item, in characters.
  private static final int MAX_WORDS = 50_000;

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

  /// @param excerpt the found passages as plain text, piece by piece
  record FoundView(ItemView item, List<PieceView> excerpt) {}

  record PieceView(String text, boolean match) {}

  record FoundsView(List<FoundView> items) {}

  record CorrectionForm(@Nullable String text, @Nullable Integer revision) {}

  record CorrectedView(SessionId sessionId, String itemId, int revision) {}

  private final Transcripts transcripts;
  private final Access access;
  private final TransactionTemplate transaction;

  TranscriptController(
      Transcripts transcripts, Access access, PlatformTransactionManager transactions) {
    this.transcripts = transcripts;
    this.access = access;
    this.transaction = new TransactionTemplate(transactions);
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

  @GetMapping("/api/projects/{project}/transcript/search")
  FoundsView search(
      @PathVariable ProjectId project,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "20") int limit) {
    access.read(project);
    if (limit < 1 || limit > MAX_FOUND) {
      throw Problem.badRequest("The limit must be 1 to " + MAX_FOUND + ".");
    }
    var found = transcripts.search(project, query(q), limit);
    return new FoundsView(found.stream().map(TranscriptController::view).toList());
  }

  private static String query(@Nullable String q) {
    if (q == null || q.isBlank() || q.length() > MAX_QUERY || q.contains("\0")) {
      throw Problem.badRequest("Say what to look for, in 1 to " + MAX_QUERY + " characters.");
    }
    return q;
  }

  private static FoundView view(Excerpt excerpt) {
    return new FoundView(
        view(excerpt.item()),
        excerpt.fragments().stream()
            .map(piece -> new PieceView(piece.text().text(), piece.match()))
            .toList());
  }

  @PostMapping("/api/projects/{project}/transcript/items/{session}/{item}/correction")
  CorrectedView correct(
      @PathVariable ProjectId project,
      @PathVariable SessionId session,
      @PathVariable String item,
      @RequestBody CorrectionForm form) {
    access.write(project);
    PersonId person = access.person().id();
    Words words = words(form.text());
    int revision = revision(form.revision());
    ItemId id = itemId(session, item);
    return switch (transaction.execute(
        _ -> transcripts.correct(project, id, revision, words, person))) {
      case CorrectionResult.Corrected(var now) -> new CorrectedView(session, item, now);
      case CorrectionResult.Outdated(var now) ->
          throw Problem.conflict(
              "These words were changed meanwhile (revision "
                  + now
                  + "); look at them again and repeat the correction.");
      case CorrectionResult.NoSuchItem _ -> throw unknownItem();
    };
  }

  private static ItemId itemId(SessionId session, String item) {
    if (item.isBlank() || item.length() > ItemId.MAX_LENGTH || item.contains("\0")) {
      throw unknownItem();
    }
    return new ItemId(session, item);
  }

  private static Problem unknownItem() {
    return Problem.notFound(
        "The transcript has no such words to correct; load it again to see what it has.");
  }

  private static Words words(@Nullable String text) {
    if (text == null || text.isBlank() || text.length() > MAX_WORDS || text.contains("\0")) {
      throw Problem.badRequest(
          "Give the right words as “text”, 1 to " + MAX_WORDS + " characters.");
    }
    return new Words(text.strip());
  }

  private static int revision(@Nullable Integer revision) {
    if (revision == null || revision < 1) {
      throw Problem.badRequest("Give the “revision” of the words you correct, from 1.");
    }
    return revision;
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
