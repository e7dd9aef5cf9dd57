package ghostwriter.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Person;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ProjectId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Looking for words in a project.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
  private final TestHouse house = new TestHouse(new SteppingClock());

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void wordsAreFoundInTheirOtherForms() {
    ProjectId english = project("en");
    house.said(english, "The boats were sailing out.", "My mother baked bread.");
    ProjectId german = project("de-CH");
    house.said(german, "Die Häuser standen am Hafen.");

    assertThat(found(english, "boat sail")).containsExactly("The [boats] were [sailing] out.");
    assertThat(found(german, "Haus Hafen")).containsExactly("Die [Häuser] standen am [Hafen].");
  }

  @Test
  void wordsOfALanguageNobodyKnowsAreFoundAsTheyStand() {
    ProjectId project = project("mt");
    house.said(project, "Il-baħar kien kalm.");

    assertThat(found(project, "kalm")).containsExactly("Il-baħar kien [kalm].");
  }

  @Test
  void ofALongTurnOnlyWhatStandsAroundTheWordsIsShown() {
    ProjectId project = project("en");
    String much = "and so on and so forth ".repeat(20);
    house.said(project, much + "the boat came in " + much + "the boat went out " + much);

    String passage = found(project, "boat").getFirst();

    assertThat(passage).contains("the [boat] came in", "the [boat] went out").hasSizeLessThan(500);
    assertThat(passage.split("…", -1)).hasSize(4);
  }

  @Test
  void phrasesAndExclusionsAreUnderstood() {
    ProjectId project = project("en");
    house.said(project, "The red boat.", "The boat was red.", "A red harbour.");

    assertThat(found(project, "\"red boat\"")).containsExactly("The [red] [boat].");
    assertThat(found(project, "red -boat")).containsExactly("A [red] harbour.");
  }

  @Test
  void anotherProjectsWordsAreNotFound() {
    ProjectId project = project("en");
    house.said(project("en"), "The lighthouse.");

    assertThat(found(project, "lighthouse")).isEmpty();
  }

  @Test
  void nobodysWordsPassForAMark() {
    ProjectId project = project("en");
    house.said(project, "<script>alert(1)</script> & the \u0002storm\u0003 came");

    List<Excerpt> excerpts = house.transcripts.search(project, "came", 10);

    assertThat(excerpts).hasSize(1);
    assertThat(excerpts.getFirst().fragments().stream().filter(Excerpt.Fragment::match))
        .extracting(fragment -> fragment.text().text())
        .containsExactly("came");
  }

  @Test
  void aQueryOfNothingButNoiseFindsNothing() {
    ProjectId project = project("en");
    house.said(project, "The boat.");

    for (String query : List.of("the", "", "\"", "-", "((&|!", "'';--")) {
      assertThat(found(project, query)).as(query).isEmpty();
    }
  }

  @Test
  void atMostSoManyAreFound() {
    ProjectId project = project("en");
    house.said(project, "A boat.", "A boat.", "A boat.");

    assertThat(house.transcripts.search(project, "boat", 2)).hasSize(2);
  }

  @Test
  void theIndexIsLedByTheProject() {
    ProjectId project = project("en");
    String[] turns = new String[3_000];
    Arrays.setAll(turns, i -> i % 300 == 0 ? "A boat." : "Nothing of the kind, number " + i);
    house.said(project, turns);
    house.sql.sql("analyze item").update();
    List<String> plan =
        house
            .sql
            .sql(
                """
                explain select id from item
                 where project_id = :project and search @@ websearch_to_tsquery('english', 'boat')
                """)
            .param("project", project.value())
            .query((row, _) -> row.getString(1))
            .list();

    assertThat(String.join("\n", plan))
        .contains("item_search")
        .containsPattern("Index Cond: \\(\\(project_id = .*search @@");
  }

  private ProjectId project(String language) {
    Person author = house.person("Author");
    return house
        .inTransaction(() ->
            house.projects.create(
                "A book",
                house.kinds.find("memoir").orElseThrow(),
                Locale.forLanguageTag(language),
                author))
        .id();
  }

  /// The passages, with brackets around what was looked for.
  private List<String> found(ProjectId project, String query) {
    return house.transcripts.search(project, query, 10).stream()
        .map(excerpt ->
            excerpt.fragments().stream()
                .map(it -> it.match() ? "[" + it.text().text() + "]" : it.text().text())
                .collect(Collectors.joining()))
        .toList();
  }
}
