package ghostwriter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path place;

  @Test
  void liesWhereItWasAskedFor() {
    var asked = DataFolder.locate(Path.of("books"), Map.of("XDG_DATA_HOME", "/shared"));

    assertThat(asked).isEqualTo(Path.of("books").toAbsolutePath());
  }

  @Test
  void liesAmongThePersonsDataOtherwise() {
    assertThat(DataFolder.locate(null, Map.of("XDG_DATA_HOME", "/shared", "HOME", "/home/ann")))
        .isEqualTo(Path.of("/shared/ghostwriter"));
    assertThat(DataFolder.locate(null, Map.of("HOME", "/home/ann")))
        .isEqualTo(Path.of("/home/ann/.local/share/ghostwriter"));
    assertThat(DataFolder.locate(null, Map.of("XDG_DATA_HOME", "relative", "HOME", "/home/ann")))
        .isEqualTo(Path.of("/home/ann/.local/share/ghostwriter"));
  }

  @Test
  void isForItsOwnerAlone() throws IOException {
    try (var folder = DataFolder.open(place.resolve("deep/data"))) {
      folder.token();

      assertThat(permissions(folder.path())).isEqualTo("rwx------");
      assertThat(permissions(folder.path().resolve("token"))).isEqualTo("rw-------");
      assertThat(permissions(folder.path().resolve("lock"))).isEqualTo("rw-------");
    }
  }

  @Test
  void isOpenOnlyOnceAndSaysWhereTheOtherServerAnswers() {
    try (var first = DataFolder.open(place)) {
      assertThatThrownBy(() -> DataFolder.open(place))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("is in use by process " + ProcessHandle.current().pid());

      first.announce(URI.create("http://127.0.0.1:8080"));

      assertThatThrownBy(() -> DataFolder.open(place))
          .hasMessageContaining("is in use by the server at http://127.0.0.1:8080");
    }
  }

  @Test
  void canBeOpenedAgainOnceItWasClosed() {
    DataFolder.open(place).close();
    DataFolder.open(place).close();

    assertThat(place.resolve("server.json")).doesNotExist();
  }

  @Test
  void forgetsTheAddressOfAServerThatWasKilled() throws IOException {
    Files.writeString(place.resolve("server.json"), "{}");

    try (var _ = DataFolder.open(place)) {
      assertThat(place.resolve("server.json")).doesNotExist();
    }
  }

  @Test
  void keepsOneTokenForever() throws IOException {
    var token = tokenOfOneLife();

    assertThat(tokenOfOneLife()).isEqualTo(token).hasSize(43);
    assertThat(Files.readString(place.resolve("token"))).isEqualTo(token + "\n");
  }

  @Test
  void keepsOneEngineKeyForever() throws IOException {
    String key = engineKeyOfOneLife();

    assertThat(engineKeyOfOneLife()).isEqualTo(key).hasSize(43).isNotEqualTo(tokenOfOneLife());
    assertThat(permissions(place.resolve("engine-key"))).isEqualTo("rw-------");
  }

  private String engineKeyOfOneLife() {
    try (var folder = DataFolder.open(place)) {
      return folder.engineKey();
    }
  }

  private String tokenOfOneLife() {
    try (var folder = DataFolder.open(place)) {
      return folder.token();
    }
  }

  @Test
  void saysSoWhereNoFolderCanBe() throws IOException {
    var file = Files.writeString(place.resolve("file"), "in the way");

    assertThatThrownBy(() -> DataFolder.open(file.resolve("data")))
        .isInstanceOf(StartRefused.class)
        .hasMessageContaining("cannot be used")
        .hasMessageContaining("choose another one with --data");
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
