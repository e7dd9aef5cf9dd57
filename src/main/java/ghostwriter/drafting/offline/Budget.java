package ghostwriter.drafting.offline;

/// How many words a run may add: 10 to 25 % of what the client said, but 500 at least and 4,000 at
/// most; a longer conversation is condensed more. A wish of the client's overrides all of it.
record Budget(int floor, int target, int ceiling) {
  private static final int LEAST = 500;
  private static final int MOST = 4_000;

  /// A lead-in that stays or goes when passages are joined moves the sum by a few words.
  private static final int SLACK = 8;

  /// @param wished how many words somebody asked for; 0 where nobody did
  static Budget of(int clientWords, int wished) {
    if (wished > 0) {
      return new Budget(wished, wished, wished);
    }
    int ceiling = Math.clamp(clientWords / 4 - SLACK, LEAST + 5 * SLACK, MOST);
    int floor = Math.clamp(clientWords / 10 + SLACK, LEAST + SLACK, ceiling);
    int target = (int) Math.clamp(clientWords * share(clientWords), floor, ceiling);
    return new Budget(floor, target, ceiling);
  }

  /// From 24 % of 3,000 words down to 13 % of 20,000.
  private static double share(int clientWords) {
    double long01 = Math.log(Math.max(1, clientWords) / 3_000.0) / Math.log(20_000.0 / 3_000.0);
    return 0.24 - 0.11 * Math.clamp(long01, 0, 1);
  }
}
