package ghostwriter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The commands as they are typed, against a scripted server.
class CommandLineTest {
  private static final String IMPORTED =
      """
      {"projectId": "p1", "sessionId": "s1", "jobId": "j1", "title": "Boats", "kind": "article",
       "items": 393, "words": 22430, "speakers": [{"name": "Ann"}, {"name": "Bo"}]}
      """;
  private static final String DOCUMENT =
      "{\"sections\": [{\"blocks\": [{}, {}]}, {\"blocks\": []}, {\"blocks\": [{}]}]}";
  private static final String PROJECT = "/api/projects/p1";

  @TempDir private Path place;
  private ScriptedServer server;
  private Path data;
  private Path talk;

  private final ByteArrayOutputStream results = new ByteArrayOutputStream();
  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
  private final Terminal terminal =
      new Terminal(
          new PrintStream(results, true, StandardCharsets.UTF_8),
          new PrintStream(progress, true, StandardCharsets.UTF_8));

  @BeforeEach
  void aServerRunsOnTheDataFolder() throws IOException {
    server = new ScriptedServer();
    data = Files.createDirectory(place.resolve("data"));
    talk = Files.writeString(place.resolve("talk.txt"), "Ann: I was born in Bergen.\n");
    Files.writeString(data.resolve("token"), ScriptedServer.TOKEN + "\n");
    announce(server.address().toString(), ProcessHandle.current().pid(), 0);
  }

  private void announce(String address, long pid, long parent) throws IOException {
    Files.writeString(
        data.resolve("server.json"),
        "{\"address\": \"%s\", \"pid\": %d, \"parent\": %d}".formatted(address, pid, parent));
  }

  @AfterEach
  void theServerEnds() {
    server.close();
  }

