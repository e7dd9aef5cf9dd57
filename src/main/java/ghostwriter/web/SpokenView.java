package ghostwriter.web;

import ghostwriter.transcript.FoldedItem;
import ghostwriter.transcript.ItemState;
import ghostwriter.transcript.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that is being said in a live session.
///
/// @param after the item before it; null where it is the first
/// @param state `in_progress`, `completed`, `incomplete`, `failed` or `deleted`
record SpokenView(
    String itemId, @Nullable String after, String role, String text, String state, Instant at) {
  private static final String PROGRESS = "TOOL_PROGRESS::";

  /// In order, without what is for the assistant alone.
  static List<SpokenView> of(List<FoldedItem> items) {
    List<SpokenView> views = new ArrayList<>();
    String before = null;
    for (FoldedItem item : items) {
      if (isShown(item)) {
        views.add(of(item, before));
        before = item.id();
      }
    }
    return views;
  }

  private static boolean isShown(FoldedItem item) {
    return item.role() == Role.SYSTEM
        ? item.text().text().startsWith(PROGRESS)
        : item.state() != ItemState.EMPTY;
  }

  private static SpokenView of(FoldedItem item, @Nullable String before) {
    return new SpokenView(
        item.id(),
        before,
        item.role().name().toLowerCase(Locale.ROOT),
        item.text().text(),
        state(item.state()),
        item.at());
  }

  private static String state(ItemState state) {
    return switch (state) {
      case OPEN -> "in_progress";
      case COMPLETED, EMPTY -> "completed";
      case INCOMPLETE -> "incomplete";
      case FAILED, TIMED_OUT -> "failed";
      case DELETED -> "deleted";
    };
  }

  SpokenView withdrawn() {
    return new SpokenView(itemId, after, role, "", "deleted", at);
  }
}
