package ghostwriter.ops;

import ghostwriter.vocabulary.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The audits' rows.
final class AuditStore {
  private static final int LISTED = 500;

  private final JdbcClient sql;

  AuditStore(JdbcClient sql) {
    this.sql = sql;
  }

  /// @return whether this night was still to be done
  boolean begin(LocalDate night, Instant now) {
    return sql.sql(
                """
                insert into audit_run (night, started_at) values (:night, :now)
                on conflict (night) do nothing
                """)
            .param("night", night)
            .param("now", at(now))
            .update()
        > 0;
  }

  /// Begins a night's audit whether or not it was done already.
  void beginAgain(LocalDate night, Instant now) {
    sql.sql(
            """
            insert into audit_run (night, started_at) values (:night, :now)
            on conflict (night) do update
              set started_at = excluded.started_at, finished_at = null, projects = 0, findings = 0
            """)
        .param("night", night)
        .param("now", at(now))
        .update();
  }

  void end(LocalDate night, int projects, int findings, Instant now) {
    sql.sql(
            """
            update audit_run set finished_at = :now, projects = :projects, findings = :findings
             where night = :night
            """)
        .param("now", at(now))
        .param("projects", projects)
        .param("findings", findings)
        .param("night", night)
        .update();
  }

  void record(Finding finding) {
    sql.sql(
            """
            insert into audit_finding (project_id, kind, session_id, item_id, found_at, seen_at)
            values (:project, :kind, :session, :item, :now, :now)
            on conflict (project_id, kind, session_id, item_id) do update set seen_at = excluded.seen_at
            """)
        .param("project", finding.project().value())
        .param("kind", finding.kind())
        .param("session", finding.session())
        .param("item", finding.item())
        .param("now", at(finding.seenAt()))
        .update();
  }

  /// The last audit, with what it has seen.
  Optional<AuditReport> last() {
    return sql.sql(
            """
            select started_at, finished_at, projects, findings
              from audit_run order by night desc limit 1
            """)
        .query((row, _) -> report(row))
        .optional();
  }

  private AuditReport report(ResultSet row) throws SQLException {
    Instant started = row.getObject("started_at", OffsetDateTime.class).toInstant();
    return new AuditReport(
        Optional.of(started),
        instant(row.getObject("finished_at", OffsetDateTime.class)),
        row.getInt("projects"),
        row.getInt("findings"),
        seenSince(started));
  }

  private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
    return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
  }

  private List<Finding> seenSince(Instant start) {
    return sql.sql(
            """
            select project_id, kind, session_id, item_id, found_at, seen_at
              from audit_finding
             where seen_at >= :start
             order by seen_at, project_id, kind, session_id, item_id
             limit :limit
            """)
        .param("start", at(start))
        .param("limit", LISTED)
        .query((row, _) ->
            new Finding(
                new ProjectId(row.getObject("project_id", UUID.class)),
                row.getString("kind"),
                row.getString("session_id"),
                row.getString("item_id"),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
