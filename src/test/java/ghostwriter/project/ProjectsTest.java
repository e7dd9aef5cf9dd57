package ghostwriter.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.account.Role;
import ghostwriter.document.Section;
import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectsTest {
  private final SteppingClock clock = new SteppingClock();
  private final TestHouse house = new TestHouse(clock);
  private final BookKind article = house.kinds.find("article").orElseThrow();

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aProjectHasAnAuthorAndTheOutlineOfItsKindFromTheFirstMoment() {
    var author = house.person("Author");

    Project project =
        house.inTransaction(
            () -> house.projects.create("On salt", article, Locale.ENGLISH, author));

    assertThat(house.projects.find(project.id())).contains(project);
    assertThat(house.accounts.roleOf(author, project.id())).contains(Role.AUTHOR);
    assertThat(house.documents.current(project.id()).sections())
        .extracting(Section::heading)
        .isEqualTo(article.outline().stream().map(BookKind.OutlineEntry::heading).toList());
  }

  @Test
  void aProjectThatCannotBeFurnishedIsNotMade() {
    Founding full =
        (_, _, _) -> {
          throw new IllegalStateException("no room");
        };
    var projects =
        new Projects(house.sql, house.accounts, house.ids, clock, List.of(house.documents, full));
    var author = house.person("Author");

    assertThatThrownBy(() ->
            house.doInTransaction(
                () -> projects.create("On salt", article, Locale.ENGLISH, author)))
        .hasMessage("no room");

    assertThat(projects.of(author)).isEmpty();
  }
}
