package ghostwriter.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/// `server.json`: where the server that has the data folder open answers.
///
/// @param parent the command that started it for itself alone and will end it, 0 where it serves
///   anybody
record ServerNote(URI address, long pid, long parent) {
  private static final Pattern FORM =
      Pattern.compile(
          "\"address\"\\s*:\\s*\"([^\"\\\\]+)\".*\"pid\"\\s*:\\s*(\\d{1,10}).*\"parent\"\\s*:\\s*(\\d{1,10})",
          Pattern.DOTALL);

  static Optional<ServerNote> read(Path folder) {
    try {
      var found = FORM.matcher(Files.readString(folder.resolve("server.json")));
      return found.find()
          ? Optional.of(
              new ServerNote(
                  URI.create(found.group(1)),
                  Long.parseLong(found.group(2)),
                  Long.parseLong(found.group(3))))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  void write(Path folder) throws IOException {
    OwnedFiles.write(
        folder.resolve("server.json"),
        "{\"address\": \"%s\", \"pid\": %d, \"parent\": %d}\n".formatted(address, pid, parent));
  }
}
