package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import ghostwriter.testing.RunningServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What was changed, by whom, and the way back.
class HistoryTest {
  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();

  @Test
  void anOwnEditIsUndoneAndDoneAgainAtOnce() {
    Talk talk = Talk.imported(server, "On second thought");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();
    String before = workspace.block(block).textContent();
    workspace.rewrite(block, "On second thought.");
    assertThat(workspace.block(block)).hasText("On second thought.");

    workspace.notice().getByText("Undo").click();
    assertThat(workspace.block(block)).hasText(before);
    workspace.notice().getByText("Redo").click();
    assertThat(workspace.block(block)).hasText("On second thought.");
    workspace.button("Undo the last change").click();
    assertThat(workspace.block(block)).hasText(before);
  }

  @Test
  void aDoubleClickTakesBackOneChangeHoweverQuickTheServerIs() {
    Talk talk = Talk.imported(server, "Twice");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    Page page = workspace.page();
    String block = workspace.firstBlock();
    workspace.rewrite(block, "Once.");
    workspace.rewrite(workspace.blocks().last().getAttribute("data-block"), "Twice.");
    int written = talk.document().path("version").asInt();
    Locator undo = workspace.button("Undo the last change");
    List<Request> sent = new ArrayList<>();
    page.onRequest(request -> {
      if (request.url().endsWith("/undo")) {
        sent.add(request);
      }
    });

    undo.dblclick();
    assertThat(workspace.document().getByText("Twice.")).hasCount(0);
    assertThat(undo).not().hasAttribute("aria-disabled", "true");
    // The second click of the two, come after all is done.
    page.mouse().down(new Mouse.DownOptions().setClickCount(2));
    page.mouse().up(new Mouse.UpOptions().setClickCount(2));
    page.evaluate("() => 'whatever that click sends is on its way now'");

    assertThat(workspace.block(block)).hasText("Once.");
    assertThat(sent).hasSize(1);
    assertThat(sent.getFirst().headerValue("If-Match")).isEqualTo("\"" + written + "\"");
    assertThat(talk.document().path("version").asInt()).isEqualTo(written + 1);
  }

  @Test
  void twoVersionsAreComparedWordByWordAndAnEarlierOneStandsAgain() {
    Talk talk = Talk.imported(server, "What was");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();
    String before = workspace.block(block).textContent().strip();
    int drafted = talk.document().path("version").asInt();
    workspace.rewrite(block, before + " So it was.");

    workspace.link("History").click();
    Locator newest = version(workspace, drafted + 1);
    assertThat(newest).containsText("what stands now");
    assertThat(newest).containsText("by " + me());
    newest.getByRole(AriaRole.LINK).click();

    Locator changes = workspace.page().locator(".difference");
    assertThat(changes.getByRole(AriaRole.HEADING).first()).isFocused();
    assertThat(changes.locator("ins").first()).containsText("So it was.");
    assertThat(changes).containsText("1 paragraph changed.");

    version(workspace, drafted)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Restore"))
        .click();
    workspace.button("Restore it").click();
    assertThat(version(workspace, drafted + 2)).containsText("Restores version " + drafted);
    workspace.link("Document").click();
    assertThat(workspace.block(block)).hasText(before);
  }

  private String me() {
    return server.operator().get("/api/me").json().path("name").asString();
  }

  private static Locator version(Workspace workspace, int number) {
    return workspace
        .page()
        .getByRole(
            AriaRole.ARTICLE,
            new Page.GetByRoleOptions().setName("Version " + number).setExact(true));
  }
}
