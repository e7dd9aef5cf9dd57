package ghostwriter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    Files.writeString(
        place.resolve("server.json"),
        "{\"address\": \"%s\", \"pid\": %d, \"parent\": %d}"
            .formatted(server.address(), other.pid(), other.pid()));

    assertThat(write(new EndingOnceTold(other))).isZero();

    assertThat(progress.toString(StandardCharsets.UTF_8))
        .startsWith("Waiting for another command (process " + other.pid() + ")");
  }

  @Test
  void waitsForAServerThatIsStarting() throws Exception {
    var starting = new ProcessBuilder("sleep", "600").start();
    Files.writeString(place.resolve("lock"), starting.pid() + "\n");

    assertThat(write(new EndingOnceTold(starting))).isZero();

    assertThat(progress.toString(StandardCharsets.UTF_8))
        .startsWith("Waiting for the server that is starting (process " + starting.pid() + ")");
  }

  /// Ends a process once the command has said that it waits.
  private final class EndingOnceTold extends PrintStream {
    private final Process process;

    EndingOnceTold(Process process) {
      super(progress, true, StandardCharsets.UTF_8);
      this.process = process;
    }

    @Override
    public void println(String sentence) {
      super.println(sentence);
      process.destroyForcibly().onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
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
