package ghostwriter.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// The embedded cluster's folder: PostgreSQL's files in `data`, its log in `log`, and `password`.
/// All of it belongs to the user as whom the programs run.
record ClusterFiles(Path folder) {
  static final String USER = "ghostwriter";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  Path data() {
    return folder.resolve("data");
  }

  Path startLog() {
    return folder.resolve("log").resolve("start.log");
  }

  String password() throws IOException {
    return Files.readString(folder.resolve("password")).strip();
  }

  /// Makes a cluster where there is none. It gets its name `data` last, so that an interrupted
  /// start leaves nothing that looks whole.
  void createIfMissing(Programs programs, RunAs runAs, Durability durability) throws IOException {
    OwnedFiles.createFolder(folder);
    OwnedFiles.createFolder(folder.resolve("log"));
    OwnedFiles.giveToOwnerOfFolder(folder.resolve("log"));
    if (Files.exists(data().resolve("PG_VERSION"))) {
      giveTo(runAs);
      return;
    }
    var half = folder.resolve("data.new");
    OwnedFiles.removeTree(half);
    OwnedFiles.write(folder.resolve("password"), OwnedFiles.secret() + "\n");
    giveTo(runAs);
    initialise(half, programs, runAs, durability);
    Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void giveTo(RunAs runAs) throws IOException {
    if (!Files.getAttribute(folder, "unix:uid").equals(runAs.uid())) {
      var owner =
          folder
              .getFileSystem()
              .getUserPrincipalLookupService()
              .lookupPrincipalByName(Integer.toString(runAs.uid()));
      OwnedFiles.giveTree(folder, owner);
    }
  }

  private void initialise(Path half, Programs programs, RunAs runAs, Durability durability)
      throws IOException {
    var made =
        new Command(folder, PATIENCE)
            .run(
                runAs.prefix(),
                programs.program("initdb"),
                "--pgdata=" + half,
                "--username=" + USER,
                "--pwfile=" + folder.resolve("password"),
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                // Sorts and folds letters alike on every machine, whatever libraries it has.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                durability == Durability.DURABLE ? "--sync-method=fsync" : "--no-sync");
    if (!made.succeeded()) {
      throw StartRefused.failed(
          "PostgreSQL's files could not be created in %s: %s"
              .formatted(folder, lastLines(made.output().lines().toList())));
    }
  }

  /// Writes the whole configuration anew at each start, so that it is always this version's.
  void configure(int port, Durability durability) throws IOException {
    var file = data().resolve("postgresql.conf");
    Files.writeString(file, ClusterSettings.text(port, durability));
  }

  /// The last lines of PostgreSQL's log, which by its settings holds no statements and no values.
  String lastWords() {
    try (var logs = Files.list(folder.resolve("log"))) {
      var newest =
          logs.max(Comparator.comparingLong(log -> log.toFile().lastModified())).orElse(startLog());
      var lines = Files.exists(newest) ? Files.readAllLines(newest) : List.<String>of();
      return lastLines(lines);
    } catch (IOException unreadable) {
      return "no log";
    }
  }

  private static String lastLines(List<String> lines) {
    var told = lines.stream().filter(line -> !line.isBlank()).toList();
    return told.stream()
        .skip(Math.max(0, told.size() - 3))
        .map(line -> line.replaceFirst("^\\d{4}-\\S+ \\S+ \\S+ \\[\\d+] ", "").strip())
        .collect(Collectors.joining(" / "));
  }
}
