package ghostwriter.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestDatabase;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database that has recordings from before there were live sessions.
class MigrationTest {
  private static final UUID PROJECT = UUID.fromString("019a0000-0000-7000-8000-000000000001");
  private static final UUID SESSION = UUID.fromString("019a0000-0000-7000-8000-000000000002");

  @Test
  void recordingsOfBeforeAreReadAndSearchedAsEver() {
    DatabaseAccess access = inItsOwnSchema(TestDatabase.fresh());
    migrate(access, "10?");
    try (var pool = TestDatabase.pool(access)) {
      fill(JdbcClient.create(pool));
    }

    migrate(access, "latest");

    try (var house = new TestHouse(new SteppingClock(), access)) {
      var project = new ProjectId(PROJECT);
      var session = new SessionId(SESSION);
      assertThat(house.transcripts.ofProject(project))
          .extracting(ConversationItem::turn, item -> item.text().text())
          .containsExactly(tuple(1, "Wir fuhren zu den Häusern."), tuple(2, "Es regnete."));
      assertThat(house.transcripts.since(project, new Through(Map.of(session, 1))))
          .extracting(ConversationItem::turn)
          .containsExactly(2);
      assertThat(house.transcripts.settled(project).told()).containsExactly(Map.entry(session, 2));
      assertThat(house.transcripts.search(project, "Haus", 10)).hasSize(1);
      assertThat(house.transcripts.inspect(project)).isEmpty();
    }
  }

  private static DatabaseAccess inItsOwnSchema(DatabaseAccess access) {
    String sign = access.jdbcUrl().contains("?") ? "&" : "?";
    return new DatabaseAccess(
        access.jdbcUrl() + sign + "currentSchema=before,public", access.user(), access.password());
  }

  private static void migrate(DatabaseAccess access, String target) {
    Flyway.configure()
        .dataSource(access.jdbcUrl(), access.user(), access.password())
        .schemas("before")
        .target(target)
        .load()
        .migrate();
  }

  private static void fill(JdbcClient sql) {
    sql.sql(
            """
            insert into project (id, title, kind, language, created_at)
            values (:id, 'Ein Buch', 'memoir', 'de-AT', now())
            """)
        .param("id", PROJECT)
        .update();
    sql.sql(
            """
            insert into session
              (id, project_id, origin, name, status, settled_turn, started_at, finished_at)
            values (:id, :project, 'recording', 'talk.txt', 'finished', 2, now(), now())
            """)
        .param("id", SESSION)
        .param("project", PROJECT)
        .update();
    sql.sql(
            """
            insert into item
              (project_id, session_id, id, turn, role, speaker, client, mode, status, text, words, said_at)
            values
              (:project, :session, 'imported_1', 1, 'user', 'Eva', true, 'ghostwriting', 'completed',
               'Wir fuhren zu den Häusern.', 5, now()),
              (:project, :session, 'imported_2', 2, 'user', 'Eva', true, 'ghostwriting', 'completed',
               'Es regnete.', 2, now())
            """)
        .param("project", PROJECT)
        .param("session", SESSION)
        .update();
  }
}
