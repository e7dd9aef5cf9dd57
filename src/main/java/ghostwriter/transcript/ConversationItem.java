package ghostwriter.transcript;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.Words;
import java.util.Comparator;

/// One completed turn of a conversation, as the canonical transcript holds it.
///
/// @param turn its place in its session, from 1
/// @param revision 1 for the first wording, raised by each correction
/// @param client whether these are the client's own words: only those are ever evidence
public record ConversationItem(
    ItemId id, int turn, int revision, Role role, String speaker, boolean client, Words text) {
  /// The order of a project's conversation. The database orders UUIDs by their bytes, as their text
  /// does and Java's own comparison does not.
  public static final Comparator<ConversationItem> IN_ORDER =
      Comparator.comparing((ConversationItem item) -> item.id().session().toString())
          .thenComparingInt(ConversationItem::turn);

  /// The item as it was worded at another revision.
  ConversationItem with(int atRevision, Words wording) {
    return new ConversationItem(id, turn, atRevision, role, speaker, client, wording);
  }
}
