package ghostwriter.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

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

  /// Reads `DATABASE_URL`, or the file that `DATABASE_URL_FILE` names. Starts the embedded cluster
  /// where neither is set; a server of one's own gets some seconds to answer, since it may be
  /// starting at the same time.
  ///
  /// @throws StartRefused where the setting cannot be read, the server does not let us in, or the
  ///   cluster does not start
  public static Database open(DataFolder folder, Map<String, String> environment) {
    return open(folder, setting(environment));
  }

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

  private static String setting(Map<String, String> environment) {
    var url = environment.getOrDefault("DATABASE_URL", "");
    var file = environment.getOrDefault("DATABASE_URL_FILE", "");
    if (!url.isBlank() || file.isBlank()) {
      return url;
    }
    try {
      return Files.readString(Path.of(file));
    } catch (IOException | RuntimeException e) {
      throw StartRefused.badSetting(
          "DATABASE_URL_FILE names %s, which cannot be read.".formatted(file));
    }
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
