package ghostwriter.drafting;

import ghostwriter.drafting.Victim.Fate;
import ghostwriter.drafting.Victim.Run;
import ghostwriter.queue.DatabaseTime;
import ghostwriter.queue.JobRecord;
import ghostwriter.queue.JobStatus;
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
  final Workbench bench = new Workbench(InstantSource.system());
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
      // The polite hand their jobs back at once, and the next victim would take them.
      if (victim.fate() != Fate.STOPPED) {
        victim.meetItsFate();
      }
    }
    for (Victim victim : victims) {
      if (victim.fate() == Fate.STOPPED) {
        victim.meetItsFate();
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

  JobRecord record(Run run) {
    return bench.record(run.project(), run.job());
  }

  /// From its worker's end to the begin of its last attempt.
  Duration takeover(Run run) {
    return Duration.between(victim(run).ended(), record(run).startedAt().orElseThrow());
  }

  int askedByItsVictim(Run run) {
    return victim(run).worker().timesAsked(run.job());
  }

  long askedAgain(Run run) {
    return bench.model.asked.stream()
        .filter(brief -> brief.material().getFirst().text().text().startsWith(run.name()))
        .count();
  }

  Victim victim(Run run) {
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
