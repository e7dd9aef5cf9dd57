package ghostwriter.faults;

/// What breaks.
enum Fault {
  /// Between the interview and whoever asks the questions.
  PROVIDER_CUT,
  PROVIDER_CUT_IN_A_FRAME,
  /// Between the browser and the server: the stream, and whatever is being sent.
  BROWSER_CUT,
  BROWSER_CUT_IN_A_FRAME,
  /// All connections to the database, ended by its administrator.
  DATABASE_CONNECTIONS,
  /// Between the server and the database.
  DATABASE_CUT_IN_A_MESSAGE,
  /// `kill -9`, and started again.
  SERVER,
  /// PostgreSQL is restarted.
  DATABASE,
  /// Two at the same moment.
  PROVIDER_AND_DATABASE_CONNECTIONS,
  BROWSER_AND_PROVIDER,
  /// PostgreSQL is restarted while the server starts.
  SERVER_AND_DATABASE,
}
