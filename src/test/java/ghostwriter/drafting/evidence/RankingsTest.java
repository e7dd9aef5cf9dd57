package ghostwriter.drafting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.CorrectionResult;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RankingsTest {
  /// Each as long as a passage.
  private static final String BOATS = "We sold the boats in the spring of that year. ".repeat(10);

  private static final String SCHOOL =
      "The teacher had a cane and a garden full of bees. ".repeat(10);

  /// Counts what it reads, and knows one thing about a text: whether it speaks of the sea.
  private static final class SeaModel implements MeaningModel {
    final List<String> read = new ArrayList<>();

    @Override
    public String name() {
      return "sea";
    }

    @Override
    public boolean speaks(Locale language) {
      return language.getLanguage().equals("en");
    }

    @Override
    public List<Meaning> of(List<String> texts) {
      read.addAll(texts);
      return texts.stream().map(SeaModel::meaning).toList();
    }

    private static Meaning meaning(String text) {
      boolean sea = text.contains("boats") || text.contains("ocean");
      return Meaning.of(sea ? new float[] {1, 0} : new float[] {0, 1});
    }
  }

  private final TestHouse house = new TestHouse(InstantSource.system());
  private final SeaModel model = new SeaModel();
  private final Rankings rankings = new Rankings(model, house.sql);

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

    new Rankings(model, house.sql).of(project, items(project), Locale.ENGLISH);

    assertThat(model.read).isEmpty();
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
  void meaningsBeyondAShorterConversationAreForgotten() {
    ProjectId project = told(SCHOOL, BOATS);
    List<ConversationItem> items = items(project);
    rankings.of(project, items, Locale.ENGLISH);

    rankings.of(project, items.subList(0, 1), Locale.ENGLISH);

    assertThat(meanings(project)).isEqualTo(1);
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
    return rankings.of(project, items(project), language);
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
