package ghostwriter.drafting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.CorrectionResult;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RankingsTest {
  /// Each as long as a passage.
  private static final String BOATS = "We sold the boats in the spring of that year. ".repeat(10);

  private static final String SCHOOL =
      "The teacher had a cane and a garden full of bees. ".repeat(10);

  private final TestHouse house = new TestHouse(InstantSource.system());
  private final SeaModel model = new SeaModel();
  private final Rankings rankings = new Rankings(model, house.transcripts, house.sql);

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aPassageIsFoundByItsMeaningWhereNoWordIsShared() {
    ProjectId project = told(SCHOOL, BOATS);

    assertThat(ranking(project, Locale.ENGLISH).order("On the ocean")).first().isEqualTo(1);
  }

  @Test
  void whatWasReadOnceIsNotReadAgain() {
    ProjectId project = told(SCHOOL, BOATS);
    ranking(project, Locale.ENGLISH);
    model.read.clear();

    var afterARestart = new Rankings(model, house.transcripts, house.sql);
    afterARestart.of(afterARestart.read(project, Locale.ENGLISH));

    assertThat(model.read).isEmpty();
  }

  @Test
  void whatIsSaidLaterIsAddedAndTheOrderIsAsIfAllHadBeenReadAtOnce() {
    ProjectId project = told(SCHOOL, BOATS, "Then we ate.");
    ranking(project, Locale.ENGLISH);
    model.read.clear();
    house.said(project, "The ferry sank.", SCHOOL, BOATS);
    house.said(project, "A boat came.");

    Ranked added = ranked(rankings, project);

    assertThat(model.read).hasSize(4);
    var anew = ranked(new Rankings(model, house.transcripts, house.sql), project);
    assertThat(added.items()).isEqualTo(anew.items()).hasSize(7);
    for (String query : List.of("the boats we sold", "bees", "ocean", "Client")) {
      Scores one = added.ranking().scores(query);
      Scores other = anew.ranking().scores(query);
      for (int turn = 0; turn < 7; turn++) {
        assertThat(one.of(turn)).isEqualTo(other.of(turn));
      }
    }
  }

  @Test
  void whatAnotherNodeHasReadIsNotReadAgain() {
    ProjectId project = told(SCHOOL, BOATS);
    ranking(project, Locale.ENGLISH);
    house.said(project, SCHOOL, "The ferry sank.");
    ranked(new Rankings(model, house.transcripts, house.sql), project);
    model.read.clear();

    Ranked added = ranked(rankings, project);

    assertThat(model.read).isEmpty();
    assertThat(added.items()).hasSize(4);
  }

  @Test
  void whatWasRankedByItsWordsAloneCanBeRankedByItsMeaningToo() {
    ProjectId project = told(SCHOOL, BOATS);
    ranking(project, Locale.ENGLISH);
    rankings.byWords(rankings.read(project, Locale.ENGLISH));
    model.read.clear();

    assertThat(ranking(project, Locale.ENGLISH).order("On the ocean")).first().isEqualTo(1);
    assertThat(model.read).containsExactly("On the ocean");
  }

  @Test
  void withdrawnWordsAreRankedNoMore() {
    ProjectId project = told(SCHOOL, BOATS);
    ranking(project, Locale.ENGLISH);

    withdraw(project, items(project).getLast());

    assertThat(ranked(rankings, project).items()).hasSize(1);
    assertThat(meanings(project)).isEqualTo(1);
  }

  @Test
  void correctedWordsAreReadAnewAndTheOldMeaningIsForgotten() {
    ProjectId project = told(SCHOOL, BOATS);
    ranking(project, Locale.ENGLISH);
    model.read.clear();

    correct(project, items(project).getLast(), "We kept them.");
    ranking(project, Locale.ENGLISH);

    assertThat(model.read).singleElement().asString().endsWith("We kept them.");
    assertThat(meanings(project)).isEqualTo(2);
  }

  @Test
  void inALanguageTheModelDoesNotSpeakTheWordsDecide() {
    ProjectId project = told("Die Lehrerin hatte Bienen.", "Wir verkauften die Boote.");

    assertThat(ranking(project, Locale.GERMAN).order("Das Boot")).first().isEqualTo(1);
    assertThat(model.read).isEmpty();
  }

  private ProjectId told(String... texts) {
    ProjectId project = house.project("memoir").id();
    house.said(project, texts);
    return project;
  }

  private List<ConversationItem> items(ProjectId project) {
    return house.transcripts.ofProject(project);
  }

  private Ranking ranking(ProjectId project, Locale language) {
    return rankings.of(rankings.read(project, language)).ranking();
  }

  private static Ranked ranked(Rankings rankings, ProjectId project) {
    return rankings.of(rankings.read(project, Locale.ENGLISH));
  }

  /// As the transcript does it when the provider deletes an item.
  private void withdraw(ProjectId project, ConversationItem item) {
    house
        .sql
        .sql(
            """
            update item set status = 'deleted', client = false
             where project_id = :project and session_id = :session and id = :item
            """)
        .param("project", project.value())
        .param("session", item.id().session().value())
        .param("item", item.id().id())
        .update();
  }

  private void correct(ProjectId project, ConversationItem item, String words) {
    var result =
        house.inTransaction(() ->
            house.transcripts.correct(
                project,
                item.id(),
                item.revision(),
                new Words(words),
                house.person("Editor").id()));
    assertThat(result).isInstanceOf(CorrectionResult.Corrected.class);
  }

  private long meanings(ProjectId project) {
    return house
        .sql
        .sql("select count(*) from passage_meaning where project_id = :project")
        .param("project", project.value())
        .query(Long.class)
        .single();
  }
}
