package ghostwriter.account;

import ghostwriter.feed.Transactions;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The door to people. Every method is one statement or joins the caller's transaction; safe for
/// many threads.
@Component
public class Accounts {
  /// How long an unused one-time link stays good.
  public static final Duration LINK_LIFE = Duration.ofHours(24);

  /// How long a browser stays signed in.
  public static final Duration SIGN_IN_LIFE = Duration.ofDays(30);

  private final JdbcClient sql;
  private final Ids ids;
  private final InstantSource clock;

  public Accounts(JdbcClient sql, Ids ids, InstantSource clock) {
    this.sql = sql;
    this.ids = ids;
    this.clock = clock;
  }

  public Person add(String name, boolean operator) {
    var person = new Person(new PersonId(ids.next()), name, operator);
    sql.sql(
            """
            insert into person (id, name, operator, created_at)
            values (:id, :name, :operator, :now)
            """)
        .param("id", person.id().value())
        .param("name", name)
        .param("operator", operator)
        .param("now", now())
        .update();
    return person;
  }

  /// The first operator, made where there is none yet.
  public Person firstOperator() {
    Transactions.require();
    sql.sql("select pg_advisory_xact_lock(hashtext('ghostwriter.first-operator'))")
        .query((_, _) -> "")
        .list();
    return sql.sql(
            """
            select id, name, operator from person where operator order by created_at, id limit 1
            """)
        .query((row, _) -> person(row))
        .optional()
        .orElseGet(() -> add("Operator", true));
  }

  /// Makes a one-time link for a person; links and sign-ins that are over go.
  public Secret newLink(PersonId person) {
    removeExpired();
    Secret link = Secret.random();
    sql.sql(
            """
            insert into sign_in_link (token_hash, person_id, expires_at)
            values (:hash, :person, :expires)
            """)
        .param("hash", link.hash())
        .param("person", person.value())
        .param("expires", later(LINK_LIFE))
        .update();
    return link;
  }

  /// Uses a one-time link up.
  ///
  /// @return the browser's new secret; empty where the link is unknown, used or too old
  public Optional<Secret> signIn(Secret link) {
    Transactions.require();
    return sql.sql(
            """
            update sign_in_link set used_at = :now
             where token_hash = :hash and used_at is null and expires_at > :now
            returning person_id
            """)
        .param("now", now())
        .param("hash", link.hash())
        .query(UUID.class)
        .optional()
        .map(this::newSignIn);
  }

  private Secret newSignIn(UUID person) {
    Secret cookie = Secret.random();
    sql.sql(
            """
            insert into sign_in (token_hash, person_id, created_at, expires_at)
            values (:hash, :person, :now, :expires)
            """)
        .param("hash", cookie.hash())
        .param("person", person)
        .param("now", now())
        .param("expires", later(SIGN_IN_LIFE))
        .update();
    return cookie;
  }

  public void signOut(Secret cookie) {
    sql.sql("delete from sign_in where token_hash = :hash").param("hash", cookie.hash()).update();
  }

  public Optional<Person> find(PersonId person) {
    return sql.sql("select id, name, operator from person p where id = :person")
        .param("person", person.value())
        .query((row, _) -> person(row))
        .optional();
  }

  /// The names of these people.
  public Map<PersonId, String> names(Collection<PersonId> people) {
    return sql
        .sql("select id, name, operator from person p where id = any(:people)")
        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query((row, _) -> person(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Person::id, Person::name));
  }

  public Optional<Person> byCookie(Secret cookie) {
    return sql.sql(
            """
            select p.id, p.name, p.operator
              from sign_in s join person p on p.id = s.person_id
             where s.token_hash = :hash and s.expires_at > :now
            """)
        .param("hash", cookie.hash())
        .param("now", now())
        .query((row, _) -> person(row))
        .optional();
  }

  public Optional<Person> byToken(Secret token) {
    return sql.sql(
            """
            select p.id, p.name, p.operator
              from access_token t join person p on p.id = t.person_id
             where t.token_hash = :hash
            """)
        .param("hash", token.hash())
        .query((row, _) -> person(row))
        .optional();
  }

  /// Makes a token known; again is no change.
  public void allow(Secret token, PersonId person) {
    sql.sql(
            """
            insert into access_token (token_hash, person_id, created_at)
            values (:hash, :person, :now)
            on conflict (token_hash) do nothing
            """)
        .param("hash", token.hash())
        .param("person", person.value())
        .param("now", now())
        .update();
  }

  public void addMember(ProjectId project, PersonId person, Role role) {
    sql.sql(
            """
            insert into membership (project_id, person_id, role) values (:project, :person, :role)
            on conflict (project_id, person_id) do update set role = excluded.role
            """)
        .param("project", project.value())
        .param("person", person.value())
        .param("role", role.name().toLowerCase(Locale.ROOT))
        .update();
  }

  /// What a person may do in a project; empty where it is none of their business.
  public Optional<Role> roleOf(Person person, ProjectId project) {
    if (person.operator()) {
      return Optional.of(Role.OPERATOR);
    }
    return sql.sql(
            """
            select role from membership where project_id = :project and person_id = :person
            """)
        .param("project", project.value())
        .param("person", person.id().value())
        .query(String.class)
        .optional()
        .map(role -> Role.valueOf(role.toUpperCase(Locale.ROOT)));
  }

  /// Whether a person may begin projects: operators and authors, not those who only review.
  public boolean mayBegin(Person person) {
    return person.operator()
        || sql.sql(
                """
                select exists (
                  select 1 from membership where person_id = :person and role = 'author')
                """)
            .param("person", person.id().value())
            .query(Boolean.class)
            .single();
  }

  /// The member of that name, so that somebody who lost a link is not let in as somebody else.
  public Optional<Person> memberNamed(ProjectId project, String name) {
    return sql.sql(
            """
            select p.id, p.name, p.operator
              from membership m join person p on p.id = m.person_id
             where m.project_id = :project and p.name = :name
             order by p.id limit 1
            """)
        .param("project", project.value())
        .param("name", name)
        .query((row, _) -> person(row))
        .optional();
  }

  public Optional<Person> operatorNamed(String name) {
    return sql.sql(
            """
            select id, name, operator from person
             where operator and name = :name order by id limit 1
            """)
        .param("name", name)
        .query((row, _) -> person(row))
        .optional();
  }

  public List<ProjectId> projectsOf(PersonId person) {
    return sql.sql("select project_id from membership where person_id = :person")
        .param("person", person.value())
        .query((row, _) -> new ProjectId(row.getObject(1, UUID.class)))
        .list();
  }

  /// The projects of which a person is an author.
  public List<ProjectId> writtenBy(PersonId person) {
    return sql.sql(
            """
            select project_id from membership where person_id = :person and role = 'author'
            """)
        .param("person", person.value())
        .query((row, _) -> new ProjectId(row.getObject(1, UUID.class)))
        .list();
  }

  private void removeExpired() {
    sql.sql("delete from sign_in_link where expires_at < :now").param("now", now()).update();
    sql.sql("delete from sign_in where expires_at < :now").param("now", now()).update();
  }

  private static Person person(ResultSet row) throws SQLException {
    return new Person(
        new PersonId(row.getObject("id", UUID.class)),
        row.getString("name"),
        row.getBoolean("operator"));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private OffsetDateTime later(Duration life) {
    Instant then = clock.instant().plus(life);
    return then.atOffset(ZoneOffset.UTC);
  }
}
