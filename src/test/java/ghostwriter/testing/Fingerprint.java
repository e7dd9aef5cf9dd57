package ghostwriter.testing;

import ghostwriter.vocabulary.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What the database holds of one project, and how many people, projects, links and sign-ins there
/// are: two that are equal mean that nothing was changed or half made in between.
public record Fingerprint(Map<String, String> tables) {
  private static final List<String> COUNTED =
      List.of("person", "project", "session", "sign_in", "sign_in_link", "access_token");

  public static Fingerprint of(RunningServer server, ProjectId project) {
    JdbcClient sql = server.bean(JdbcClient.class);
    Map<String, String> tables = new TreeMap<>();
    for (String table : tablesOfProjects(sql)) {
      tables.put(table, rows(sql, table, project));
    }
    for (String table : COUNTED) {
      tables.put(
          "all of " + table,
          sql.sql("select count(*)::text from " + table)
              .query((row, _) -> row.getString(1))
              .single());
    }
    return new Fingerprint(tables);
  }

  private static List<String> tablesOfProjects(JdbcClient sql) {
    return sql.sql(
            """
            select table_name from information_schema.columns
             where table_schema = 'public' and column_name = 'project_id'
            """)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static String rows(JdbcClient sql, String table, ProjectId project) {
    return sql.sql(
            """
            select coalesce(md5(string_agg(t::text, '|' order by t::text)), '')
              from %s t where project_id = :project
            """
                .formatted(table))
        .param("project", project.value())
        .query((row, _) -> row.getString(1))
        .single();
  }
}
