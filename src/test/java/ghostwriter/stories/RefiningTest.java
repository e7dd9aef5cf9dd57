package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import ghostwriter.testing.RunningServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// One section is worked over as somebody asks.
class RefiningTest {
  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();

  @Test
  void aSectionIsMadeShorterAndTheOthersStayAsTheyAre() {
    Talk talk = Talk.imported(server, "Shorter");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    Locator paragraphs = workspace.section("The people").locator("[data-block]");
    assertThat(paragraphs).hasCount(2);
    JsonNode first = talk.document().at("/sections/0");

    workspace.useTool("The people", "Refine this section");
    workspace
        .page()
        .getByLabel("What should be different in “The people”?")
        .fill("Make it shorter, please.");
    workspace.page().keyboard().press("Control+Enter");

    assertThat(paragraphs).hasCount(1);
    assertThat(workspace.page().locator(".refine-state p")).hasAttribute("data-status", "complete");
    assertThat(talk.document().at("/sections/0")).isEqualTo(first);
    assertThat(workspace.button("Section tools for The people")).isFocused();
  }

  @Test
  void whatIsTypedWhileTheEarlierWordsAreOnTheirWayStays() {
    Talk talk = Talk.imported(server, "On their way");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    Page page = workspace.page();
    List<Route> onTheirWay = new ArrayList<>();
    page.route("**/refine", onTheirWay::add);
    workspace.useTool("The people", "Refine this section");
    Locator box = page.getByLabel("What should be different in “The people”?");
    box.fill("Make it shorter.");

    page.waitForRequest("**/refine", () -> page.keyboard().press("Control+Enter"));
    box.fill("More about my mother.");
    page.waitForResponse("**/refine", () -> onTheirWay.getFirst().resume());

    assertThat(page.locator(".refine-state p")).isVisible();
    assertThat(box).hasValue("More about my mother.");
    box.press("Control+Enter");
    page.waitForCondition(() -> onTheirWay.size() == 2);
    onTheirWay.getLast().resume();
    assertThat(box).hasCount(0);
  }
}
