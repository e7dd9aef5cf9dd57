package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import ghostwriter.testing.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Editing by hand, and what must outlast it.
class EditingTest {
  private static final String BY_HAND =
      "“The lamp”, he says — *never* the light – “was hers.” 1\\. Sic";
  private static final String SHOWN = "“The lamp”, he says — never the light – “was hers.” 1. Sic";

  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();

  @Test
  void aHandEditSurvivesTheNextDraft() {
    Talk talk = Talk.imported(server, "By hand");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();
    workspace.rewrite(block, BY_HAND);
    assertThat(workspace.noteOf(block)).hasText("written by hand");
    int edited = talk.document().path("version").asInt();

    talk.goesOn(Talk.SECOND_SITTING);

    assertThat(workspace.document()).containsText("Valparaiso");
    assertThat(workspace.block(block)).hasText(SHOWN);
    assertThat(workspace.noteOf(block)).hasText("written by hand");
    JsonNode kept = talk.block(block);
    assertThat(kept.path("markdown").asString()).isEqualTo(BY_HAND);
    assertThat(kept.path("origin").asString()).isEqualTo("human");
    assertThat(talk.document().path("version").asInt()).isGreaterThan(edited);
  }

  @Test
  void twoBrowsersSeeOneChangeWithoutLoadingAnew() {
    Talk talk = Talk.imported(server, "Two of us");
    var mine = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    var yours = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = mine.firstBlock();
    assertThat(yours.block(block)).isVisible();
    yours.page().evaluate("window.sameAsBefore = true");

    mine.rewrite(block, BY_HAND);

    assertThat(yours.block(block)).hasText(SHOWN);
    assertThat(yours.noteOf(block)).hasText("written by hand");
    assertThat(yours.page().evaluate("window.sameAsBefore")).isEqualTo(true);
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsShownBeforeItIsReplaced() {
    Talk talk = Talk.imported(server, "At once");
    var mine = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    var yours = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = mine.firstBlock();
    yours.block(block).click();
    yours.button("Edit").click();
    yours.editBox().fill("Yours.");

    mine.rewrite(block, "Mine.");

    assertThat(yours.page().getByText("This paragraph was changed while you were writing."))
        .isVisible();
    assertThat(yours.editBox()).hasValue("Yours.");
    yours.button("Save").click();
    assertThat(mine.block(block)).hasText("Yours.");
  }

  @Test
  void theKeyboardAloneLeadsFromTheLinkToASavedParagraph() {
    Talk talk = Talk.imported(server, "By keys");
    Page page = browsing.open();
    var workspace = new Workspace(page).signedIn(server);

    tabTo(page, workspace.link("By keys"));
    page.keyboard().press("Enter");
    assertThat(workspace.heading("By keys")).isVisible();
    String block = workspace.firstBlock();
    tabTo(page, workspace.block(block));
    page.keyboard().press("Enter");
    assertThat(workspace.words()).isVisible();
    page.keyboard().press("e");
    assertThat(workspace.editBox()).isFocused();
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().type("Typed without a mouse.");
    page.keyboard().press("Control+Enter");

    assertThat(workspace.block(block)).hasText("Typed without a mouse.");
    assertThat(workspace.block(block)).isFocused();
    page.keyboard().press("ArrowDown");
    assertThat(workspace.blocks().nth(1)).isFocused();
    assertThat(talk.block(block).path("markdown").asString()).isEqualTo("Typed without a mouse.");
  }

  /// Presses Tab until the element has the focus, as somebody without a mouse does.
  private static void tabTo(Page page, Locator wanted) {
    assertThat(wanted).isVisible();
    for (int presses = 0; presses < 60; presses++) {
      if ((Boolean) wanted.evaluate("element => element === document.activeElement")) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("sixty times Tab did not lead to " + wanted);
  }

  @Test
  void anEditThatIsCancelledChangesNothingAndCanBeBroughtBack() {
    Talk talk = Talk.imported(server, "Not yet");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();
    String before = workspace.block(block).textContent();
    workspace.block(block).click();
    workspace.button("Edit").click();
    workspace.editBox().fill("Half a thought");

    workspace.page().keyboard().press("Escape");

    assertThat(workspace.block(block)).hasText(before);
    workspace.button("Bring it back").click();
    assertThat(workspace.editBox()).hasValue("Half a thought");
  }
}
