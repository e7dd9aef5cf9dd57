package ghostwriter.cluster;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnockTest {
  @TempDir private Path place;

  @Test
  void saysWhatIsWrongWithADatabaseOfOnesOwn() {
    try (var folder = DataFolder.open(place);
        var cluster =
            EmbeddedPostgresql.start(
                folder, Durability.THROWAWAY, EmbeddedPostgresqlTest.PROGRAMS)) {
      var right = cluster.access();

      assertThatCode(() -> knock(right)).doesNotThrowAnyException();
      assertThatThrownBy(
              () -> knock(new DatabaseAccess(right.jdbcUrl(), right.user(), "a secret guess")))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining("does not let user ghostwriter in")
          .hasMessageNotContaining("secret");
      assertThatThrownBy(() ->
              knock(
                  new DatabaseAccess(
                      right.jdbcUrl().replace("/ghostwriter?", "/none?"),
                      right.user(),
                      right.password())))
          .hasMessageContaining("/none of DATABASE_URL does not exist.");
    }
  }

  @Test
  void saysWhereNobodyAnswers() {
    assertThatThrownBy(() -> knock(DatabaseUrl.parse("postgresql://ann:pw@127.0.0.1:1/books")))
        .isInstanceOf(StartRefused.class)
        .hasMessage("The database 127.0.0.1:1/books of DATABASE_URL does not answer.");
  }

  @Test
  void saysWhereSomebodyTakesTheCallAndSaysNothing() throws IOException {
    try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var url = "postgresql://ann:pw@127.0.0.1:" + silent.getLocalPort() + "/books";

      assertTimeoutPreemptively(
          Duration.ofSeconds(10),
          () ->
              assertThatThrownBy(() -> knock(DatabaseUrl.parse(url)))
                  .isInstanceOf(StartRefused.class)
                  .hasMessageEndingWith("/books of DATABASE_URL does not answer."));
    }
  }

  private static void knock(DatabaseAccess access) {
    Knock.at(access, Duration.ofMillis(100));
  }
}
