package ghostwriter.cluster;

import java.time.Duration;

/// The database of this server: one's own where `DATABASE_URL` names it, otherwise the embedded
/// cluster in the data folder.
public final class Database implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final DatabaseAccess access;
  private final Runnable stop;

  private Database(DatabaseAccess access, Runnable stop) {
    this.access = access;
    this.stop = stop;
  }

  /// Opens the embedded cluster, or a server of one's own, which is asked whether it answers.
  ///
  /// @param url as in `DATABASE_URL`; blank for the embedded cluster
  public static Database open(DataFolder folder, String url) {
    if (!url.isBlank()) {
      var access = DatabaseUrl.parse(url);
      Knock.at(access, PATIENCE);
      return new Database(access, () -> {});
    }
    var cluster = EmbeddedPostgresql.start(folder, Durability.DURABLE);
    return new Database(cluster.access(), cluster::close);
  }

  public DatabaseAccess access() {
    return access;
  }

  /// Stops the embedded cluster politely; leaves a server of one's own alone. Close the connections
  /// first.
  @Override
  public void close() {
    stop.run();
  }
}
