package ghostwriter.cluster;

/// How to connect to the database. The address holds no user and no password, and `toString` shows
/// none.
public record DatabaseAccess(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return "DatabaseAccess[" + jdbcUrl + ", user=" + user + "]";
  }
}
