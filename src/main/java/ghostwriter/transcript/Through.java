package ghostwriter.transcript;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import ghostwriter.vocabulary.SessionId;
import java.util.HashMap;
import java.util.Map;

/// How far a reader has come: the last turn it has read of each session. Sessions it does not name
/// are unread.
public record Through(@JsonValue Map<SessionId, Integer> turns) {
  public static final Through NOTHING = new Through(Map.of());

  public Through {
    turns = Map.copyOf(turns);
  }

  @JsonCreator
  static Through of(Map<String, Integer> turns) {
    Map<SessionId, Integer> typed = new HashMap<>();
    turns.forEach((session, turn) -> typed.put(SessionId.of(session), turn));
    return new Through(typed);
  }

  public int turn(SessionId session) {
    return turns.getOrDefault(session, 0);
  }

  /// Whether the other reader has come further in some session.
  public boolean isBehind(Through other) {
    return other.turns.entrySet().stream().anyMatch(read -> read.getValue() > turn(read.getKey()));
  }
}
