package ghostwriter.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestDatabase;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ItemId;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnusedTest {
  private static final int SAID = 8_000;
  private static final int CITED = 2_000;

  /// From its sixth run on a connection the database may plan a statement without its values.
  private static final int RUNS = 9;

  private final TestHouse house = new TestHouse(new SteppingClock());

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aLongTalkIsLookedThroughQuicklyHoweverOftenItIsAskedFor() {
    var project = house.project("memoir").id();
    var talk =
        house.said(
            project,
            IntStream.rangeClosed(1, SAID)
                .mapToObj(i -> "We sailed past the island for the time number " + i + ".")
                .toArray(String[]::new));
    Set<ItemId> cited =
        IntStream.rangeClosed(1, CITED)
            .mapToObj(i -> new ItemId(talk, "imported_" + i))
            .collect(Collectors.toSet());
    var evidence = new Evidence(house.sql);

    long begin = System.nanoTime();
    for (int run = 0; run < RUNS; run++) {
      Unused unused = evidence.unused(project, cited, 50);

      assertThat(unused.items()).hasSize(50);
      assertThat(unused.items().getFirst().turn()).isEqualTo(CITED + 1);
      assertThat(unused.words()).isEqualTo(10 * (SAID - CITED));
      assertThat(unused.of()).isEqualTo(10 * SAID);
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
  }

  /// Otherwise as many who ask at once as there are connections would wait for each other.
  @Test
  void oneConnectionIsEnoughToAnswer() {
    var project = house.project("memoir").id();
    house.said(project, "We sailed past the island for the first time.");
    try (var pool = TestDatabase.pool(house.access)) {
      pool.setMaximumPoolSize(1);

      Unused unused = new Evidence(JdbcClient.create(pool)).unused(project, Set.of(), 50);

      assertThat(unused.items()).hasSize(1);
      assertThat(unused.words()).isEqualTo(9);
    }
  }
}
