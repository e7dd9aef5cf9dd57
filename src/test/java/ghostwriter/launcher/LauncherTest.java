package ghostwriter.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real script in a checkout where Java, Maven and Node are stand-ins that note how they were
/// called.
class LauncherTest {
  private static final String JAVA =
      """
      #!/bin/sh
      echo "java $*" >>"$HOME/log"
      case "$*" in
        *jarmode=tools*)
          while [ "$1" != --destination ]; do shift; done
          echo jar >"$2/ghostwriter.jar" ;;
        *--train*)
          [ ! -e "$HOME/no-training" ] || exit 1
          for word; do case $word in -XX:AOTCacheOutput=*) echo learnt >"${word#*=}" ;; esac; done ;;
        *) echo "served by $$"; exit 7 ;;
      esac
      """;
  private static final String MAVEN =
      """
      #!/bin/sh
      echo "maven $*" >>"$HOME/log"
      [ ! -e broken ] || { echo "[ERROR] it does not compile"; exit 1; }
      mkdir -p target && echo jar >target/ghostwriter-0.jar
      """;

  private record Run(int status, String out, String err, long pid) {}

  @TempDir private Path home;
  private Path checkout;
  private Path log;

  @BeforeEach
  void aCheckoutWithStandIns() throws IOException {
    checkout = Files.createDirectories(home.resolve("check out"));
    log = home.resolve("log");
    for (var part :
        List.of(
            "ghostwriter",
            "src/launcher/machine.sh",
            "src/launcher/build.sh",
            "src/launcher/tests.sh")) {
      var copy = checkout.resolve(part);
      Files.createDirectories(copy.resolveSibling(""));
      Files.copy(Path.of(part), copy);
    }
    Files.createDirectories(home.resolve(".m2/wrapper/dists"));
    write("check out/pom.xml", "<project/>");
    write("check out/src/main/java/A.java", "class A {}");
    write("check out/src/workspace/a.ts", "export {}");
    program("check out/mvnw", MAVEN);
    program("jdk/bin/java", JAVA);
    program("jdk/bin/javac", "#!/bin/sh\n");
    write("jdk/release", "JAVA_VERSION=\"25.0.9\"\n");
    program("bin/node", "#!/bin/sh\necho v22.12.0\n");
  }

  @Test
  void buildsWhatIsMissingAndBecomesTheServer() throws Exception {
    var run = run("up", "--port", "8080", "--data", "a b");

    assertThat(run.out()).isEqualTo("served by " + run.pid() + "\n");
    assertThat(run.status()).isEqualTo(7);
    assertThat(calls())
        .satisfiesExactly(
            maven -> assertThat(maven).startsWith("maven ").endsWith(" package"),
            unpack -> assertThat(unpack).contains("-Djarmode=tools"),
            train -> assertThat(train).contains("--train"),
            serve ->
                assertThat(serve)
                    .contains("-XX:AOTCache=")
                    .endsWith("ghostwriter.Ghostwriter --port 8080 --data a b"));
  }

  @Test
  void buildsNothingWhereNothingHasChanged() throws Exception {
    run("up");
    Files.delete(log);

    assertThat(run("up").err()).isEmpty();

    assertThat(calls()).singleElement().asString().contains("ghostwriter.Ghostwriter");
  }

  @Test
  void buildsAgainWhereASourceIsNewer() throws Exception {
    run("up");
    Files.setLastModifiedTime(
        checkout.resolve("src/workspace/a.ts"), FileTime.from(Instant.now().plusSeconds(5)));

    run("up");

    assertThat(calls()).filteredOn(call -> call.startsWith("maven")).hasSize(2);
  }

  @Test
  void buildsAgainWhereASourceIsGone() throws Exception {
    write("check out/src/main/java/b/B.java", "class B {}");
    run("up");
    Files.delete(checkout.resolve("src/main/java/b/B.java"));

    run("up");

    assertThat(calls()).filteredOn(call -> call.startsWith("maven")).hasSize(2);
  }

  @Test
  void startsNothingWhereTheBuildFails() throws Exception {
    write("check out/broken", "");

    var run = run("up");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("it does not compile").contains("The build failed");
    assertThat(checkout.resolve("target/app/current")).doesNotExist();
  }

