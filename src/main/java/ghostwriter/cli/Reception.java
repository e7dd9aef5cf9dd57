package ghostwriter.cli;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Leads a command to a server: the one that was named, the one that has the data folder open, or
/// one that is started for it.
///
/// What a folder says of its server may be out of date, and the process id in it a stranger's by
/// now. So a noted server counts only where it answers; otherwise the folder's lock decides whether
/// one is starting or ending, which is waited for. Of several commands that start at once on one
/// folder, the first one's server gets it; the others wait until that command has ended, since its
/// server ends with it.
final class Reception {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long LOOK_EVERY_MILLISECONDS = 50;
  private static final long KNOCK_EVERY_MILLISECONDS = 500;

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
        .or(() -> answering().filter(note -> note.parent() == 0).map(this::visit))
        .orElseThrow(() ->
            Stop.failed(
                "No server runs on %s; start one with ./ghostwriter up.".formatted(site.folder())));
  }

  /// A server that runs already, or else one of our own.
  Visit findOrStart() {
    return named().orElseGet(this::openOrStart);
  }

  private Visit openOrStart() {
    while (true) {
      var answering = answering();
      if (answering.filter(note -> note.parent() == 0).isPresent()) {
        return visit(answering.get());
      }
      var started = somebodyHas(answering) ? Optional.<Visit>empty() : startOwn();
      if (started.isPresent()) {
        return started.get();
      }
      terminal.pause(KNOCK_EVERY_MILLISECONDS);
    }
  }

  private Optional<Visit> named() {
    return arguments
        .one("--server")
        .map(text -> {
          var address = address(text);
          var server = new Server(address, tokenFor(address));
          server.requireAnswer();
          return new Visit(server, Optional.empty());
        });
  }

  private static URI address(String text) {
    try {
      var address = URI.create(text);
      if (address.getHost() != null && SCHEMES.contains(String.valueOf(address.getScheme()))) {
        return address;
      }
    } catch (IllegalArgumentException unreadable) {
      // Falls through to the same sentence.
    }
    throw Stop.badInput("--server needs an address such as http://127.0.0.1:8420.");
  }

  /// The operator's own token never leaves this machine unasked.
  private String tokenFor(URI address) {
    if (!arguments.has("--token") && !isThisMachine(address.getHost())) {
      throw Stop.badInput("Say with --token what lets you in at %s.".formatted(address));
    }
    return token();
  }

  private static boolean isThisMachine(String host) {
    try {
      return host.equalsIgnoreCase("localhost")
          || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }

  private String token() {
    var given = arguments.one("--token");
    if (given.filter(token -> !Server.isToken(token)).isPresent()) {
      throw Stop.badInput("What --token says is no token: one is a single word of plain ASCII.");
    }
    return given.orElseGet(site::token);
  }

  /// What the folder says of its server, where that answers.
  private Optional<Site.Note> answering() {
    return site.note().filter(this::answers);
  }

  private boolean answers(Site.Note note) {
    try {
      serverOf(note).requireAnswer();
      return true;
    } catch (Stop.NoServer nobody) {
      return false;
    }
  }

  private Visit visit(Site.Note note) {
    return new Visit(serverOf(note), Optional.empty());
  }

  private Server serverOf(Site.Note note) {
    return new Server(note.address(), token());
  }

  /// Whether to wait for somebody: for another command, which has a server that serves it alone, or
  /// for a server that is starting or ending. Past the deadline our own start says what is wrong.
  private boolean somebodyHas(Optional<Site.Note> answering) {
    if (answering.isPresent()) {
      tellOnce(
          "Waiting for another command (process %d), which works with this data folder.",
          answering.get().parent());
      return true;
    }
    if (!site.isHeld() || System.nanoTime() > deadline) {
      return false;
    }
    site.holder()
        .ifPresent(pid ->
            tellOnce("Waiting for the server that is starting or ending (process %d).", pid));
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
        var note = site.note().filter(ready -> ready.pid() == own.pid()).filter(this::answers);
        if (note.isPresent()) {
          return Optional.of(new Visit(serverOf(note.get()), Optional.of(own)));
        }
        terminal.pause(LOOK_EVERY_MILLISECONDS);
      }
    } catch (Stop stop) {
      own.close();
      throw stop;
    }
    if (site.isHeld() && System.nanoTime() < deadline) {
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
