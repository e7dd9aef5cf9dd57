package ghostwriter.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;

/// A server's data folder, seen from outside: who has it open, where the server answers, and the
/// token that opens it.
record Site(Path folder) {
  /// @param parent the command that started this server for itself alone, 0 where it serves anybody
  record Note(URI address, long pid, long parent) {}

  /// `--data`, otherwise `${XDG_DATA_HOME:-~/.local/share}/ghostwriter`.
  static Site of(Arguments arguments, Map<String, String> environment) {
    var asked = arguments.one("--data");
    if (asked.isPresent()) {
      return new Site(Path.of(asked.get()).toAbsolutePath().normalize());
    }
    var shared = environment.getOrDefault("XDG_DATA_HOME", "");
    var home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    var data = shared.startsWith("/") ? Path.of(shared) : Path.of(home, ".local", "share");
    return new Site(data.resolve("ghostwriter").toAbsolutePath());
  }

  /// What a server that is ready says about itself; empty where none is, or none any more.
  Optional<Note> note() {
    try {
      var json = Json.read(Files.readAllBytes(folder.resolve("server.json")));
      var note =
          new Note(
              URI.create(json.path("address").asString("")),
              json.path("pid").asLong(0),
              json.path("parent").asLong(0));
      return Optional.of(note).filter(told -> isAlive(told.pid()));
    } catch (IOException | JacksonException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /// Whether a server has the folder open, also before it is ready and while it ends.
  boolean isHeld() {
    try (var channel = FileChannel.open(folder.resolve("lock"));
        // Shared, and given back at once: a server that starts in this moment tries again.
        var free = channel.tryLock(0, Long.MAX_VALUE, true)) {
      return free == null;
    } catch (OverlappingFileLockException held) {
      return true;
    } catch (IOException noLock) {
      return false;
    }
  }

  /// The process that has the folder open or was the last to; empty where it did not say.
  OptionalLong holder() {
    try {
      return OptionalLong.of(Long.parseLong(Files.readString(folder.resolve("lock")).strip()));
    } catch (IOException | NumberFormatException nobody) {
      return OptionalLong.empty();
    }
  }

  /// @throws Stop where there is none that could be sent
  String token() {
    var file = folder.resolve("token");
    try {
      var token = Files.readString(file).strip();
      if (!Server.isToken(token)) {
        throw Stop.failed("The file %s holds no token.".formatted(file));
      }
      return token;
    } catch (IOException e) {
      throw Stop.failed(
          "The token %s cannot be read; say it with --token, or start the server as this user."
              .formatted(file));
    }
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }
}
