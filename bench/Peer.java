import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import ghostwriter.cluster.DatabaseAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/// db-scheduler with the same work: as many one-time tasks that do nothing, fetched by lock-and-fetch. Threads, limits and
/// pool as its documentation advises for throughput, virtual threads as it offers them.
final class Peer implements AutoCloseable {
  private static final int THREADS = 50;

  private final HikariDataSource database = new HikariDataSource();
  private volatile CountDownLatch left = new CountDownLatch(0);
  private final OneTimeTask<Void> nothing = Tasks.oneTime("nothing").execute((_, _) -> left.countDown());

  Peer(DatabaseAccess access) {
    database.setJdbcUrl(access.jdbcUrl());
    database.setUsername(access.user());
    database.setPassword(access.password());
    database.setMaximumPoolSize(40);
    for (String statement : SCHEMA.split(";")) {
      JdbcClient.create(database).sql(statement).update();
    }
  }

  /// As its documentation has it for PostgreSQL.
  private static final String SCHEMA =
      """
      create table scheduled_tasks (
        task_name text not null, task_instance text not null, task_data bytea,
        execution_time timestamp with time zone not null, picked boolean not null, picked_by text,
        last_success timestamp with time zone, last_failure timestamp with time zone, consecutive_failures int,
        last_heartbeat timestamp with time zone, version bigint not null, priority smallint,
        primary key (task_name, task_instance));
      create index execution_time_idx on scheduled_tasks (execution_time);
      create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)
      """;

  /// @return tasks a second
  double drain(int tasks) throws InterruptedException {
    List<TaskInstance<?>> waiting = new ArrayList<>();
    for (int i = 0; i < tasks; i++) {
      waiting.add(nothing.instance(UUID.randomUUID().toString()));
    }
    SchedulerClient.Builder.create(database, nothing).build().scheduleBatch(waiting, Instant.now());
    left = new CountDownLatch(tasks);
    Scheduler scheduler =
        Scheduler.create(database, nothing)
            .threads(THREADS)
            .executorService(Executors.newVirtualThreadPerTaskExecutor())
            .pollUsingLockAndFetch(1.0, 8.0)
            .pollingInterval(Duration.ofMillis(100))
            .build();
    long began = System.nanoTime();
    scheduler.start();
    if (!left.await(5, TimeUnit.MINUTES)) {
      throw new IllegalStateException("tasks are left over");
    }
    while (tasks() > 0) {}
    double took = (System.nanoTime() - began) / 1e9;
    scheduler.stop();
    return tasks / took;
  }

  private int tasks() {
    return JdbcClient.create(database).sql("select count(*) from scheduled_tasks").query(Integer.class).single();
  }

  @Override
  public void close() {
    database.close();
  }
}
