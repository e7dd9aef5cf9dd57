package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class NicenessTest {
  /// Where proc(5) has a thread's niceness, counted behind the name in brackets.
  private static final int FIELD = 19 - 3;

  private static final Pattern SPACE = Pattern.compile(" ");

  @Test
  void aThreadThatStandsBackIsNicerThanTheOthers() throws Exception {
    int here = niceness();
    var there =
        new FutureTask<>(() -> {
          Niceness.standBack();
          return niceness();
        });
    Thread.ofPlatform().start(there);

    assertThat(there.get()).isEqualTo(Niceness.OF_A_DRAFT);
    assertThat(niceness()).isEqualTo(here).isLessThan(Niceness.OF_A_DRAFT);
  }

  private static int niceness() throws IOException {
    String status = Files.readString(Path.of("/proc/thread-self/stat"));
    String fields = status.substring(status.lastIndexOf(')') + 2);
    return Integer.parseInt(List.of(SPACE.split(fields)).get(FIELD));
  }
}
