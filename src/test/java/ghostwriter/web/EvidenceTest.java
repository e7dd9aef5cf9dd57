package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Author;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Documents;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.RunningServer;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What the book rests on, over HTTP: stale blocks, and what was said and is not in the book.
class EvidenceTest {
  private static final String SAID = "We left Bergen by boat, and my mother did not look back.";

  private final RunningServer server = RunningServer.shared();
  private final Caller operator = server.operator();
  private final Book book = Book.on(server);

  @Test
  void aCorrectionMarksTheBlocksThatCiteTheOlderWordsAtOnce() {
    SessionId talk = said(SAID, "It was a cold morning in the month of May.");
    BlockId cited = drafted(source(talk, 1), SAID);
    BlockId other = drafted(source(talk, 2), "It was a cold morning.");
    assertThat(stale()).isEmpty();

    correct(talk, "We left Oslo by boat, and my mother did not look back.");

    assertThat(stale()).containsExactly(cited.toString()).doesNotContain(other.toString());
    JsonNode words = words(cited);
    assertThat(words.at("/0/text").asString()).isEqualTo(SAID);
    assertThat(words.at("/0/revision").asInt()).isEqualTo(1);
    assertThat(words.at("/0/currentText").asString()).startsWith("We left Oslo");
    assertThat(words(other).at("/0/currentText").isNull()).isTrue();
  }

  @Test
  void aDraftThatRewritesTheBlockClearsTheMark() {
    SessionId talk = said(SAID);
    BlockId block = drafted(source(talk, 1), SAID);
    correct(talk, "We left Oslo by boat.");

    var now = new Source(new ItemId(talk, "imported_1"), 2, 0, 21);
    apply(new Edit.Replace(block, sourced("We left Oslo by boat.", now)));

    assertThat(stale()).isEmpty();
    assertThat(words(block).at("/0/currentText").isNull()).isTrue();
  }

  @Test
  void aPersonLetsAStaleBlockStandAsItIs() {
    SessionId talk = said(SAID);
    BlockId block = drafted(source(talk, 1), SAID);
    correct(talk, "We left Oslo by boat, and my mother did not look back.");
    JsonNode before = block(block);

    assertThat(reaffirm(block).status()).isEqualTo(200);

    JsonNode after = block(block);
    assertThat(stale()).isEmpty();
    assertThat(after.path("markdown").asString()).isEqualTo(SAID);
    assertThat(after.path("origin").asString()).isEqualTo("draft");
    assertThat(after.path("jobId")).isEqualTo(before.path("jobId"));
    assertThat(after.at("/sources/0/revision").asInt()).isEqualTo(2);
    assertThat(after.path("revisionId")).isNotEqualTo(before.path("revisionId"));
  }

  @Test
  void aPersonsOwnNewWordingOfAStaleBlockEndsTheMark() {
    SessionId talk = said(SAID);
    BlockId block = drafted(source(talk, 1), SAID);
    correct(talk, "We left Oslo by boat, and my mother did not look back.");

    assertThat(reword(block, "We left Oslo.").status()).isEqualTo(200);

    assertThat(stale()).isEmpty();
    assertThat(block(block).path("origin").asString()).isEqualTo("human");
    assertThat(block(block).path("grounding").asString()).isEqualTo("sourced");
    assertThat(block(block).at("/sources/0/revision").asInt()).isEqualTo(2);
    assertThat(words(block).at("/0/currentText").isNull()).isTrue();
  }

  @Test
  void aDraftMayStillRewriteWhatSomebodyOnlyLetStand() {
    SessionId talk = said(SAID);
    BlockId block = drafted(source(talk, 1), SAID);
    correct(talk, "We left Oslo by boat.");
    reaffirm(block);

    apply(
        new Edit.Replace(
            block, sourced("We left.", new Source(new ItemId(talk, "imported_1"), 2, 0, 8))));

    assertThat(block(block).path("markdown").asString()).isEqualTo("We left.");
  }

  @Test
  void whatTheClientSaidAndNoBlockCitesIsListedInOrder() {
    SessionId talk =
        said(
            SAID,
            "Yes.",
            "It was a cold morning in the month of May.",
            "The boat was called Hope.");
    JsonNode before = unused("");
    assertThat(before.path("items").findValuesAsString("turn")).containsExactly("1", "3");
    assertThat(before.path("words").asInt()).isEqualTo(12 + 10);
    // With the five words of the book's own recording.
    assertThat(before.path("of").asInt()).isEqualTo(12 + 1 + 10 + 5 + 5);
    assertThat(before.at("/items/0/text").asString()).isEqualTo(SAID);
    assertThat(before.at("/items/0/words").asInt()).isEqualTo(12);
    assertThat(before.at("/items/0/at").asString()).isNotEmpty();

    BlockId block = drafted(source(talk, 1), SAID);
    assertThat(unused("").path("items").findValuesAsString("turn")).containsExactly("3");

    apply(new Edit.Remove(block));
    assertThat(unused("?limit=1").path("items").findValuesAsString("turn")).containsExactly("1");
    assertThat(unused("?limit=1").path("words").asInt()).isEqualTo(22);
  }

