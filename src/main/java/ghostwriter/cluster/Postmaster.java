package ghostwriter.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// What `postmaster.pid` says about the process that has a cluster's files open.
record Postmaster(long pid, Path data, int port) {
  /// No system gives out a process id as high as this one.
  private static final String NOBODY = Integer.toString(Integer.MAX_VALUE - 1);

  static Path fileIn(Path data) {
    return data.resolve("postmaster.pid");
  }

  /// Empty where there is no such file, or one that is still being written.
  static Optional<Postmaster> read(Path data) {
    try {
      var lines = Files.readAllLines(fileIn(data));
      return lines.size() < 4
          ? Optional.empty()
          : Optional.of(
              new Postmaster(
                  Long.parseLong(lines.get(0).strip()),
                  Path.of(lines.get(1).strip()),
                  Integer.parseInt(lines.get(3).strip())));
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  boolean isAlive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
  }

  /// Whether the process that bears the number now was started on these files. After a restart of
  /// the machine it may be anybody.
  boolean servesFiles() {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().commandLine())
        .filter(command -> command.contains("postgres") && command.contains(data.toString()))
        .isPresent();
  }

  /// PostgreSQL takes any living process with the noted number for a postmaster and refuses to
  /// start. The file must stay, though: by its last lines PostgreSQL finds children of a dead
  /// postmaster that still write. So only the number is replaced, by one that nobody bears.
  void disown() throws IOException {
    var file = fileIn(data);
    var lines = Files.readAllLines(file);
    lines.set(0, NOBODY);
    // In place, so that the file keeps its owner.
    Files.write(file, lines, StandardOpenOption.TRUNCATE_EXISTING);
  }
}
