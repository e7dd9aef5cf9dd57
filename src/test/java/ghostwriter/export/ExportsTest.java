package ghostwriter.export;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Author;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.project.BookKind;
import ghostwriter.project.Project;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportsTest {
  private static final Author ANNA = new Author.ByHand(new PersonId(UUID.randomUUID()));

  private final TestHouse house = new TestHouse(new SteppingClock());
  private final Exports exports = new Exports(house.documents, house.transcripts);
  private Project project;

  @BeforeEach
  void aFreshProject() {
    project = titled("A book", "Childhood", "Work");
  }

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aDocumentWithoutWordsIsItsTitle() {
    assertThat(exports.markdown(project)).isEqualTo("# A book\n");
  }

  @Test
  void everySourcedBlockHasAFootnoteThatNamesSpeakerAndTurns() {
    var talk = said("talk.txt", "Anna", "Ben", "Anna", "Anna");
    write(1, "They met.", source(talk, 2));
    write(0, "We left.", source(talk, 4), source(talk, 1), source(talk, 3), source(talk, 2));

    assertThat(exports.markdown(project))
        .isEqualTo(
            """
            # A book

            ## Childhood

            We left.[^1]

            ## Work

            They met.[^2]

            [^1]: Anna, turns 1, 3 and 4; Ben, turn 2.
            [^2]: Ben, turn 2.
            """);
  }

  @Test
  void aBlockThatOnlyJoinsOthersHasNone() {
    write(0, "And then:");

    assertThat(exports.markdown(project)).endsWith("And then:\n").doesNotContain("[^");
  }

  @Test
  void whatAPersonWroteIsSaidToBeTheirs() {
    write(0, "We fled.", ANNA, source(said("talk.txt", "Anna"), 1));
    assertThat(exports.markdown(project))
        .endsWith("We fled.[^1]\n\n[^1]: Written by hand, after Anna, turn 1.\n");

    write(1, "By night.", ANNA);
    assertThat(exports.markdown(project)).endsWith("[^2]: Written by hand.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a <b>c</b>", "a \\<b>c", "a \\\\<b>c", "see [^1]", "see \\[^1]", "<!-- gone -->"})
  void whatAPersonWroteBringsNeitherHtmlNorFootnotes(String text) {
    write(0, text, ANNA);

    String body = exports.markdown(project).lines().skip(4).findFirst().orElseThrow();
    assertThat(body.replaceFirst("\\[\\^1]$", "").replaceAll("\\\\.", ""))
        .doesNotContain("<", "[^");
  }

  @Test
  void whereThereAreSeveralRecordingsTheirNamesAreTold() {
    var first = said("one_day.txt", "Anna");
    var second = said("later.txt", "Anna");
    write(0, "We left.", source(first, 1), source(second, 1));

    assertThat(exports.markdown(project))
        .endsWith("[^1]: Anna (one\\_day.txt), turn 1; Anna (later.txt), turn 1.\n");
  }

  @Test
  void theSameTurnCitedTwiceIsToldOnce() {
    var talk = said("talk.txt", "Anna");
    write(0, "We left.", source(talk, 1), new Source(new ItemId(talk, "imported_1"), 1, 3, 5));

    assertThat(exports.markdown(project)).endsWith("[^1]: Anna, turn 1.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My *own* [book](x) <b>",
        "1_000 `reasons` ~~not~~ to #stay | go",
        "Fish &amp; chips &copy;",
        "back\\slash",
      })
  void aTitleAReaderSeesIsTheTitleThatWasGiven(String title) {
    var odd = titled(title, title);
    project = odd;
    write(0, "We left.");

    var shown =
        TextContentRenderer.builder()
            .build()
            .render(Parser.builder().build().parse(exports.markdown(odd)));
    assertThat(shown.lines().filter(line -> !line.isBlank()))
        .containsExactly(title, title, "We left.");
  }

  private Project titled(String title, String... headings) {
    var author = house.person("Author");
    return house.inTransaction(
        () -> house.projects.create(title, kind(headings), Locale.ENGLISH, author));
  }

  private static BookKind kind(String... headings) {
    var outline =
        Stream.of(headings).map(heading -> new BookKind.OutlineEntry(heading, "", "")).toList();
    return new BookKind("memoir", "Memoir", List.of(), outline);
  }

  private SessionId said(String name, String... speakers) {
    var turns =
        IntStream.range(0, speakers.length)
            .mapToObj(i -> new RecordedTurn(i + 1, speakers[i], true, new Words("Some words.")))
            .toList();
    return house.inTransaction(() -> house.transcripts.addRecording(project.id(), name, turns));
  }

  private static Source source(SessionId session, int turn) {
    return new Source(new ItemId(session, "imported_" + turn), 1, 0, 4);
  }

  private void write(int section, String text, Source... sources) {
    write(section, text, new Author.ByDraft(new JobId(UUID.randomUUID())), sources);
  }

  private void write(int section, String text, Author author, Source... sources) {
    var document = house.documents.current(project.id());
    SectionId into = document.sections().get(section).id();
    var grounding = sources.length == 0 ? Grounding.CONNECTIVE : Grounding.SOURCED;
    var content = new Content(BlockKind.PARAGRAPH, new Words(text), grounding, List.of(sources));
    Edit edit = new Edit.Insert(into, null, new BlockId(UUID.randomUUID()), content);
    house.doInTransaction(() ->
        house.documents.apply(project.id(), document.version(), author, List.of(edit), Words.NONE));
  }
}
