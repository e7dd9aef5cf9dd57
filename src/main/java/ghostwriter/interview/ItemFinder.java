package ghostwriter.interview;

import ghostwriter.interview.ToolArguments.Unusable;
import ghostwriter.interview.ToolCall.Anchor;
import ghostwriter.queue.TranscriptAnchor;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what a tool call points to in its conversation: the item it names, or the client's last
/// words where it names none, because a hosted model never sees an id. Whatever else a model thinks
/// is an id is refused.
///
/// @param session the conversation, which belongs to the project
record ItemFinder(Transcripts transcripts, ProjectId project, SessionId session) {
  private static final int SHOWN = 60;

  /// @return empty where none is named and the client has said nothing yet
  /// @throws Unusable where the named one is missing
  Optional<ConversationItem> find(Optional<String> name) {
    return name.map(it -> named(it, at(List.of(it))))
        .or(() -> transcripts.lastSaid(project, session));
  }

  /// @throws Unusable where one of them is missing
  List<ItemId> find(List<String> names) {
    var found = at(names);
    return names.stream().map(name -> named(name, found).id()).distinct().toList();
  }

  private ConversationItem named(String name, Map<ItemId, ConversationItem> found) {
    return item(name)
        .flatMap(item -> Optional.ofNullable(found.get(item)))
        .or(() -> renamed(name))
        .orElseThrow(() -> unknown(name));
  }

  /// After a renewal the provider knows an item by another name.
  private Optional<ConversationItem> renamed(String name) {
    return transcripts
        .named(session, name)
        .flatMap(item -> Optional.ofNullable(transcripts.find(project, List.of(item)).get(item)));
  }

  private Map<ItemId, ConversationItem> at(List<String> names) {
    List<ItemId> items = names.stream().flatMap(name -> item(name).stream()).toList();
    return items.isEmpty() ? Map.of() : transcripts.find(project, items);
  }

  private Optional<ItemId> item(String name) {
    return name.isBlank() || name.length() > ItemId.MAX_LENGTH || name.indexOf('\0') >= 0
        ? Optional.empty()
        : Optional.of(new ItemId(session, name));
  }

  /// The passage with its end where the call says none.
  ///
  /// @throws Unusable where the conversation has no such passage
  TranscriptAnchor passage(Anchor anchor) {
    ConversationItem item =
        find(anchor.item())
            .orElseThrow(() -> new Unusable("The client has said nothing yet to point to."));
    int length = item.text().text().length();
    int end = anchor.to() == 0 ? length : anchor.to();
    if (length == 0) {
      throw new Unusable("These words are still being written down; point to them later.");
    }
    if (anchor.from() < 0 || end <= anchor.from() || end > length) {
      throw new Unusable("That item has only " + length + " characters.");
    }
    return new TranscriptAnchor(anchor.label(), item.id(), anchor.from(), end);
  }

  private static Unusable unknown(String name) {
    String shown = name.substring(0, Math.min(SHOWN, name.length()));
    return new Unusable(
        "There is no item "
            + shown
            + " in this conversation; leave ids out where you were given none.");
  }
}