  @Test
  void writesTheDocumentOfARecording() {
    theMainJobGoesWell();
    var out = place.resolve("out.md");

    assertThat(run("write", talk.toString(), "--title", "Boats & more", "-o", out.toString()))
        .isZero();

    assertThat(out).hasContent("# Boats\n\nZürich[^1]\n");
    assertThat(results.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(told())
        .containsExactly(
            "Read 393 turns by 2 speakers, 22,430 words.",
            "Drafting…",
            "Wrote 3 paragraphs in 2 sections to " + out + ".",
            "Project p1");
    assertThat(server.asked())
        .contains("POST /api/recordings?fileName=talk.txt&title=Boats%20%26%20more&kind=article")
        .noneMatch(request -> request.startsWith("DELETE"));
    assertThat(server.bodyOf("POST /api/recordings")).isEqualTo("Ann: I was born in Bergen.\n");
  }

  @Test
  void sendsAllThatWasSaidAboutTheRecording() {
    theMainJobGoesWell();

    run(
        "write",
        "--client=Ann",
        "--client",
        "Bo Öst",
        talk.toString(),
        "--kind=memoir",
        "--length",
        "900",
        "--language",
        "nb-no");

    assertThat(server.asked())
        .contains(
            "POST /api/recordings?fileName=talk.txt&kind=memoir&language=nb-NO&length=900&client=Ann&client=Bo%20%C3%96st");
  }

  @Test
  void writesToStandardOutputWhereNoFileWasNamed() {
    theMainJobGoesWell();

    assertThat(run("write", talk.toString())).isZero();

    assertThat(results.toString(StandardCharsets.UTF_8)).isEqualTo("# Boats\n\nZürich[^1]\n");
  }

  @Test
  void printsOneObjectWhereJsonIsWanted() {
    theMainJobGoesWell();

    assertThat(run("write", talk.toString(), "--json")).isZero();

    var object = Json.read(results.toByteArray());
    assertThat(object.path("projectId").asString()).isEqualTo("p1");
    assertThat(object.path("speakers").asInt()).isEqualTo(2);
    assertThat(object.path("paragraphs").asInt()).isEqualTo(3);
    assertThat(object.path("markdown").asString()).startsWith("# Boats");
  }

  @Test
  void joinsAProjectThatIsThere() {
    theMainJobGoesWell();

    assertThat(run("write", talk.toString(), "--project", "p1")).isZero();

    assertThat(server.asked()).contains("POST /api/recordings?fileName=talk.txt&projectId=p1");
  }

  @Test
  void looksForTheDraftTwiceASecondAtMost() {
    theMainJobGoesWell();
    var looks = new CopyOnWriteArrayList<Long>();
    server.before("GET " + PROJECT + "/jobs", () -> looks.add(System.nanoTime()));

    assertThat(run("write", talk.toString())).isZero();

    assertThat(looks).hasSize(3);
    // The server notes a look once it has come, so that two can seem a little closer.
    assertThat(Duration.ofNanos(looks.getLast() - looks.getFirst()))
        .isGreaterThan(Duration.ofMillis(950));
  }

  @Test
  void passesOnWhatTheServerHasToRemark() {
    server.on(
        "POST /api/recordings", 201, IMPORTED.replace("{\"p", "{\"notice\": \"No Welsh.\", \"p"));
    server.on("GET " + PROJECT + "/jobs", 200, job("complete", 1));
    theDocumentIsThere();

    assertThat(run("write", talk.toString())).isZero();

    assertThat(told()).contains("No Welsh.");
    assertThat(server.typeOf("POST /api/recordings")).isEqualTo("application/octet-stream");
  }

  @Test
  void repeatsTheServersSentenceWhereTheFileIsNoRecording() {
    server.problem("POST /api/recordings", 422, "The file holds no conversation.");
    var out = place.resolve("out.md");

    assertThat(run("write", talk.toString(), "-o", out.toString())).isEqualTo(2);

    assertThat(told()).containsExactly("The file holds no conversation.");
    assertThat(out).doesNotExist();
  }

  @Test
  void removesTheProjectWhereTheDraftFails() {
    server.on("POST /api/recordings", 201, IMPORTED);
    server.on("GET " + PROJECT + "/jobs", 200, job("queued", 0));
    server.on("GET " + PROJECT + "/jobs", 200, job("running", 1));
    server.on("GET " + PROJECT + "/jobs", 200, job("queued", 1));
    server.on("GET " + PROJECT + "/jobs", 200, job("error", 3));
    server.on("DELETE " + PROJECT, 204, "");
    var out = place.resolve("out.md");

    assertThat(run("write", talk.toString(), "-o", out.toString())).isEqualTo(1);

    assertThat(told())
        .endsWith(
            "Drafting…", "Drafting did not work; trying again…", "Drafting failed: model-busy.");
    assertThat(server.asked()).endsWith("DELETE " + PROJECT);
    assertThat(out).doesNotExist();
  }

  @Test
  void removesTheProjectWhenInterrupted() {
    server.on("POST /api/recordings", 201, IMPORTED);
    server.on("GET " + PROJECT + "/jobs", 200, job("running", 1));
    server.before("GET " + PROJECT + "/jobs", terminal::interrupt);
    server.on("DELETE " + PROJECT, 204, "");

    assertThat(run("write", talk.toString())).isEqualTo(130);

    assertThat(server.asked()).endsWith("DELETE " + PROJECT);
    assertThat(told()).endsWith("Interrupted.");
  }

  @Test
  void leavesAProjectThatWasThereBefore() {
    server.on("POST /api/recordings", 201, IMPORTED);
    server.on("GET " + PROJECT + "/jobs", 200, job("error", 3));

    assertThat(run("write", talk.toString(), "--project", "p1")).isEqualTo(1);

    assertThat(server.asked()).noneMatch(request -> request.startsWith("DELETE"));
  }

  @Test
  void followsTheJobIntoWhichItsOwnWasMerged() {
    server.on("POST /api/recordings", 201, IMPORTED);
    server.on(
        "GET " + PROJECT + "/jobs",
        200,
        "[{\"id\": \"j2\", \"status\": \"complete\"}, {\"id\": \"j1\", \"status\": \"cancelled\"}]");
    theDocumentIsThere();

    assertThat(run("write", talk.toString())).isZero();
  }

  @Test
  void waitsForTheDraftsThatGoOnWithWhatHadNoRoom() {
    server.on("POST /api/recordings", 201, IMPORTED);
    server.on("GET " + PROJECT + "/jobs", 200, jobs("running", "complete"));
    server.on("GET " + PROJECT + "/jobs", 200, jobs("running", "complete"));
    server.on("GET " + PROJECT + "/jobs", 200, jobs("running", "complete"));
    server.on("GET " + PROJECT + "/jobs", 200, jobs("complete", "complete"));
    theDocumentIsThere();

    assertThat(run("write", talk.toString())).isZero();

    assertThat(server.asked().stream().filter(it -> it.equals("GET " + PROJECT + "/jobs")))
        .hasSize(4);
  }

  @Test
  void deliversWhatIsDraftedWhereTheRestFails() {
    server.on("POST /api/recordings", 201, IMPORTED);
    server.on("GET " + PROJECT + "/jobs", 200, jobs("queued", "complete"));
    server.on("GET " + PROJECT + "/jobs", 200, jobs("queued", "complete"));
    server.on("GET " + PROJECT + "/jobs", 200, jobs("error", "complete"));
    theDocumentIsThere();

    assertThat(run("write", talk.toString())).isZero();

    assertThat(results.toString(StandardCharsets.UTF_8)).startsWith("# Boats");
    assertThat(told())
        .contains("The rest of what was said is not drafted yet. Drafting failed: model-busy.");
  }

  @ParameterizedTest
  @CsvSource({"500, 1", "503, 1", "403, 1", "400, 2", "404, 2", "413, 2"})
  void endsWithTheStatusThatFitsTheAnswer(int answer, int status) {
    server.problem("POST /api/recordings", answer, "Say it otherwise.");

    assertThat(run("write", talk.toString())).isEqualTo(status);

    assertThat(told()).containsExactly("Say it otherwise.");
  }

  @Test
  void saysThatTheTokenIsNotAccepted() {
    assertThat(run("write", talk.toString(), "--token", "wrong")).isEqualTo(1);

    assertThat(told())
        .containsExactly("The server at " + server.address() + " does not accept the token.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write",
        "write {talk} {talk}",
        "write {place}",
        "write {place}/none.txt",
        "write {place}/empty.txt",
        "write {talk} --kind novel",
        "write {talk} --length many",
        "write {talk} --language not_a_tag",
        "write {talk} --colour red",
        "write {talk} --title",
        "write {talk} --title A --title B",
        "write {talk} --project p1 --title A",
        "write {talk} -o {place}",
        "write {talk} -o {place}/none/out.md",
        "write {talk} --server nonsense",
        "link word",
        "link --project p1",
        "link --project p1 --role author",
        "link --project p1 --role king --name Ann",
        "link --project p1 --role operator --name Ann",
        "link --project p1 --name Ann",
        "link --role author --name Ann",
        "link --role operator",
        "link --name Ann",
        "queue",
        "queue sing",
        "queue drain 0192f0c1-0000-7000-8000-000000000000",
        "queue retry",
        "queue cancel one",
        "queue show 0192f0c1-0000-7000-8000-000000000000 more",
        "queue show --status late",
        "queue drain --status queued",
        "sing",
      })
  void refusesWhatMakesNoSenseBeforeAnythingIsBegun(String line) throws IOException {
    Files.writeString(place.resolve("empty.txt"), "");
    var words = new ArrayList<String>();
    for (var word : line.split(" ", -1)) {
      words.add(word.replace("{talk}", talk.toString()).replace("{place}", place.toString()));
    }

    assertThat(run(words.toArray(String[]::new))).isEqualTo(2);

    assertThat(told()).singleElement().asString().endsWith(".");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void makesASignInLink() {
    server.on("POST /api/links", 201, link("http://127.0.0.1:8420/sign-in#abc"));

    assertThat(run("link")).isZero();

    assertThat(results.toString(StandardCharsets.UTF_8))
        .isEqualTo("http://127.0.0.1:8420/sign-in#abc\n");
    assertThat(server.bodyOf("POST /api/links")).isEqualTo("{}");
    assertThat(told()).containsExactly("Good for one sign-in until 2030-01-01T00:00:00Z.");
  }

  @Test
  void makesALinkForAnotherOperatorOnlyWhereThatIsSaid() {
    server.on("POST /api/links", 201, link("http://x/sign-in#abc"));

    assertThat(run("link", "--name", "Bo")).isEqualTo(2);
    assertThat(told()).singleElement().asString().contains("--role operator").endsWith(".");
    assertThat(server.asked()).isEmpty();

    assertThat(run("link", "--name", "Bo", "--role", "operator")).isZero();
    assertThat(server.bodyOf("POST /api/links"))
        .isEqualTo("{\"name\":\"Bo\",\"role\":\"operator\"}");
  }

  @Test
  void makesALinkForAMemberOfAProject() {
    server.on("POST /api/links", 201, link("http://x/sign-in#abc"));

    assertThat(run("link", "--name", "Bo", "--project", "p1", "--role", "reviewer", "--json"))
        .isZero();

    assertThat(server.bodyOf("POST /api/links"))
        .isEqualTo("{\"name\":\"Bo\",\"projectId\":\"p1\",\"role\":\"reviewer\"}");
    assertThat(Json.read(results.toByteArray()).path("url").asString())
        .isEqualTo("http://x/sign-in#abc");
  }

  @Test
  void saysHowToStartAServerWhereNoneRuns() throws IOException {
    Files.delete(data.resolve("server.json"));

    assertThat(run("link")).isEqualTo(1);

    assertThat(told())
        .containsExactly("No server runs on " + data + "; start one with ./ghostwriter up.");
  }

  @Test
  void takesAServerThatDoesNotAnswerForNone() throws IOException {
    announce("http://127.0.0.1:1", ProcessHandle.current().pid(), 0);

    assertThat(run("link")).isEqualTo(1);

    assertThat(told()).singleElement().asString().startsWith("No server runs on ");
  }

  @Test
  void takesSomethingElseThatAnswersForNoServer() {
    server.only("GET /api/me", 200, "{\"hello\": \"I am a printer\"}");

    assertThat(run("link")).isEqualTo(1);

    assertThat(told()).singleElement().asString().startsWith("No server runs on ");
  }

  @Test
  void keepsItsTokenFromAServerElsewhere() {
    for (var elsewhere : List.of("http://192.0.2.1:8420", "http://127.0.0.1.books.example")) {
      assertThat(run("link", "--server", elsewhere)).isEqualTo(2);
      assertThat(told().getLast())
          .isEqualTo("Say with --token what lets you in at " + elsewhere + ".");
    }
  }

  @Test
  void sendsItsTokenToAServerOnThisMachine() {
    server.on("POST /api/links", 201, link("http://x/sign-in#abc"));

    assertThat(run("link", "--server", server.address().toString())).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hush\nhush", "hush hush", "hüsh", "hush\u0000"})
  void neverRepeatsATokenThatIsNone(String token) throws IOException {
    assertThat(run("link", "--token", token)).isEqualTo(2);
    assertThat(told()).singleElement().asString().contains("--token").endsWith(".");

    Files.writeString(data.resolve("token"), token);
    assertThat(run("link")).isEqualTo(1);
    assertThat(told()).hasSize(2).last().asString().contains("holds no token");

    assertThat(told()).noneMatch(sentence -> sentence.contains("sh"));
  }

  @Test
  void findsAServerByItsAddress() {
    server.on("POST /api/links", 201, link("http://x/sign-in#abc"));

    var status =
        runExactly(
            "link",
            "--server",
            server.address() + "/",
            "--token",
            ScriptedServer.TOKEN,
            "--data",
            place.resolve("elsewhere").toString());

    assertThat(status).isZero();
  }

  private void theMainJobGoesWell() {
    server.on("POST /api/recordings", 201, IMPORTED);
    server.on("GET " + PROJECT + "/jobs", 200, job("queued", 0));
    server.on("GET " + PROJECT + "/jobs", 200, job("running", 1));
    server.on("GET " + PROJECT + "/jobs", 200, job("complete", 1));
    theDocumentIsThere();
  }

  private void theDocumentIsThere() {
    server.on("GET " + PROJECT + "/export/markdown", 200, "# Boats\n\nZürich[^1]\n");
    server.on("GET " + PROJECT + "/document", 200, DOCUMENT);
  }

  private static String job(String status, int attempts) {
    return "[{\"id\": \"j1\", \"status\": \"%s\", \"attempts\": %d, \"error\": \"model-busy\"}]"
        .formatted(status, attempts);
  }

  /// Two of them, one after the other.
  private static String jobs(String second, String first) {
    return """
    [{"id": "j2", "status": "%s", "error": "model-busy"}, {"id": "j1", "status": "%s"}]
    """
        .formatted(second, first);
  }

  private static String link(String url) {
    return "{\"url\": \"%s\", \"expiresAt\": \"2030-01-01T00:00:00Z\"}".formatted(url);
  }

  private int run(String... words) {
    var typed = new ArrayList<>(List.of(words));
    typed.add("--data");
    typed.add(data.toString());
    return runExactly(typed.toArray(String[]::new));
  }

  private int runExactly(String... words) {
    return new CommandLine(terminal, Map.of("HOME", place.toString())).run(List.of(words));
  }

  private List<String> told() {
    return progress.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
