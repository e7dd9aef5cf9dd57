package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ghostwriter.testing.RunningServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Working on sections as a whole.
class SectionsTest {
  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();

  @Test
  void aBookIsGivenAnotherShapeSectionBySection() {
    Talk talk = Talk.imported(server, "In good order");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    var reader = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    assertThat(reader.headings().first()).hasText("Where it began");

    workspace.useTool("Where it began", "Rename");
    workspace.page().getByLabel("Heading of this section").fill("The island");
    workspace.page().keyboard().press("Enter");
    assertThat(reader.headings().first()).hasText("The island");
    assertThat(workspace.button("Section tools for The island")).isFocused();

    workspace.useTool("The island", "Move down");
    assertThat(reader.headings().nth(1)).hasText("The island");
    workspace.button("Move up").click();
    assertThat(reader.headings().first()).hasText("The island");

    workspace.useTool("The people", "Merge with the one above");
    assertThat(reader.heading("The people")).hasCount(0);
    assertThat(workspace.heading("The island")).isFocused();
    List<String> blocks = blocksOf(talk.document().at("/sections/0"));
    assertThat(blocks).hasSizeGreaterThan(1);

    workspace.block(blocks.get(1)).click();
    workspace.button("Split here").click();
    workspace.page().getByLabel("Heading of the section that begins here").fill("My mother");
    workspace.button("Split").click();
    assertThat(reader.headings().nth(1)).hasText("My mother");
    assertThat(workspace.heading("My mother")).isFocused();
    assertThat(blocksOf(talk.document().at("/sections/0"))).containsExactly(blocks.getFirst());
    assertThat(blocksOf(talk.document().at("/sections/1")))
        .isEqualTo(blocks.subList(1, blocks.size()));
  }

  @Test
  void aSectionIsRemovedAfterAQuestionAndComesBack() {
    Talk talk = Talk.imported(server, "Too much");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    workspace.useTool("Where it began", "Remove");
    workspace.button("Keep it").click();
    assertThat(workspace.heading("Where it began")).isVisible();

    workspace.useTool("Where it began", "Remove");
    workspace.button("Remove it").click();
    assertThat(workspace.heading("Where it began")).hasCount(0);

    workspace.button("Undo").click();
    assertThat(workspace.heading("Where it began")).isVisible();
  }

  @Test
  void howFarASectionIsAndItsLockAreSeenByEverybody() {
    Talk talk = Talk.imported(server, "Hands off");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    var reader = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    assertThat(reader.headings().first()).isVisible();

    state(workspace.page()).selectOption("approved");
    workspace.useTool("Where it began", "Lock");

    assertThat(reader.section("Where it began").getByText("Locked")).isVisible();
    assertThat(state(reader.page())).hasValue("approved");
    JsonNode section = talk.document().at("/sections/0");
    assertThat(section.path("locked").asBoolean()).isTrue();
    assertThat(section.path("state").asString()).isEqualTo("approved");
    workspace.useTool("Where it began", "Unlock");
    assertThat(reader.section("Where it began").getByText("Locked")).hasCount(0);
  }

  private static Locator state(Page page) {
    return page.getByLabel("State of Where it began");
  }

  private static List<String> blocksOf(JsonNode section) {
    return section.path("blocks").valueStream().map(block -> block.path("id").asString()).toList();
  }
}
