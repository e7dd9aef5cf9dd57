package ghostwriter.interview.openai;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.Line;
import ghostwriter.interview.LineEvent.Up;
import ghostwriter.interview.Overheard;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A node holds a thousand lines.
class ManyLinesTest {
  private static final int LINES = 1_000;

  @Test
  void linesNeedNoThreadsOfThePlatform() {
    try (var provider =
        new ScriptedProvider(call -> {
          call.begin();
          call.hold();
        })) {
      var lines = Called.to(provider.address(), Called.PATIENT);
      List<Line> open = new ArrayList<>();
      hold(lines, 20, open);
      int threads = Thread.getAllStackTraces().size();

      hold(lines, LINES, open);

      assertThat(Thread.getAllStackTraces().size()).isLessThan(threads + 20);
      open.forEach(Line::close);
    }
  }

  private static void hold(RealtimeProvider lines, int count, List<Line> open) {
    List<Overheard> heard = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      heard.add(new Overheard());
      open.add(lines.open(heard.getLast()));
    }
    heard.forEach(one -> one.until(Up.class));
  }
}
