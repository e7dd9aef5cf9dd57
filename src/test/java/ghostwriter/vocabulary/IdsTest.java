package ghostwriter.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void idsOfOneMomentAreInTheOrderInWhichTheyWereMade() {
    var ids = new Ids(InstantSource.fixed(NOW));

    List<UUID> made = Stream.generate(ids::next).limit(10_000).toList();

    assertThat(made)
        .doesNotHaveDuplicates()
        .isSortedAccordingTo(Comparator.comparing(UUID::toString));
  }

  @Test
  void anIdTellsItsMomentAndItsVersion() {
    UUID id = new Ids(InstantSource.fixed(NOW)).next();

    assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOW.toEpochMilli());
    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }
}
