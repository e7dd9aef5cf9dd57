package ghostwriter.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/// The file that `-o` names. It is written whole or not at all.
///
/// @param shown the name as it was typed
record Output(String shown, Path file) {
  /// @throws Stop where it could not be written later
  static Output checked(String name) {
    try {
      var named = Path.of(name).toAbsolutePath();
      // What a link points to is written; the link stays.
      var file = Files.exists(named) ? named.toRealPath() : named.normalize();
      var folder = Objects.requireNonNullElse(file.getParent(), file);
      if (Files.isDirectory(file)) {
        throw Stop.badInput("%s is a folder; name a file with -o.".formatted(name));
      }
      if (!Files.isDirectory(folder)) {
        throw Stop.badInput("There is no folder %s to write into.".formatted(folder));
      }
      if (!Files.isWritable(isSpecial(file) ? file : folder)) {
        throw Stop.badInput("%s cannot be written.".formatted(name));
      }
      return new Output(name, file);
    } catch (InvalidPathException | IOException e) {
      throw Stop.badInput("%s cannot be written.".formatted(name));
    }
  }

  void write(byte[] content) {
    try {
      if (isSpecial(file)) {
        Files.write(file, content);
      } else {
        replace(content);
      }
    } catch (IOException e) {
      throw Stop.failed("%s could not be written.".formatted(shown));
    }
  }

  private void replace(byte[] content) throws IOException {
    var half =
        file.resolveSibling(
            "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    try {
      Files.write(half, content);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /// A device or a pipe such as /dev/stdout, which has to be written as it is.
  private static boolean isSpecial(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }
}
