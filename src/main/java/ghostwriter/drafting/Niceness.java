package ghostwriter.drafting;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// Lets a thread that computes stand back behind those that answer somebody who talks.
///
/// On Linux a thread has a niceness of its own (sched(7), setpriority(2): `PRIO_PROCESS` with 0 is
/// the calling thread), and may always raise it; the threads that it starts inherit it. Elsewhere
/// nothing happens.
final class Niceness {
  /// Nice by this much, a thread gets a tenth of what another gets where both want to run, so that
  /// it waits but never starves.
  static final int OF_A_DRAFT = 10;

  private static final int PRIO_PROCESS = 0;
  private static final int CALLER = 0;
  private static final Optional<MethodHandle> SETPRIORITY =
      System.getProperty("os.name").equals("Linux") ? find() : Optional.empty();

  private Niceness() {}

  /// For the calling thread, for good. It has to be a platform thread: a virtual one shares its own
  /// with others.
  static void standBack() {
    SETPRIORITY.ifPresent(Niceness::call);
  }

  // Its result does not matter: a thread that may not stand back runs all the same.
  @SuppressWarnings("ReturnValueIgnored")
  private static void call(MethodHandle setpriority) {
    try {
      int _ = (int) setpriority.invokeExact(PRIO_PROCESS, CALLER, OF_A_DRAFT);
    } catch (Throwable impossible) {
      throw new IllegalStateException("setpriority cannot throw", impossible);
    }
  }

  @SuppressWarnings("restricted") // the server is started with native access
  private static Optional<MethodHandle> find() {
    Linker linker = Linker.nativeLinker();
    var form =
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
    return linker
        .defaultLookup()
        .find("setpriority")
        .map(function -> linker.downcallHandle(function, form));
  }
}
