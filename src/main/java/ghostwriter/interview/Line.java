package ghostwriter.interview;

/// One connection to a provider. Safe for many threads; nothing it does blocks for long.
public interface Line extends AutoCloseable {
  /// Sends a command. On a line that is down it does nothing: [LineEvent.Down] has told so already.
  void send(LineCommand command);

  /// Hangs up. No event follows, but for one that is being told at this very moment.
  @Override
  void close();

  /// Opens lines. One implementation a protocol.
  interface Provider {
    /// Starts to connect and returns at once; the listener hears [LineEvent.Up] or
    /// [LineEvent.Down].
    Line open(Listener listener);
  }

  /// Hears what goes over a line.
  ///
  /// What the provider sends is told in its order by the line's own thread; where the listener
  /// keeps that waiting, the provider waits too. A command is told by the thread that sends it,
  /// before it leaves. Neither a command nor [LineEvent.Down], which is the last there is, may be
  /// kept waiting.
  interface Listener {
    void on(Frame frame);
  }
}
