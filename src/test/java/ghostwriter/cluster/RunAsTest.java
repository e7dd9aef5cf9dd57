package ghostwriter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the cluster runs where we are root. On a machine where we are not, there is nothing to
/// choose.
class RunAsTest {
  private static final Path PROGRAM = Path.of("/bin/true");

  /// The user `daemon`, on Linux as on macOS.
  private static final int SOMEBODY = 1;

  private static final int NAMELESS = 54_321;

  @TempDir private Path place;

  @BeforeEach
  void onlyRootHasToChoose() {
    assumeTrue(new UnixSystem().getUid() == 0, "not root");
  }

  @Test
  void becomesTheOwnerOfTheDataFolder() throws IOException {
    var folder = folder("rwx------");
    own(folder, SOMEBODY);

    assertThat(RunAs.choose(folder, folder.resolve("cluster"), PROGRAM, List.of("nobody")).uid())
        .isEqualTo(SOMEBODY);
    assertThat(permissions(folder)).isEqualTo("rwx------");
  }

  @Test
  void staysWithTheOwnerOfAnExistingCluster() throws IOException {
    var folder = folder("rwx--x--x");
    var cluster = Files.createDirectory(folder.resolve("cluster"));
    own(cluster, SOMEBODY);

    assertThat(RunAs.choose(folder, cluster, PROGRAM, List.of("nobody")).uid()).isEqualTo(SOMEBODY);
  }

  @Test
  void letsASystemUserWalkThroughTheFolderButNotReadIt() throws IOException {
    open(place);
    var folder = folder("rwx------");

    var chosen =
        RunAs.choose(folder, folder.resolve("cluster"), PROGRAM, List.of("no-such-user", "nobody"));

    assertThat(chosen.prefix()).startsWith("setpriv");
    assertThat(permissions(folder)).isEqualTo("rwx-----x");
  }

  @Test
  void hidesThatItIsRootWhereNoOtherUserCanReachTheFolder() throws IOException {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));
    var folder = folder("rwx------");

    var chosen = RunAs.choose(folder, folder.resolve("cluster"), PROGRAM, List.of("nobody"));

    assertThat(chosen.prefix()).startsWith("unshare");
    assertThat(permissions(folder)).isEqualTo("rwx------");
  }

  @Test
  void passesOverAnOwnerWithoutAName() throws IOException {
    var folder = folder("rwx------");
    own(folder, NAMELESS);

    assertThat(RunAs.choose(folder, folder.resolve("cluster"), PROGRAM, List.of("nobody")).uid())
        .isNotEqualTo(NAMELESS);
  }

  @Test
  void saysWhatToDoWhereNoWayIsOpen() throws IOException {
    var folder = folder("rwx------");

    assertThatThrownBy(
            () -> RunAs.choose(folder, folder, Path.of("/no/such/program"), List.of("nobody")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("does not run as root; start as an ordinary user");
  }

  @Test
  void startsTheClusterInAFolderThatOnlyRootCanReach() throws Exception {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwx------"));

    startAndStopIn(folder("rwx------"));
  }

  @Test
  void startsTheClusterInSomebodysFolder() throws Exception {
    open(place);
    var folder = folder("rwx------");
    own(folder, SOMEBODY);

    startAndStopIn(folder);

    try (var files = Files.list(folder)) {
      assertThat(files.toList())
          .allSatisfy(file -> assertThat(Files.getAttribute(file, "unix:uid")).isEqualTo(SOMEBODY));
    }
  }

  private void startAndStopIn(Path path) {
    var programs = EmbeddedPostgresqlTest.PROGRAMS;
    for (int life = 1; life <= 2; life++) {
      try (var folder = DataFolder.open(path);
          var cluster = EmbeddedPostgresql.start(folder, Durability.THROWAWAY, programs)) {
        folder.token();
        assertThat(cluster.adopted()).isFalse();
      }
    }
  }

  private Path folder(String mode) throws IOException {
    var folder = Files.createDirectory(place.resolve("data"));
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(mode));
  }

  private static void open(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void own(Path file, int uid) throws IOException {
    Files.setAttribute(file, "unix:uid", uid);
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
