package ghostwriter.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Urgency;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LeaseTest {
  private static final Duration TOO_LATE = QueueRules.LEASE.plusMillis(1);

  private final Desk desk = new Desk();
  private ProjectId project;

  @BeforeEach
  void aliceRunsAJob() {
    desk.clear();
    project = desk.project();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void anotherWorkerTakesOverWhenTheLeaseRunsOut() {
    var first = aliceClaims();
    desk.clock.advance(TOO_LATE);

    assertThat(desk.queue.lost(10)).containsExactly(project);
    assertThat(desk.rescue(project)).isTrue();
    var second = desk.claim(Desk.BOB, 1).getFirst();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempts()).isEqualTo(2);
  }

  @Test
  void aWorkerThatBeatsKeepsItsJob() {
    aliceClaims();
    desk.clock.advance(QueueRules.LEASE);
    desk.queue.beat(Desk.ALICE);
    desk.clock.advance(QueueRules.LEASE);

    assertThat(desk.queue.lost(10)).isEmpty();
    assertThat(desk.rescue(project)).isFalse();
  }

  @Test
  void aWorkerThatSaidGoodbyeNeedNotBeWaitedFor() {
    aliceClaims();
    desk.queue.retire(Desk.ALICE);

    assertThat(desk.rescue(project)).isTrue();
  }

  @Test
  void aJobIsRescuedOnce() {
    aliceClaims();
    desk.clock.advance(TOO_LATE);

    assertThat(desk.rescue(project)).isTrue();
    assertThat(desk.rescue(project)).isFalse();
  }

  @Test
  void aJobThatTakesThreeWorkersWithItEndsInError() {
    var asked = desk.ask(project, Urgency.HIGH, "the harbour");
    for (int i = 0; i < 3; i++) {
      desk.queue.beat(Desk.ALICE);
      desk.claim();
      desk.clock.advance(TOO_LATE);
      desk.rescue(project);
    }

    assertThat(desk.record(project, asked.job()).status()).isEqualTo(JobStatus.ERROR);
    assertThat(desk.queue.due()).isZero();
  }

  @Test
  void oneLookFindsAtMostAsManyLostJobsAsItIsTold() {
    for (int i = 0; i < 3; i++) {
      desk.ask(desk.project(), Urgency.HIGH, "the harbour");
    }
    desk.claim(Desk.ALICE, 3);
    desk.clock.advance(TOO_LATE);

    assertThat(desk.queue.lost(2)).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("whatAZombieTries")
  void aWorkerThatLostItsJobChangesNothing(ZombieAct act) {
    var zombies = aliceClaims();
    desk.clock.advance(TOO_LATE);
    desk.rescue(project);
    desk.queue.beat(Desk.BOB);
    desk.claim(Desk.BOB, 1);

    refused(act, zombies);
  }

  @ParameterizedTest
  @MethodSource("whatAZombieTries")
  void aWorkerWhoseJobWaitsAgainChangesNothing(ZombieAct act) {
    var zombies = aliceClaims();
    desk.clock.advance(TOO_LATE);
    desk.rescue(project);

    refused(act, zombies);
  }

  @ParameterizedTest
  @MethodSource("whatAZombieTries")
  void aWorkerWhoseJobIsOverChangesNothing(ZombieAct act) {
    var job = aliceClaims();
    desk.finish(job);

    refused(act, job);
  }

  @ParameterizedTest
  @MethodSource("whatAZombieTries")
  void aWorkerWhoseProjectIsGoneIsToldSo(ZombieAct act) {
    var job = aliceClaims();
    desk.house.projects.remove(project);

    refused(act, job);
  }

  /// What a worker can write about its job.
  interface ZombieAct extends java.util.function.BiConsumer<DraftQueue, DraftJob> {}

  static Stream<Named<ZombieAct>> whatAZombieTries() {
    return Stream.of(
        Named.of("finish", (queue, job) -> queue.finish(job, Desk.DONE)),
        Named.of("fail", (queue, job) -> queue.fail(job, "busy", Duration.ZERO)),
        Named.of("give up", (queue, job) -> queue.giveUp(job, "refused")),
        Named.of("release", DraftQueue::release),
        Named.of("keep an answer", (queue, job) -> queue.keepAnswer(job, "{}", "{}")));
  }

  private void refused(ZombieAct act, DraftJob job) {
    var before = desk.everything(project);
    Consumer<DraftQueue> attempt = queue -> act.accept(queue, job);

    assertThatThrownBy(() -> desk.house.doInTransaction(() -> attempt.accept(desk.queue)))
        .isInstanceOf(LeaseLost.class);

    assertThat(desk.everything(project)).isEqualTo(before);
  }

  private DraftJob aliceClaims() {
    desk.ask(project, Urgency.HIGH, "the harbour");
    return desk.claim();
  }
}
