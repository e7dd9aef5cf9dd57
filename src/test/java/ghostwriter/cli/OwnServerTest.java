package ghostwriter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What `write` does where no server runs. The launcher is a stand-in; what answers is scripted.
class OwnServerTest {
  private static final String LAUNCHER = "ghostwriter.launcher";

  @TempDir private Path place;
  private ScriptedServer server;
  private Path talk;

  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

  @BeforeEach
  void noServerRuns() throws IOException {
    server = new ScriptedServer();
    server.on(
        "POST /api/recordings",
        201,
        "{\"projectId\": \"p1\", \"jobId\": \"j1\", \"speakers\": []}");
    server.on("GET /api/projects/p1/jobs", 200, "[{\"id\": \"j1\", \"status\": \"complete\"}]");
    server.on("GET /api/projects/p1/export/markdown", 200, "# Boats\n");
    server.on("GET /api/projects/p1/document", 200, "{\"sections\": []}");
    Files.writeString(place.resolve("token"), ScriptedServer.TOKEN);
    talk = Files.writeString(place.resolve("talk.txt"), "Ann: I was born in Bergen.\n");
    launcherDoes(
        """
        echo "$*" >called
        echo $$ >lock
        echo '{"address": "%s", "pid": '$$', "parent": '$GHOSTWRITER_LAUNCHER_PARENT'}' >server.json
        exec sleep 600
        """
            .formatted(server.address()));
  }

  @AfterEach
  void theServerEnds() {
    System.clearProperty(LAUNCHER);
    server.close();
  }

  @Test
  void startsAServerAndEndsItAgain() throws IOException {
    assertThat(write(new PrintStream(progress))).isZero();

    assertThat(place.resolve("called")).hasContent("up --port 0 --data " + place);
    var pid = Long.parseLong(Files.readString(place.resolve("lock")).strip());
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void repeatsWhyTheServerDidNotStart() throws IOException {
    launcherDoes("echo 'a line of its log' >&2; echo 'Port 80 is taken.' >&2; exit 2");

    assertThat(write(new PrintStream(progress))).isEqualTo(2);

    assertThat(progress.toString(StandardCharsets.UTF_8)).isEqualTo("Port 80 is taken.\n");
  }

  @Test
  void waitsForAnotherCommandThatHasAServerOfItsOwn() throws Exception {
    var other = new ProcessBuilder("sleep", "600").start();
    announce(server.address().toString(), other.pid(), other.pid());

    assertThat(
            write(
                new OnceTold(
                    () -> other.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join())))
        .isZero();

    assertThat(progress.toString(StandardCharsets.UTF_8))
        .startsWith("Waiting for another command (process " + other.pid() + ")");
  }

  @Test
  void waitsForAServerThatIsEnding() throws Exception {
    Files.writeString(place.resolve("lock"), "4711\n");
    announce("http://127.0.0.1:1", ProcessHandle.current().pid(), 0);
    var lock = FileChannel.open(place.resolve("lock"), StandardOpenOption.WRITE);
    lock.lock();

    assertThat(write(new OnceTold(lock))).isZero();

    assertThat(progress.toString(StandardCharsets.UTF_8))
        .startsWith("Waiting for the server that is starting or ending (process 4711).");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1})
  void doesNotWaitForAStrangerWhoHasTheProcessIdOfAServerOfOld(long parent) throws IOException {
    var stranger = ProcessHandle.current().pid();
    Files.writeString(place.resolve("lock"), stranger + "\n");
    announce("http://127.0.0.1:1", stranger, parent);

    assertThat(write(new PrintStream(progress))).isZero();

    assertThat(progress.toString(StandardCharsets.UTF_8)).doesNotContain("Waiting");
  }

  /// Does something once the command has said that it waits.
  private final class OnceTold extends PrintStream {
    private final Closeable deed;

    OnceTold(Closeable deed) {
      super(progress, true, StandardCharsets.UTF_8);
      this.deed = deed;
    }

    @Override
    public void println(String sentence) {
      super.println(sentence);
      try {
        deed.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void announce(String address, long pid, long parent) throws IOException {
    Files.writeString(
        place.resolve("server.json"),
        "{\"address\": \"%s\", \"pid\": %d, \"parent\": %d}".formatted(address, pid, parent));
  }

  private int write(PrintStream told) {
    var terminal = new Terminal(new PrintStream(new ByteArrayOutputStream()), told);
    return new CommandLine(terminal, Map.of())
        .run(List.of("write", talk.toString(), "--data", place.toString()));
  }

  private void launcherDoes(String script) throws IOException {
    var launcher = place.resolve("launcher");
    Files.writeString(launcher, "#!/bin/sh\ncd '" + place + "'\n" + script);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
    System.setProperty(LAUNCHER, launcher.toString());
  }
}
