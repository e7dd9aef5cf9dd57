import ghostwriter.cluster.DatabaseAccess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The least that a queue of this kind could write on the same database: a slot, a record, an event, and for a request what
/// was asked for and the number of the event. Nothing is checked, no row refers to another, nobody is told, the records have no
/// second index and what is asked for joins nothing. What is missed by this is missed by the measure, not by the queue.
final class Floor {
  private static final int BATCH = 64;

  private static final String TABLES =
      """
      drop table if exists floor_slot, floor_job, floor_request, floor_event;
      create table floor_slot (
        project uuid primary key, state text not null, due timestamptz not null, worker uuid, epoch bigint not null, job uuid,
        news bigint not null) with (fillfactor = 50);
      create index on floor_slot (due) where state = 'ready';
      create table floor_job (
        project uuid, id uuid, status text not null, summary text not null, pointers jsonb not null, through jsonb, usage jsonb,
        started timestamptz, ended timestamptz, primary key (project, id)) with (fillfactor = 50);
      create table floor_request (
        project uuid, hash bytea, job uuid not null, at timestamptz not null, primary key (project, hash));
      create table floor_event (
        project uuid, seq bigint, at timestamptz not null, kind text not null, payload jsonb not null,
        primary key (project, seq));
      create or replace function floor_ask(asking uuid, wished uuid, said text) returns void language plpgsql as $$
      declare
        number bigint;
      begin
        update floor_slot set state = 'ready', due = now(), job = wished, news = news + 1 where project = asking
          returning news into number;
        insert into floor_job (project, id, status, summary, pointers) values (asking, wished, 'queued', said, '[]');
        insert into floor_request values (asking, sha256(said::bytea), wished, now());
        insert into floor_event values (asking, number, now(), 'draftQueued', jsonb_build_object('jobId', wished));
      end
      $$
      """;

  private static final String CLAIM =
      """
      with chosen as (
        select project from floor_slot where state = 'ready' and due <= now() order by due limit ? for update skip locked),
      claimed as (
        update floor_slot set state = 'running', worker = ?, epoch = epoch + 1
         where project in (select project from chosen) returning project, job, epoch)
      select project, id, epoch, summary, pointers from claimed join floor_job using (project) where id = job
      """;

  private static final String END =
      """
      with ended as (select * from unnest(?, ?) as one (project, epoch)),
      closed as (
        update floor_slot slot set state = 'idle', worker = null, news = news + 1 from ended
         where slot.project = ended.project and slot.epoch = ended.epoch returning slot.project, slot.job, slot.news),
      complete as (
        update floor_job set status = 'complete', through = '{}', usage = '{}', started = now(), ended = now()
          from closed where floor_job.project = closed.project and floor_job.id = closed.job)
      insert into floor_event
      select project, news, now(), 'draftProgress', jsonb_build_object('jobId', job, 'status', 'completed') from closed
      """;

  private final DatabaseAccess access;

  Floor(DatabaseAccess access) {
    this.access = access;
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
  }

  /// Begins anew, with so many projects that rest, or that wait with a job each.
  void clear(int projects, boolean waiting) throws SQLException {
    try (Connection connection = connect(); var statement = connection.createStatement()) {
      statement.execute(TABLES);
      statement.execute(
          "insert into floor_slot select gen_random_uuid(), '%s', now(), null, 0, gen_random_uuid(), 0 from generate_series(1, %d)"
              .formatted(waiting ? "ready" : "idle", projects));
      statement.execute("insert into floor_job select project, job, 'queued', '', '[]' from floor_slot where state = 'ready'");
    }
  }

  /// The projects in an order that is nobody's.
  List<UUID> projects() throws SQLException {
    try (Connection connection = connect();
        ResultSet rows = connection.createStatement().executeQuery("select project from floor_slot")) {
      List<UUID> all = new ArrayList<>();
      while (rows.next()) {
        all.add(rows.getObject(1, UUID.class));
      }
      return all;
    }
  }

  /// Asks for a new draft in each of these, a transaction each.
  void ask(List<UUID> projects) throws SQLException {
    try (Connection connection = connect(); var ask = connection.prepareStatement("select floor_ask(?, ?, ?)")) {
      for (UUID project : projects) {
        ask.setObject(1, project);
        ask.setObject(2, UUID.randomUUID());
        ask.setString(3, "The harbour, and how we left it by boat.");
        ask.execute();
      }
    }
  }

  /// Claims and ends until nothing waits, many in one transaction each.
  void drain() throws SQLException {
    var worker = UUID.randomUUID();
    try (Connection connection = connect();
        var claim = connection.prepareStatement(CLAIM);
        var end = connection.prepareStatement(END)) {
      claim.setInt(1, BATCH);
      claim.setObject(2, worker);
      while (claimAndEnd(connection, claim, end) > 0) {}
    }
  }

  private static int claimAndEnd(Connection connection, PreparedStatement claim, PreparedStatement end)
      throws SQLException {
    List<UUID> projects = new ArrayList<>();
    List<Long> epochs = new ArrayList<>();
    try (ResultSet claimed = claim.executeQuery()) {
      while (claimed.next()) {
        projects.add(claimed.getObject("project", UUID.class));
        epochs.add(claimed.getLong("epoch"));
      }
    }
    end.setArray(1, connection.createArrayOf("uuid", projects.toArray()));
    end.setArray(2, connection.createArrayOf("bigint", epochs.toArray()));
    end.executeUpdate();
    return projects.size();
  }
}