  @ParameterizedTest
  @ValueSource(strings = {"?limit=0", "?limit=501", "?limit=x"})
  void aLimitThatMakesNoSenseIsRefused(String query) {
    assertThat(operator.get(book.path() + "/transcript/unused" + query).status()).isEqualTo(400);
  }

  @Test
  void aDraftIsAskedForWithThePassageItShallUse() {
    SessionId talk = said(SAID);

    var asked = operator.post(book.path() + "/jobs", pointingTo(talk, "imported_1"));

    assertThat(asked.status()).isEqualTo(202);
    assertThat(asked.json().path("outcome").asString()).isEqualTo("enqueued");
  }

  @Test
  void aPassageThatIsNotThereIsRefusedByName() {
    SessionId talk = said(SAID);

    var refused = operator.post(book.path() + "/jobs", pointingTo(talk, "imported_9"));
    var foreign =
        operator.post(book.path() + "/jobs", pointingTo(Book.on(server).session(), "imported_1"));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.detail()).contains("imported_9", talk.toString());
    assertThat(foreign.status()).isEqualTo(422);
    assertThat(operator.get(book.path() + "/jobs").json()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "null", "{\"itemId\":\"imported_1\"}", "7", "{\"sessionId\":\"x\"}"})
  void aPointerThatNamesNothingIsRefused(String pointer) {
    var refused =
        operator.post(
            book.path() + "/jobs", "{\"urgency\":\"low\",\"messagePointers\":[" + pointer + "]}");

    assertThat(refused.status()).isEqualTo(400);
  }

  private static String pointingTo(SessionId talk, String item) {
    return """
    {"urgency": "low", "messagePointers": [{"sessionId": "%s", "itemId": "%s"}]}
    """
        .formatted(talk, item);
  }

  private SessionId said(String... turns) {
    List<RecordedTurn> recorded =
        IntStream.range(0, turns.length)
            .mapToObj(i -> new RecordedTurn(i + 1, "Rosa", true, new Words(turns[i])))
            .toList();
    return server.inTransaction(
        () -> server.bean(Transcripts.class).addRecording(book.id(), "talk.txt", recorded));
  }

  private static Source source(SessionId talk, int turn) {
    return new Source(new ItemId(talk, "imported_" + turn), 1, 0, 10);
  }

  private static Content sourced(String text, Source source) {
    return new Content(BlockKind.PARAGRAPH, new Words(text), Grounding.SOURCED, List.of(source));
  }

  private BlockId drafted(Source source, String text) {
    var block = new BlockId(UUID.randomUUID());
    apply(
        new Edit.Insert(
            new SectionId(UUID.fromString(book.section())), null, block, sourced(text, source)));
    return block;
  }

  private void apply(Edit edit) {
    Documents documents = server.bean(Documents.class);
    server.inTransaction(() ->
        documents.apply(
            book.id(),
            documents.current(book.id()).version(),
            new Author.ByDraft(new JobId(UUID.randomUUID())),
            List.of(edit),
            Words.NONE));
  }

  private void correct(SessionId talk, String text) {
    var corrected =
        operator.post(
            book.path() + "/transcript/items/" + talk + "/imported_1/correction",
            "{\"text\":\"" + text + "\",\"revision\":1}");
    assertThat(corrected.status()).isEqualTo(200);
  }

  private Caller.Answer reaffirm(BlockId block) {
    return edit("\"type\":\"reaffirm\",\"blockId\":\"" + block + "\"");
  }

  private Caller.Answer reword(BlockId block, String text) {
    return edit("\"type\":\"replace\",\"blockId\":\"" + block + "\",\"markdown\":\"" + text + "\"");
  }

  private Caller.Answer edit(String fields) {
    return operator
        .with("If-Match", "\"" + document().path("version").asInt() + "\"")
        .post(book.path() + "/document/edits", "{\"edits\":[{" + fields + "}]}");
  }

  private JsonNode document() {
    return operator.get(book.path() + "/document").json();
  }

  private List<String> stale() {
    return blocks().stream()
        .filter(block -> block.path("stale").asBoolean())
        .map(block -> block.path("id").asString())
        .toList();
  }

  private JsonNode block(BlockId id) {
    return blocks().stream()
        .filter(block -> block.path("id").asString().equals(id.toString()))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> blocks() {
    return document()
        .path("sections")
        .valueStream()
        .flatMap(section -> section.path("blocks").valueStream())
        .toList();
  }

  private JsonNode words(BlockId block) {
    return operator.get(book.path() + "/document/blocks/" + block + "/words").json();
  }

  private JsonNode unused(String query) {
    return operator.get(book.path() + "/transcript/unused" + query).json();
  }
}