  @Test
  void runsAlsoWhereJavaDidNotLearnToStartFast() throws Exception {
    write("no-training", "");

    var run = run("up");

    assertThat(run.status()).isEqualTo(7);
    assertThat(calls().getLast()).doesNotContain("AOTCache").contains("ghostwriter.Ghostwriter");
  }

  @Test
  void takesOverFromABuildThatWasKilled() throws Exception {
    var dead = new ProcessBuilder("true").start();
    dead.waitFor();
    write("check out/target/.building/pid", dead.pid() + "\n");

    assertThat(run("up").status()).isEqualTo(7);

    assertThat(checkout.resolve("target/.building")).doesNotExist();
  }

  @Test
  void keepsOnlyThisBuildAndTheOneBefore() throws Exception {
    for (int build = 1; build <= 4; build++) {
      write("check out/src/main/java/A.java", "class A { int build = " + build + "; }");
      run("up");
    }

    try (var builds = Files.list(checkout.resolve("target/app"))) {
      assertThat(builds.filter(Files::isDirectory)).hasSize(2);
    }
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    var link = Files.createSymbolicLink(home.resolve("gw"), checkout.resolve("ghostwriter"));

    assertThat(runProgram(link, "up").status()).isEqualTo(7);
  }

  @Test
  void keepsItsOwnSettingsFromTheServer() throws Exception {
    program("jdk/bin/java", JAVA.replace("served by $$", "$(env | grep -c GHOSTWRITER_)"));

    assertThat(run("up").out()).isEqualTo("0\n");
    assertThat(calls().getLast()).contains("-Xmx512m").contains("-Dmore=1");
  }

  @Test
  void showsWhatItCanDo() throws Exception {
    var run = run("help");

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("./ghostwriter up").contains("./ghostwriter test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "up --help",
        "up --port 80 -h",
        "write --help",
        "write talk.txt --help",
        "link --help",
        "queue show --help",
        "test --help",
        "bench --help"
      })
  void showsItAlsoToWhoAsksACommand(String line) throws Exception {
    var run = run(line.split(" ", -1));

    assertThat(run.status()).isZero();
    assertThat(run.out()).contains("./ghostwriter up").contains("./ghostwriter test");
    assertThat(run.err()).isEmpty();
    assertThat(log).doesNotExist();
  }

  @Test
  void leadsToTheQueue() throws Exception {
    run("queue", "show", "--json");

    assertThat(calls().getLast()).endsWith("ghostwriter.cli.CommandLine queue show --json");
  }

  @Test
  void passesOnAFileThatIsCalledLikeACallForHelp() throws Exception {
    run("write", "--", "--help");

    assertThat(calls().getLast()).endsWith("ghostwriter.cli.CommandLine write -- --help");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sing", "test --fast"})
  void refusesWhatItDoesNotKnow(String line) throws Exception {
    var run = run(line.isEmpty() ? new String[0] : line.split(" ", -1));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("./ghostwriter up");
    assertThat(log).doesNotExist();
  }

  private Run run(String... words) throws Exception {
    return runProgram(checkout.resolve("ghostwriter"), words);
  }

  private Run runProgram(Path program, String... words) throws Exception {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(words));
    var err = home.resolve("err");
    var builder = new ProcessBuilder(command).directory(home.toFile()).redirectError(err.toFile());
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("GHOSTWRITER_"));
    environment.put("PATH", home.resolve("bin") + ":/usr/bin:/bin");
    environment.put("HOME", home.toString());
    environment.put("JAVA_HOME", home.resolve("jdk").toString());
    environment.put("GHOSTWRITER_LAUNCHER_HEAP", "512m");
    environment.put("GHOSTWRITER_LAUNCHER_JAVA_OPTIONS", "-Dmore=1");
    var process = builder.start();
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), out, Files.readString(err), process.pid());
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(log);
  }

  private void write(String name, String text) throws IOException {
    var file = home.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }

  private void program(String name, String text) throws IOException {
    write(name, text);
    Files.setPosixFilePermissions(home.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
