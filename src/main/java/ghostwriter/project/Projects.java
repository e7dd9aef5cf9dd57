package ghostwriter.project;

import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.feed.Transactions;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The door to projects. Safe for many threads.
@Component
public class Projects {
  private static final int REMOVALS = 5;
  private static final int MOST = 1_000;

  private final JdbcClient sql;
  private final Accounts accounts;
  private final Ids ids;
  private final InstantSource clock;
  private final List<Founding> foundings;

  public Projects(
      JdbcClient sql, Accounts accounts, Ids ids, InstantSource clock, List<Founding> foundings) {
    this.sql = sql;
    this.accounts = accounts;
    this.ids = ids;
    this.clock = clock;
    this.foundings = List.copyOf(foundings);
  }

  /// Makes a project with all that belongs to one; the person becomes its author.
  public Project create(String title, BookKind kind, Locale language, Person author) {
    Transactions.require();
    var id = new ProjectId(ids.next());
    var project = new Project(id, title, kind.id(), language, clock.instant());
    insert(project);
    accounts.addMember(id, author.id(), Role.AUTHOR);
    foundings.forEach(room -> room.founded(project, kind, author));
    return project;
  }

  private void insert(Project project) {
    sql.sql(
            """
            insert into project (id, title, kind, language, created_at)
            values (:id, :title, :kind, :language, :now)
            """)
        .param("id", project.id().value())
        .param("title", project.title())
        .param("kind", project.kind())
        .param("language", project.language().toLanguageTag())
        .param("now", project.createdAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  public Optional<Project> find(ProjectId id) {
    return sql.sql(
            """
            select id, title, kind, language, created_at from project where id = :id
            """)
        .param("id", id.value())
        .query((row, _) -> project(row))
        .optional();
  }

  /// What these projects are called; one that is gone is left out.
  public Map<ProjectId, String> titles(Collection<ProjectId> projects) {
    return named(List.copyOf(projects), projects.size()).stream()
        .collect(Collectors.toMap(Project::id, Project::title));
  }

  /// All that a person may see, newest first, at most 1,000: an operator sees every project.
  public List<Project> of(Person person) {
    return person.operator() ? all(MOST) : named(accounts.projectsOf(person.id()), MOST);
  }

  /// Those a person may write in, newest first.
  public List<Project> writable(Person person, int limit) {
    return person.operator() ? all(limit) : named(accounts.writtenBy(person.id()), limit);
  }

  private List<Project> all(int limit) {
    return sql.sql(
            """
            select id, title, kind, language, created_at from project order by id desc limit :limit
            """)
        .param("limit", limit)
        .query((row, _) -> project(row))
        .list();
  }

  private List<Project> named(List<ProjectId> projects, int limit) {
    return sql.sql(
            """
            select id, title, kind, language, created_at
              from project where id = any(:ids) order by id desc limit :limit
            """)
        .param("limit", limit)
        .param("ids", projects.stream().map(ProjectId::value).toArray(UUID[]::new))
        .query((row, _) -> project(row))
        .list();
  }

  /// Takes a project away with everything in it.
  ///
  /// @return whether there was one
  public boolean remove(ProjectId id) {
    for (int attempt = 1; attempt < REMOVALS; attempt++) {
      try {
        return delete(id);
      } catch (PessimisticLockingFailureException writer) {
        // Somebody writes in it and locks what stands in it before the project itself; the next one
        // is behind them.
      }
    }
    return delete(id);
  }

  private boolean delete(ProjectId id) {
    return sql.sql("delete from project where id = :id").param("id", id.value()).update() > 0;
  }

  private static Project project(ResultSet row) throws SQLException {
    return new Project(
        new ProjectId(row.getObject("id", UUID.class)),
        row.getString("title"),
        row.getString("kind"),
        Locale.forLanguageTag(row.getString("language")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
