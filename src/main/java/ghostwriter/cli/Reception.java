package ghostwriter.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Leads a command to a server: the one that was named, the one that has the data folder open, or
/// one that is started for it.
///
/// Of several commands that start at once on one folder, the first one's server gets it; the others
/// wait until that command has ended, since its server ends with it.
final class Reception {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long LOOK_EVERY_MILLISECONDS = 50;

  private final Arguments arguments;
  private final Site site;
  private final Terminal terminal;
  private final long deadline = System.nanoTime() + PATIENCE.toNanos();
  private boolean waitingWasTold;

  Reception(Arguments arguments, Site site, Terminal terminal) {
    this.arguments = arguments;
    this.site = site;
    this.terminal = terminal;
  }

  /// A server that runs already.
  Visit findRunning() {
    return named()
        .or(this::running)
        .orElseThrow(() ->
            Stop.failed(
                "No server runs on %s; start one with ./ghostwriter up.".formatted(site.folder())));
  }

  /// A server that runs already, or else one of our own.
  Visit findOrStart() {
    while (true) {
      var found = named().or(this::running);
      if (found.isPresent()) {
        return found.get();
      }
      var started = somebodyStarts() ? Optional.<Visit>empty() : startOwn();
      if (started.isPresent()) {
        return started.get();
      }
      terminal.pause(LOOK_EVERY_MILLISECONDS);
    }
  }

  private Optional<Visit> named() {
    return arguments
        .one("--server")
        .map(text -> {
          var server = new Server(address(text), token());
          server.requireAnswer();
          return new Visit(server, Optional.empty());
        });
  }

  private static URI address(String text) {
    try {
      var address = URI.create(text);
      if (address.getHost() != null && String.valueOf(address.getScheme()).startsWith("http")) {
        return address;
      }
    } catch (IllegalArgumentException unreadable) {
      // Falls through to the same sentence.
    }
    throw Stop.badInput("--server needs an address such as http://127.0.0.1:8080.");
  }

  private String token() {
    return arguments.one("--token").orElseGet(site::token);
  }

  private Optional<Visit> running() {
    return site.note()
        .filter(note -> note.parent() == 0)
        .map(note -> new Server(note.address(), token()))
        .map(server -> {
          server.requireAnswer();
          return new Visit(server, Optional.empty());
        });
  }

  /// A server that is not ready yet, or one that serves another command alone. Past the deadline
  /// the lock itself has to say whether the folder is free: the noted process may be a stranger.
  private boolean somebodyStarts() {
    var another = site.note().filter(note -> note.parent() != 0);
    if (another.isPresent()) {
      tellOnce(
          "Waiting for another command (process %d), which works with this data folder.",
          another.get().parent());
      return true;
    }
    var holder = site.holder();
    if (holder.isEmpty() || System.nanoTime() > deadline) {
      return false;
    }
    tellOnce("Waiting for the server that is starting (process %d).", holder.getAsLong());
    return true;
  }

  private void tellOnce(String sentence, long pid) {
    if (!waitingWasTold) {
      terminal.tell(sentence.formatted(pid));
      waitingWasTold = true;
    }
  }

  /// Empty where somebody else got the folder in the same moment.
  private Optional<Visit> startOwn() {
    var own = OwnServer.start(launcher(), site.folder());
    try {
      while (!own.hasEnded()) {
        var note = site.note().filter(ready -> ready.pid() == own.pid());
        if (note.isPresent()) {
          var server = new Server(note.get().address(), token());
          server.requireAnswer();
          return Optional.of(new Visit(server, Optional.of(own)));
        }
        terminal.pause(LOOK_EVERY_MILLISECONDS);
      }
    } catch (Stop stop) {
      own.close();
      throw stop;
    }
    if (site.holder().isPresent() && System.nanoTime() < deadline) {
      return Optional.empty();
    }
    throw own.whyItEnded();
  }

  private static Path launcher() {
    var launcher = System.getProperty("ghostwriter.launcher", "");
    if (launcher.isEmpty()) {
      throw Stop.failed("No server runs, and without ./ghostwriter none can be started.");
    }
    return Path.of(launcher);
  }
}
