package ghostwriter.interview;

import ghostwriter.vocabulary.SessionId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What tool calls were answered.
final class ToolAnswers {
  private final JdbcClient sql;

  ToolAnswers(JdbcClient sql) {
    this.sql = sql;
  }

  Optional<String> find(SessionId session, String call) {
    return sql.sql(
            """
            select output from tool_call where session_id = :session and call_id = :call
            """)
        .param("session", session.value())
        .param("call", call)
        .query(String.class)
        .optional();
  }

  void keep(SessionId session, String call, String output, Instant now) {
    sql.sql(
            """
            insert into tool_call (session_id, call_id, output, at)
            values (:session, :call, :output, :now)
            """)
        .param("session", session.value())
        .param("call", call)
        .param("output", output)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }
}
