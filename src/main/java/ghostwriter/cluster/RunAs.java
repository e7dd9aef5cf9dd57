package ghostwriter.cluster;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// As whom the cluster's programs run: PostgreSQL refuses to run as root.
///
/// @param prefix goes before each command
/// @param uid the user who must own the cluster
record RunAs(List<String> prefix, int uid) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /// An ordinary user runs the programs directly. Root tries, in this order: the owner of an
  /// existing cluster; the data folder's owner; a system user, if that one can reach the folder; a
  /// user namespace in which root looks like nobody. Each way is tried out before it is taken.
  ///
  /// @param program one that must be executable that way
  static RunAs choose(Path dataFolder, Path cluster, Path program) throws IOException {
    var uid = (int) new UnixSystem().getUid();
    if (uid != 0) {
      return new RunAs(List.of(), uid);
    }
    return choose(dataFolder, cluster, program, List.of("postgres", "nobody"));
  }

  static RunAs choose(Path dataFolder, Path cluster, Path program, List<String> systemUsers)
      throws IOException {
    var root = new Root(new Command(dataFolder, PATIENCE), dataFolder, program);
    return Stream.of(
            () -> root.asOwnerOf(cluster),
            () -> root.asOwnerOf(dataFolder),
            () -> root.asSystemUser(systemUsers),
            (Way) root::unshared)
        .map(Way::find)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() ->
            StartRefused.failed(
                "PostgreSQL does not run as root; start as an ordinary user, or give the data folder %s to one with chown."
                    .formatted(dataFolder)));
  }

  private interface Way {
    Optional<RunAs> find();
  }

  private record Root(Command command, Path dataFolder, Path program) {
    Optional<RunAs> asOwnerOf(Path folder) {
      try {
        var uid = Files.isDirectory(folder) ? (int) Files.getAttribute(folder, "unix:uid") : 0;
        return uid == 0 ? Optional.empty() : as(uid);
      } catch (IOException | UnsupportedOperationException unknown) {
        return Optional.empty();
      }
    }

    Optional<RunAs> asSystemUser(List<String> names) {
      return names.stream()
          .map(this::uidOf)
          .flatMap(Optional::stream)
          .filter(uid -> uid != 0)
          .map(this::throughOurFolder)
          .flatMap(Optional::stream)
          .findFirst();
    }

    /// The folder is ours alone (0700), and a system user has to walk through it to the cluster. It
    /// is opened for walking through, not for reading, and only once all above it lets that user
    /// by.
    private Optional<RunAs> throughOurFolder(int uid) {
      try {
        var way = setpriv(uid);
        if (!works(way, "test", "-x", dataFolder.resolveSibling("").toString())) {
          return Optional.empty();
        }
        var mode = Files.getPosixFilePermissions(dataFolder);
        if (mode.add(PosixFilePermission.OTHERS_EXECUTE)) {
          Files.setPosixFilePermissions(dataFolder, mode);
        }
        return as(uid);
      } catch (IOException impossible) {
        return Optional.empty();
      }
    }

    Optional<RunAs> unshared() {
      var prefix = List.of("unshare", "-U", "--");
      return runs(prefix) ? Optional.of(new RunAs(prefix, 0)) : Optional.empty();
    }

    private Optional<RunAs> as(int uid) {
      var prefix = setpriv(uid);
      return runs(prefix) ? Optional.of(new RunAs(prefix, uid)) : Optional.empty();
    }

    private boolean runs(List<String> prefix) {
      // initdb also wants the user to have a name.
      return works(prefix, "id", "-un") && works(prefix, program.toString(), "--version");
    }

    private List<String> setpriv(int uid) {
      var group = number("id", "-g", Integer.toString(uid)).orElse(65_534);
      return List.of("setpriv", "--reuid=" + uid, "--regid=" + group, "--clear-groups", "--");
    }

    private Optional<Integer> uidOf(String name) {
      return number("id", "-u", name);
    }

    private Optional<Integer> number(String... question) {
      try {
        var answer = command.run(List.of(), question);
        return answer.succeeded()
            ? Optional.of(Integer.valueOf(answer.output().strip()))
            : Optional.empty();
      } catch (IOException | NumberFormatException unknown) {
        return Optional.empty();
      }
    }

    private boolean works(List<String> prefix, String... trial) {
      try {
        return command.run(prefix, trial).succeeded();
      } catch (IOException notThere) {
        return false;
      }
    }
  }
}
