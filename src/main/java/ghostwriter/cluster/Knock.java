package ghostwriter.cluster;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;

/// Asks a database of one's own whether it lets us in, so that a wrong setting is one sentence and
/// not a server that fails later.
final class Knock {
  /// Nobody listens yet, or the server is coming up or going down (SQLSTATE classes 08 and 57P03).
  private static final Set<String> NOT_YET = Set.of("08001", "08004", "08006", "57P03");

  private Knock() {}

  /// @throws StartRefused where it refuses, or does not answer within `patience`
  static void at(DatabaseAccess access, Duration patience) {
    var deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      var left = secondsUntil(deadline);
      try (var connection = DriverManager.getConnection(access.jdbcUrl(), login(access, left))) {
        connection.isValid(left);
        return;
      } catch (SQLException e) {
        if (!isTooEarly(e) || System.nanoTime() > deadline) {
          throw refused(access, e);
        }
        Pause.briefly();
      }
    }
  }

  static boolean isTooEarly(SQLException e) {
    return NOT_YET.contains(String.valueOf(e.getSQLState()));
  }

  private static int secondsUntil(long deadline) {
    var left = Duration.ofNanos(deadline - System.nanoTime());
    return Math.clamp(left.plusMillis(999).toSeconds(), 1, Integer.MAX_VALUE);
  }

  /// Somebody may take the call and say nothing, so every step of it has an end.
  private static Properties login(DatabaseAccess access, int seconds) {
    var login = new Properties();
    login.setProperty("user", access.user());
    login.setProperty("password", access.password());
    var limit = Integer.toString(seconds);
    login.setProperty("loginTimeout", limit);
    login.setProperty("connectTimeout", limit);
    login.setProperty("socketTimeout", limit);
    return login;
  }

  private static StartRefused refused(DatabaseAccess access, SQLException e) {
    var place = access.jdbcUrl().replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*$", "");
    var why =
        switch (String.valueOf(e.getSQLState())) {
          case "28P01", "28000" -> "does not let user %s in".formatted(access.user());
          case "3D000" -> "does not exist";
          case "08001", "08004", "08006", "57P03" -> "does not answer";
          default -> "cannot be used (SQLSTATE %s)".formatted(e.getSQLState());
        };
    return StartRefused.failed("The database %s of DATABASE_URL %s.".formatted(place, why), e);
  }
}
