package ghostwriter.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Recorded sessions, told again.
class ReplayTest {
  private static final int ORDERS = 200;

  static List<Trace> traces() {
    return Trace.all();
  }

  @ParameterizedTest
  @MethodSource("traces")
  void everyOrderThatCouldHaveBeenGivesTheSameTranscript(Trace trace) {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println(trace + ": -Dseed=" + seed);
    var random = new Random(seed);
    var retelling = new Retelling(trace.events());
    List<FoldedItem> asRecorded = fold(trace.events()).items();

    assertThat(asRecorded).isNotEmpty();
    for (int i = 0; i < ORDERS; i++) {
      List<RawEvent> retold = retelling.inAnyOrder(random);
      assertThat(retold).hasSameSizeAs(trace.events());
      assertThat(fold(retold).items()).as("order %d of seed %d", i, seed).isEqualTo(asRecorded);
    }
  }

  @Test
  void inventedSessionsTooGiveOneTranscriptAndItIsTheServers() {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("invented: -Dseed=" + seed);
    var random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      var talk = new InventedTalk(random);
      Fold asSaid = fold(talk.events());
      assertThat(asSaid.items())
          .as("session %d of seed %d", i, seed)
          .extracting(FoldedItem::id)
          .isEqualTo(talk.order());
      assertThat(asSaid.open()).isEmpty();
      var retelling = new Retelling(talk.events());
      for (int k = 0; k < 10; k++) {
        assertThat(fold(retelling.inAnyOrder(random)).items())
            .as("session %d, order %d of seed %d", i, k, seed)
            .isEqualTo(asSaid.items());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("traces")
  void everyFrameToldTwiceGivesTheSameTranscript(Trace trace) {
    List<RawEvent> twice = new ArrayList<>();
    trace.events().forEach(event -> twice.addAll(List.of(event, event)));

    assertThat(fold(twice).items()).isEqualTo(fold(trace.events()).items());
  }

  @ParameterizedTest
  @MethodSource("traces")
  void theWholeSessionToldTwiceGivesTheSameTranscript(Trace trace) {
    List<RawEvent> twice = new ArrayList<>(trace.events());
    twice.addAll(trace.events());

    assertThat(fold(twice).items()).isEqualTo(fold(trace.events()).items());
  }

  /// What a viewer pieces together from the changes alone.
  @ParameterizedTest
  @MethodSource("traces")
  void theChangesAddUpToTheTranscript(Trace trace) {
    var retold = new Retelling(trace.events()).inAnyOrder(new Random(7));
    List<FoldedItem> seen = new ArrayList<>();
    Fold fold = Fold.start();
    for (RawEvent event : retold) {
      Fold.Step step = fold.on(event);
      step.changes().forEach(change -> see(seen, change));
      fold = step.fold();
    }

    assertThat(seen).isEqualTo(fold.items());
  }

  @ParameterizedTest
  @MethodSource("traces")
  void everySettledItemIsToldOnceAndInOrder(Trace trace) {
    List<String> told =
        changes(trace.events()).stream()
            .filter(TranscriptChange.ItemTold.class::isInstance)
            .map(change -> change.item().id())
            .toList();

    assertThat(told).isEqualTo(fold(trace.events()).items().stream().map(FoldedItem::id).toList());
  }

  @Test
  void threeSpokenTurnsStandInTheirOrderThoughTheirWordsCameLate() {
    var trace = Trace.named("openai_ws_input_audio_retention_segments_three_server_vad_turns");

    assertThat(fold(trace.events()).items())
        .extracting(FoldedItem::role)
        .containsExactly(
            Role.USER, Role.ASSISTANT, Role.USER, Role.ASSISTANT, Role.USER, Role.ASSISTANT);
    assertThat(fold(trace.events()).items())
        .allSatisfy(item -> assertThat(item.state()).isEqualTo(ItemState.COMPLETED))
        .allSatisfy(item -> assertThat(item.text().isBlank()).isFalse());
  }

  @Test
  void aFailedTranscriptionLeavesATurnWithoutWordsAndTheAnswerStays() {
    var trace = Trace.named("azure_ws_audio_in_server_vad_transcription_requires_deployment");

    assertThat(fold(trace.events()).items())
        .extracting(FoldedItem::state)
        .containsExactly(ItemState.FAILED, ItemState.COMPLETED);
  }

  private static Fold fold(List<RawEvent> events) {
    Fold fold = Fold.start();
    for (RawEvent event : events) {
      fold = fold.on(event).fold();
    }
    return fold;
  }

  private static List<TranscriptChange> changes(List<RawEvent> events) {
    List<TranscriptChange> changes = new ArrayList<>();
    Fold fold = Fold.start();
    for (RawEvent event : events) {
      Fold.Step step = fold.on(event);
      changes.addAll(step.changes());
      fold = step.fold();
    }
    return changes;
  }

  private static void see(List<FoldedItem> seen, TranscriptChange change) {
    if (change instanceof TranscriptChange.ItemPlaced(var item, var after)) {
      seen.add(after.map(previous -> at(seen, previous) + 1).orElse(0), item);
    } else {
      seen.set(at(seen, change.item().id()), change.item());
    }
  }

  private static int at(List<FoldedItem> seen, String id) {
    int at = seen.stream().map(FoldedItem::id).toList().indexOf(id);
    assertThat(at).as("the place of %s", id).isNotNegative();
    return at;
  }
}
