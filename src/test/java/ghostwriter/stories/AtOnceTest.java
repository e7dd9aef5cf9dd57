package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import ghostwriter.testing.RunningServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two people and a draft at work on one document at the same time: nobody's words are lost.
class AtOnceTest {
  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();

  @Test
  void twoPeopleAndADraftAtOnceLoseNothing() {
    Talk talk = Talk.imported(server, "All at once");
    var mine = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    var yours = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String first = mine.firstBlock();
    String second = mine.blocks().nth(1).getAttribute("data-block");
    String section = talk.document().at("/sections/0/id").asString();
    mine.block(first).click();
    mine.button("Edit").click();
    mine.editBox().fill("Mine, not saved yet.");

    talk.drafted(first, "The draft's own words.");
    talk.draftedBehind(first, section, "What the draft adds.");
    yours.rewrite(second, "Yours.");

    assertThat(mine.page().getByText("This paragraph was changed while you were writing."))
        .isVisible();
    assertThat(mine.page().locator(".meanwhile")).containsText("The draft's own words.");
    assertThat(mine.editBox()).hasValue("Mine, not saved yet.");
    mine.button("Save").click();
    for (Workspace browser : List.of(mine, yours)) {
      assertThat(browser.block(first)).hasText("Mine, not saved yet.");
      assertThat(browser.block(second)).hasText("Yours.");
      assertThat(browser.document()).containsText("What the draft adds.");
    }
  }

  @Test
  void whatIsTypedOutlastsItsSection() {
    Talk talk = Talk.imported(server, "No ground");
    var mine = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    var yours = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    mine.block(mine.firstBlock()).click();
    mine.button("Edit").click();
    mine.editBox().fill("Nobody takes this from me.");

    yours.useTool("Where it began", "Remove");
    yours.button("Remove it").click();

    assertThat(mine.heading("Where it began")).hasCount(0);
    assertThat(mine.page().getByText("This paragraph was removed meanwhile.")).isVisible();
    assertThat(mine.editBox()).hasValue("Nobody takes this from me.");
    mine.button("Save").click();
    assertThat(yours.document()).containsText("Nobody takes this from me.");
  }
}
