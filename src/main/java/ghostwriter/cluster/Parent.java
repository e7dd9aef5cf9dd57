package ghostwriter.cluster;

/// The command that started this server for itself alone: the launcher passes its process id in the
/// system property `ghostwriter.parent`.
public final class Parent {
  private Parent() {}

  /// 0 where there is none.
  static long pid() {
    return Long.getLong("ghostwriter.parent", 0);
  }

  /// Runs `end` once the parent has ended, however it ended; never where there is none.
  public static void whenGone(Runnable end) {
    if (pid() != 0) {
      Thread.ofVirtual().name("parent").start(() -> awaitEnd(end));
    }
  }

  private static void awaitEnd(Runnable end) {
    ProcessHandle.of(pid()).ifPresent(parent -> parent.onExit().join());
    end.run();
  }
}
