package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.Victim.Fate;
import ghostwriter.drafting.Victim.Run;
import ghostwriter.queue.DatabaseTime;
import ghostwriter.queue.JobRecord;
import ghostwriter.queue.JobStatus;
import ghostwriter.queue.QueueRules;
import ghostwriter.settings.Settings;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Worker processes that come to their ends while they hold jobs, on one database with a worker in
/// this process, which takes over.
final class Deaths implements AutoCloseable {
  private static final Duration TAKEN_OVER = QueueRules.LEASE.plusSeconds(2);

  private final Workbench bench = new Workbench(InstantSource.system());
  private final List<Victim> victims = new ArrayList<>();
  private final WorkerLoop survivor =
      new WorkerLoop(
          bench.drafts,
          bench.house.queue,
          new DatabaseTime(bench.house.sql, InstantSource.system()),
          bench.house.hints,
          bench.house.ids,
          Settings.from(Map.of()));

  /// @param steps where its runs are held
  Deaths with(Fate fate, List<Step> steps) throws SQLException {
    victims.add(new Victim(bench, fate, steps));
    return this;
  }

  /// All fates strike, others take over, whoever only stood still goes on: until all is over.
  Deaths play() throws SQLException {
    for (Victim victim : victims) {
      victim.work();
    }
    // Only now, as whoever works would take over what one that has ended held, and the polite hand
    // their jobs back at once.
    for (Fate fate : Fate.values()) {
      for (Victim victim : victims) {
        if (victim.fate() == fate) {
          victim.meetItsFate();
        }
      }
    }
    survivor.start();
    Victim.until(() -> runs().stream().allMatch(this::isComplete));
    victims.forEach(Victim::wakeUp);
    return this;
  }

  List<Run> runs() {
    return victims.stream().flatMap(victim -> victim.runs().stream()).toList();
  }

  private boolean isComplete(Run run) {
    return record(run).status() == JobStatus.COMPLETE;
  }

  private JobRecord record(Run run) {
    return bench.record(run.project(), run.job());
  }

  void assertAppliedOnceAndToldOnce(Run run) {
    assertThat(record(run).status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(bench.texts(run.project())).containsExactly(run.name() + " went to sea.");
    assertThat(bench.house.documents.history(run.project(), 10))
        .extracting(version -> version.job().orElse(null))
        .containsExactly(run.job(), null);
    assertThat(bench.progress(run.project())).hasSize(1);
  }

  void assertNoReceivedAnswerAskedForAgain(Run run) {
    assertThat(victim(run).worker().timesAsked(run.job())).isEqualTo(run.step().asked());
    assertThat(askedBySurvivor(run)).isEqualTo(run.step().askedAgain());
  }

  private long askedBySurvivor(Run run) {
    return bench.model.asked.stream()
        .filter(brief -> brief.material().getFirst().text().text().startsWith(run.name()))
        .count();
  }

  /// A job whose worker died began again in time; one whose worker was stopped politely was billed
  /// no attempt for it.
  void assertTakenOver(Run run) {
    boolean again = run.fate() != Fate.STOPPED && run.step() != Step.COMMITTED;

    assertThat(record(run).attempts()).isEqualTo(again ? 2 : 1);
    assertThat(takeover(run)).isLessThan(TAKEN_OVER);
  }

  /// From its worker's end to the begin of its last attempt.
  private Duration takeover(Run run) {
    return Duration.between(victim(run).ended(), record(run).startedAt().orElseThrow());
  }

  /// Whoever woke up after its lease was refused, whatever it was about.
  void assertRefused() {
    assertThat(victims)
        .filteredOn(victim -> victim.fate() == Fate.FROZEN)
        .allSatisfy(victim ->
            assertThat(victim.worker().timesRefused()).isGreaterThanOrEqualTo(victim.late()));
  }

  private Victim victim(Run run) {
    return victims.stream().filter(it -> it.runs().contains(run)).findFirst().orElseThrow();
  }

  @Override
  public void close() throws SQLException {
    if (survivor.isRunning()) {
      survivor.stop();
    }
    for (Victim victim : victims) {
      victim.close();
    }
    bench.close();
  }
}
