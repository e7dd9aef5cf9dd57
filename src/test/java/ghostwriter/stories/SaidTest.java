package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import ghostwriter.testing.RunningServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The book against what was said: words put right, and words that it does not have.
class SaidTest {
  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();

  @Test
  void aParagraphWhoseWordsWereCorrectedSaysSoUntilSomebodyLetsItStand() {
    Talk talk = Talk.imported(server, "Misheard");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();
    String before = workspace.block(block).textContent();
    assertThat(stale(workspace)).hasCount(0);

    talk.corrected(block, "Burghead", "Burnhead");

    assertThat(stale(workspace)).hasCount(1);
    workspace.button("See the corrected words").click();
    assertThat(workspace.words().locator("del")).containsText("Burghead");
    assertThat(workspace.words().locator("ins")).containsText("Burnhead");
    workspace.button("It is still right").click();
    assertThat(stale(workspace)).hasCount(0);
    assertThat(workspace.block(block)).hasText(before);
  }

  private static Locator stale(Workspace workspace) {
    return workspace
        .document()
        .getByText("Words that this rests on were corrected after it was written.");
  }

  @Test
  void whatNobodySaidIsMarkedUntilSomebodyStandsByIt() {
    Talk talk = Talk.imported(server, "Doubtful");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();

    talk.draftedInDoubt(block, "I was born in Burghead in 1951.", "1951");

    Locator mark = workspace.document().getByText("“1951” was not found in the words");
    assertThat(mark).isVisible();
    workspace.button("See what was said").click();
    assertThat(workspace.words()).containsText("ninth of February 1941");
    workspace.button("It is right").click();
    assertThat(mark).hasCount(0);
    assertThat(workspace.block(block)).hasText("I was born in Burghead in 1951.");
  }

  @Test
  void whatWasSaidAndIsNotInTheBookLeadsToItsPlaceAndToADraft() {
    Talk talk = Talk.imported(server, "Left out");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    workspace.link("Not in the book").click();
    assertThat(workspace.heading("Said, but not in the book")).isVisible();
    Locator passage = workspace.page().locator(".unused-passage").first();
    String said = passage.locator("blockquote").textContent();

    passage.getByRole(AriaRole.LINK).click();
    assertThat(workspace.heading("Transcript")).isVisible();
    assertThat(workspace.page().getByText(said)).isInViewport();

    workspace.link("Not in the book").click();
    passage.getByRole(AriaRole.BUTTON).click();
    assertThat(workspace.page().locator("blockquote").getByText(said)).hasCount(0);
  }
}
