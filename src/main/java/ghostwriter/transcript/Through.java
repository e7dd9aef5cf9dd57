package ghostwriter.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SessionId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// How far a reader has come: the number of the last telling it has read, of each session. Sessions
/// it does not name are unread.
///
/// A session's tellings are counted from 1: an item is told once it and all before it are settled,
/// and told again, under the next number, when its words change afterwards. So what is new to a
/// reader is what has a higher number, wherever in the conversation it stands.
public record Through(@JsonValue Map<SessionId, Integer> told) {
  public static final Through NOTHING = new Through(Map.of());

  public Through {
    told = Map.copyOf(told);
  }

  @JsonCreator
  static Through of(Map<String, Integer> told) {
    Map<SessionId, Integer> typed = new HashMap<>();
    told.forEach((session, number) -> typed.put(SessionId.of(session), number));
    return new Through(typed);
  }

  /// As far as one comes who has not read these tellings, nor what was told after them.
  ///
  /// @param unread the numbers of tellings, by item
  public Through before(Map<ItemId, Integer> unread) {
    Map<SessionId, Integer> shorter = new HashMap<>(told);
    unread.forEach((item, number) -> shorter.merge(item.session(), number - 1, Math::min));
    return new Through(shorter);
  }

  /// Whether one who has come so far has read that telling.
  public boolean covers(ItemId item, int number) {
    return told.getOrDefault(item.session(), 0) >= number;
  }

  UUID[] sessions() {
    return told.keySet().stream().map(SessionId::value).toArray(UUID[]::new);
  }

  /// In the order of [#sessions].
  Integer[] numbers() {
    return told.values().toArray(Integer[]::new);
  }
}
