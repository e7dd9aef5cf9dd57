package ghostwriter.interview;

/// One connection to a provider. Safe for many threads; nothing it does blocks for long.
public interface Line extends AutoCloseable {
  /// Sends a command. On a line that is down it does nothing: [LineEvent.Down] has told so already.
  void send(LineCommand command);

  /// Hangs up. No event follows.
  @Override
  void close();

  /// Opens lines. One implementation a protocol.
  interface Provider {
    /// Starts to connect and returns at once; the listener hears [LineEvent.Up] or
    /// [LineEvent.Down].
    Line open(Listener listener);
  }

  /// Hears what comes over a line, in order, on the line's own thread.
  interface Listener {
    void on(Frame frame);
  }
}
