package ghostwriter.web;

import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Checks which passages of the conversation a request points to.
@Component
class Passages {
  private static final int MOST = 100;

  record PointerForm(@Nullable SessionId sessionId, @Nullable String itemId) {}

  private final Transcripts transcripts;

  Passages(Transcripts transcripts) {
    this.transcripts = transcripts;
  }

  /// The items, each of which the project's transcript has.
  List<ItemId> items(ProjectId project, @Nullable List<@Nullable PointerForm> pointers) {
    if (pointers == null || pointers.isEmpty()) {
      return List.of();
    }
    if (pointers.size() > MOST) {
      throw Problem.badRequest("Point to " + MOST + " items at most.");
    }
    List<ItemId> items = pointers.stream().map(Passages::item).distinct().toList();
    Set<ItemId> known = transcripts.find(project, items).keySet();
    items.stream()
        .filter(item -> !known.contains(item))
        .findFirst()
        .ifPresent(unknown -> {
          throw Problem.unprocessable(
              "The transcript has no item "
                  + unknown.id()
                  + " of the session "
                  + unknown.session()
                  + "; load it again to see what it has.");
        });
    return items;
  }

  private static ItemId item(@Nullable PointerForm pointer) {
    if (pointer == null || pointer.sessionId() == null || pointer.itemId() == null) {
      throw Problem.badRequest("Each of messagePointers needs a sessionId and an itemId.");
    }
    String id = Given.keepable(pointer.itemId());
    if (id.isBlank() || id.length() > ItemId.MAX_LENGTH) {
      throw Problem.badRequest("An itemId has 1 to " + ItemId.MAX_LENGTH + " characters.");
    }
    return new ItemId(pointer.sessionId(), id);
  }
}
