package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.queue.JobRecord;
import ghostwriter.queue.JobStatus;
import ghostwriter.testing.SteppingClock;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ProjectId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// More is told than the packs of one update hold.
class LongTellingTest {
  private static final String WORDS = "In year %d my mother worked at the mill and sang to us. ";

  private final Workbench bench = new Workbench(new SteppingClock());
  private ProjectId project;

  @BeforeEach
  void aBook() {
    project = bench.house.project("memoir").id();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void allOfItIsDraftedOnceInTheOrderItWasTold() {
    String[] turns = turns(60);
    bench.house.said(project, turns);
    JobRecord first = bench.draft(project, "all of it");

    assertThat(bench.texts(project)).containsExactlyInAnyOrder(turns);
    assertThat(told()).containsExactly(turns);
    assertThat(bench.model.asked).hasSizeBetween(2, turns.length - 1);
    assertThat(bench.house.queue.jobs(project, 100))
        .hasSameSizeAs(bench.model.asked)
        .allMatch(job -> job.status() == JobStatus.COMPLETE)
        .allMatch(job -> job.summary().equals(first.summary()));
  }

  @Test
  void aTurnLongerThanAPackIsReadAsFarAsItGoesAndTheNextOneStill() {
    String next = WORDS.formatted(2).repeat(8);
    String endless = WORDS.formatted(1).repeat(300);
    bench.model.then(_ -> ScriptedModel.drafted(List.of()));
    bench.model.then(_ -> ScriptedModel.drafted(List.of()));
    bench.house.said(project, endless, next);
    bench.draft(project, "all of it");

    assertThat(told()).containsExactly(endless, next);
    assertThat(bench.model.asked)
        .flatExtracting(Brief::sections)
        .flatExtracting(Brief.SectionBrief::evidence)
        .extracting(item -> item.text().text())
        .contains(next)
        .anyMatch(text -> endless.startsWith(text) && text.length() > endless.length() / 10);
  }

  @Test
  void whatIsSaidMeanwhileComesBehindIt() {
    String[] turns = turns(60);
    String late = WORDS.formatted(99);
    bench.house.said(project, turns);
    bench.model.then(brief -> {
      bench.house.said(project, late);
      return ScriptedModel.quoting(brief);
    });
    bench.draft(project, "all of it");

    assertThat(told()).hasSize(61).endsWith(late).doesNotHaveDuplicates();
  }

  @Test
  void whoeverReadsEverythingReadsItAtOnce() {
    bench.house.said(project, turns(60));
    bench.model.readsEverything = true;
    bench.draft(project, "all of it");

    assertThat(bench.model.asked).hasSize(1);
    assertThat(told()).hasSize(60);
  }

  private static String[] turns(int count) {
    return IntStream.range(0, count)
        .mapToObj(turn -> WORDS.formatted(1900 + turn).repeat(8))
        .toArray(String[]::new);
  }

  /// What the model was told as new, one update after the other.
  private List<String> told() {
    return bench.model.asked.stream()
        .flatMap(brief -> brief.material().stream())
        .filter(ConversationItem::client)
        .map(item -> item.text().text())
        .toList();
  }
}
