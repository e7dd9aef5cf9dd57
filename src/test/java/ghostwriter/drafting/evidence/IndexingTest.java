package ghostwriter.drafting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.TestHouse;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IndexingTest {
  /// Each as long as a passage.
  private static final String BOATS = "We sold the boats in the spring of that year. ".repeat(10);

  private static final String SCHOOL =
      "The teacher had a cane and a garden full of bees. ".repeat(10);

  private final TestHouse house = new TestHouse(InstantSource.system());
  private final SeaModel model = new SeaModel();
  private final Indexing indexing = indexing();
  private final ProjectId project = house.project("memoir").id();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aDraftReadsNothingButWhatMayStillGoOn() {
    house.said(project, SCHOOL, BOATS, "Then we ate.");
    house.said(project, BOATS + "Again.", SCHOOL, "And that was");

    assertThat(catchUp()).isEqualTo(4);
    model.read.clear();
    var rankings = new Rankings(model, house.transcripts, house.sql);
    rankings.of(rankings.read(project, Locale.ENGLISH));

    assertThat(model.read).hasSize(2);
    assertThat(model.read.getFirst()).endsWith("Then we ate.");
    assertThat(model.read.getLast()).endsWith("And that was");
  }

  @Test
  void theNextLookReadsWhatWasCompletedSinceThen() {
    SessionId session = house.said(project, SCHOOL, BOATS, "The ferry sank.", SCHOOL, BOATS);
    told(session, 2);
    assertThat(catchUp()).isEqualTo(1);
    told(session, 4);

    assertThat(catchUp()).isEqualTo(2);
    assertThat(model.read.getLast()).contains("The ferry sank.");
    assertThat(catchUp()).isZero();
  }

  @Test
  void whatAnotherNodeHasReadIsNotReadAgain() {
    house.said(project, SCHOOL, BOATS, "Then we ate.");
    catchUp();

    assertThat(indexing().catchUp(project, () -> true)).isZero();
  }

  @Test
  void whoIsToldToStopGoesOnFromThereNextTime() {
    house.said(project, SCHOOL, BOATS, SCHOOL, "Then we ate.");
    Iterator<Boolean> answers = List.of(true, false, false).iterator();

    assertThat(indexing.catchUp(project, answers::next)).isEqualTo(1);
    assertThat(catchUp()).isEqualTo(2);
  }

  @Test
  void correctedWordsAreReadAgain() {
    house.said(project, SCHOOL, BOATS, "Then we ate.");
    catchUp();
    var item = house.transcripts.ofProject(project).getFirst();
    house.inTransaction(() ->
        house.transcripts.correct(
            project, item.id(), 1, new Words(BOATS + "Again."), house.person("Editor").id()));

    assertThat(catchUp()).isPositive();
    assertThat(model.read.getLast()).contains("Again.");
  }

  @Test
  void whereTheModelDoesNotSpeakTheLanguageNothingIsRead() {
    var kind = house.kinds.find("memoir").orElseThrow();
    ProjectId german =
        house
            .inTransaction(
                () -> house.projects.create("Ein Buch", kind, Locale.GERMAN, house.person("Autor")))
            .id();
    house.said(german, BOATS, SCHOOL, BOATS);

    assertThat(indexing.catchUp(german, () -> true)).isZero();
  }

  @Test
  void aTalkLeadsToItsProjectAsSoonAsItHasOne() {
    SessionId talk =
        house.inTransaction(() -> house.transcripts.openSession("talk", Optional.empty()));
    assertThat(indexing.project(talk)).isEmpty();

    house.inTransaction(() -> house.transcripts.assign(talk, project));

    assertThat(indexing.project(talk)).contains(project);
  }

  private int catchUp() {
    return indexing.catchUp(project, () -> true);
  }

  private void told(SessionId session, int turn) {
    house
        .sql
        .sql("update session set told = :turn where id = :session")
        .param("turn", turn)
        .param("session", session.value())
        .update();
  }

  private Indexing indexing() {
    return new Indexing(model, house.projects, house.transcripts, house.sql);
  }
}
