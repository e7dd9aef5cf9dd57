package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.Caller.Answer;
import ghostwriter.testing.Fingerprint;
import ghostwriter.testing.RunningServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Edits of the outline, the document's versions and the marks of its sections, as they travel.
class VersionsTest {
  private final RunningServer server = RunningServer.shared();
  private final Caller operator = server.operator();
  private final Book book = Book.on(server);
  private final String document = book.path() + "/document";

  @Test
  void theOutlineIsEditedByHand() {
    edit(
        2,
        "\"type\": \"splitSection\", \"sectionId\": \"$first\", \"beforeBlockId\": \"$block\", \"heading\": \"Later\"");
    edit(3, "\"type\": \"renameSection\", \"sectionId\": \"$first\", \"heading\": \" Before \"");
    assertThat(headings()).startsWith("Before", "Later", "The people");
    String later = section(1);
    edit(
        4, "\"type\": \"moveSection\", \"sectionId\": \"" + later + "\", \"afterSectionId\": null");
    assertThat(headings()).startsWith("Later", "Before", "The people");
    edit(
        5,
        "\"type\": \"mergeSection\", \"sectionId\": \""
            + later
            + "\", \"intoSectionId\": \"$first\"");
    assertThat(headings()).startsWith("Before", "The people");
    assertThat(current().at("/sections/0/blocks/0/id").asString()).isEqualTo(book.block());
    edit(6, "\"type\": \"removeSection\", \"sectionId\": \"$first\"");
    assertThat(headings()).startsWith("The people");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\": \"renameSection\", \"sectionId\": \"$first\"",
        "\"type\": \"renameSection\", \"sectionId\": \"$first\", \"heading\": \" \"",
        "\"type\": \"renameSection\", \"heading\": \"Before\"",
        "\"type\": \"moveSection\"",
        "\"type\": \"removeSection\"",
        "\"type\": \"splitSection\", \"sectionId\": \"$first\", \"heading\": \"Later\"",
        "\"type\": \"splitSection\", \"sectionId\": \"$first\", \"beforeBlockId\": \"$block\"",
        "\"type\": \"mergeSection\", \"sectionId\": \"$first\"",
        "\"type\": \"dropSection\", \"sectionId\": \"$first\""
      })
  void anOutlineEditThatLacksSomethingIsRefused(String fields) {
    assertThat(send(2, fields).status()).isEqualTo(400);
    assertThat(current().path("version").asInt()).isEqualTo(2);
  }

  @Test
  void aSectionIsNotMergedIntoItself() {
    Answer refused =
        send(
            2,
            "\"type\": \"mergeSection\", \"sectionId\": \"$first\", \"intoSectionId\": \"$first\"");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("into itself");
    assertThat(current().path("version").asInt()).isEqualTo(2);
  }

  @Test
  void anOutlineEditThatCannotBePlacedIsRefused() {
    edit(2, "\"type\": \"renameSection\", \"sectionId\": \"$first\", \"heading\": \"Before\"");

    assertThat(
            send(
                    2,
                    "\"type\": \"renameSection\", \"sectionId\": \"$first\", \"heading\": \"Later\"")
                .status())
        .isEqualTo(412);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\": \"replace\", \"blockId\": \"$block\", \"markdown\": \" By hand. \"",
        "\"type\": \"move\", \"blockId\": \"$block\", \"sectionId\": \"$first\"",
        "\"type\": \"reaffirm\", \"blockId\": \"$block\"",
        "\"type\": \"renameSection\", \"sectionId\": \"$first\", \"heading\": \"Where it began\"",
        "\"type\": \"moveSection\", \"sectionId\": \"$first\""
      })
  void whatChangesNothingMakesNoVersion(String fields) {
    Fingerprint before = Fingerprint.of(server, book.id());

    Answer answer = send(2, fields);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString()).isEqualTo("{\"version\":2,\"applied\":1,\"unplaced\":0}");
    assertThat(Fingerprint.of(server, book.id())).isEqualTo(before);
  }

  @Test
  void versionsAreComparedWordByWord() {
    edit(2, "\"type\": \"replace\", \"blockId\": \"$block\", \"markdown\": \"By my own hand.\"");

    JsonNode diff = operator.get(document + "/diff?from=2&to=3").json();

    assertThat(diff.at("/sections/0/change").asString()).isEqualTo("changed");
    assertThat(diff.at("/sections/1/change").asString()).isEqualTo("same");
    assertThat(diff.at("/sections/0/headingBefore").isNull()).isTrue();
    assertThat(diff.at("/sections/0/blocks/0").toString())
        .isEqualTo(
            """
            {"id":"%s","change":"changed","moved":false,"parts":[{"change":"same","text":"By "},\
            {"change":"added","text":"my own "},{"change":"same","text":"hand."}]}\
            """
                .formatted(book.block()));
  }

  @ParameterizedTest
  @CsvSource({
    "from=1&to=9, 404",
    "from=0&to=1, 404",
    "from=1, 400",
    "from=1&to=x, 400",
    "from=1&to=99999999999, 400"
  })
  void whatNeverWasIsNotCompared(String query, int status) {
    assertThat(operator.get(document + "/diff?" + query).status()).isEqualTo(status);
  }

  @Test
  void anUndoAndARestorationAreVersionsThatSayWhatTheyAre() {
    JsonNode before = operator.get(document + "/versions/1").json().path("sections");

    assertThat(matching(2).post(document + "/undo", "").json().toString())
        .isEqualTo("{\"version\":3}");
    assertThat(current().path("sections")).isEqualTo(before);
    assertThat(matching(3).post(document + "/undo", "").status()).isEqualTo(409);
    assertThat(matching(3).post(document + "/restore", "{\"version\": 2}").json().toString())
        .isEqualTo("{\"version\":4}");
    assertThat(current().at("/sections/0/blocks/0/id").asString()).isEqualTo(book.block());
    JsonNode history = operator.get(document + "/versions").json();
    assertThat(history.valueStream().map(it -> it.path("restored").toString()))
        .containsExactly("2", "1", "null", "null");
  }

  @ParameterizedTest
  @CsvSource({"'', 428", "x, 400", "\"1\", 412", "\"99\", 412"})
  void goingBackNeedsTheVersionThatStands(String version, int status) {
    Caller caller = operator.with("If-Match", version.isEmpty() ? null : version);
    Fingerprint before = Fingerprint.of(server, book.id());

    assertThat(caller.post(document + "/undo", "").status()).isEqualTo(status);
    assertThat(caller.post(document + "/restore", "{\"version\": 1}").status()).isEqualTo(status);
    assertThat(Fingerprint.of(server, book.id())).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({
    "{}, 400",
    "'{\"version\": 9}', 404",
    "'{\"version\": 0}', 404",
    "'{\"version\": \"1\"}', 400"
  })
  void whatNeverWasIsNotRestored(String body, int status) {
    assertThat(matching(2).post(document + "/restore", body).status()).isEqualTo(status);
  }

  @Test
  void aSectionIsMarked() {
    assertThat(mark(book.section(), "{\"locked\": true}").json().toString())
        .isEqualTo(
            """
            {"id":"%s","heading":"Where it began","state":"drafting","locked":true}\
            """
                .formatted(book.section()));
    assertThat(mark(book.section(), "{\"state\": \"approved\"}").json().path("locked").asBoolean())
        .isTrue();
    assertThat(current().at("/sections/0/state").asString()).isEqualTo("approved");
    assertThat(current().path("version").asInt()).isEqualTo(2);
  }

  @Test
  void theTagChangesWithAllThatIsShownAndEditsGoByItsVersion() {
    String first = tag();
    assertThat(first).matches("\"2\\.[0-9a-f]{16}\"");
    assertThat(tag()).isEqualTo(first);
    assertThat(operator.with("If-None-Match", first).get(document).status()).isEqualTo(304);

    mark(book.section(), "{\"locked\": true}");
    String locked = tag();
    assertThat(locked).startsWith("\"2.").isNotEqualTo(first);
    assertThat(operator.with("If-None-Match", first).get(document).status()).isEqualTo(200);
    operator.post(document + "/proposals/" + book.proposal() + "/reject", "");
    assertThat(tag()).startsWith("\"2.").isNotEqualTo(locked);

    assertThat(operator.with("If-Match", first).post(document + "/undo", "").status())
        .isEqualTo(200);
  }

  private String tag() {
    return operator.get(document).header("etag");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"state\": \"done\"}", "{\"locked\": \"yes\"}", "{\"state\": null}"})
  void aMarkThatMakesNoSenseIsRefused(String body) {
    assertThat(mark(book.section(), body).status()).isEqualTo(400);
  }

  @Test
  void aSectionThatIsNotThereIsNotMarked() {
    assertThat(mark(book.block(), "{\"locked\": true}").status()).isEqualTo(404);
  }

  private Answer mark(String section, String body) {
    return operator.patch(document + "/sections/" + section, body);
  }

  private void edit(int version, String fields) {
    assertThat(send(version, fields).status()).isEqualTo(200);
  }

  private Answer send(int version, String fields) {
    String edit = fields.replace("$first", book.section()).replace("$block", book.block());
    return matching(version).post(document + "/edits", "{\"edits\": [{" + edit + "}]}");
  }

  private Caller matching(int version) {
    return operator.with("If-Match", "\"" + version + "\"");
  }

  private JsonNode current() {
    return operator.get(document).json();
  }

  private String section(int index) {
    return current().path("sections").path(index).path("id").asString();
  }

  private List<String> headings() {
    return current()
        .path("sections")
        .valueStream()
        .map(it -> it.path("heading").asString())
        .toList();
  }
}
