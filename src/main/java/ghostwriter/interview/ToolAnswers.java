package ghostwriter.interview;

import ghostwriter.vocabulary.SessionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What tool calls were answered.
final class ToolAnswers {
  /// A call of a session.
  ///
  /// @param epoch of the line it came over, which alone knows it by that name
  record Call(int epoch, String name) {}

  private final JdbcClient sql;

  ToolAnswers(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<String> find(SessionId session, Call call) {
    return sql.sql(
            """
            select output from tool_call
             where session_id = :session and epoch = :epoch and call_id = :call
            """)
        .param("session", session.value())
        .param("epoch", call.epoch())
        .param("call", call.name())
        .query(String.class)
        .optional();
  }

  /// All answers of a session.
  Map<Call, String> all(SessionId session) {
    Map<Call, String> answers = new HashMap<>();
    sql.sql("select epoch, call_id, output from tool_call where session_id = :session")
        .param("session", session.value())
        .query(row -> {
          answers.put(
              new Call(row.getInt("epoch"), row.getString("call_id")), row.getString("output"));
        });
    return answers;
  }

  void keep(SessionId session, Call call, String output, Instant now) {
    sql.sql(
            """
            insert into tool_call (session_id, epoch, call_id, output, at)
            values (:session, :epoch, :call, :output, :now)
            """)
        .param("session", session.value())
        .param("epoch", call.epoch())
        .param("call", call.name())
        .param("output", output)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
