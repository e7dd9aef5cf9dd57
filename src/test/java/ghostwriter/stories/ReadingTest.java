package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import ghostwriter.testing.RunningServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Write, then read it in the workspace.
class ReadingTest {
  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();

  @Test
  void aRecordingThatWasWrittenUpIsReadWithTheWordsItCameFrom() {
    Talk talk = Talk.imported(server, "The keeper of the light");
    var workspace = new Workspace(browsing.open()).signedIn(server);

    workspace.link("The keeper of the light").click();

    assertThat(workspace.heading("The keeper of the light")).isVisible();
    assertThat(workspace.badge()).hasText("done");
    for (JsonNode section : talk.document().path("sections")) {
      assertThat(
              workspace
                  .document()
                  .getByRole(
                      AriaRole.HEADING,
                      new Locator.GetByRoleOptions().setName(section.path("heading").asString())))
          .isVisible();
    }
    String block = workspace.firstBlock();
    workspace.block(block).click();

    assertThat(workspace.words()).isVisible();
    assertThat(workspace.words().locator("mark")).not().hasCount(0);
    assertThat(workspace.words().locator("mark").allTextContents())
        .containsExactlyElementsOf(cited(talk.words(block)));
    assertThat(workspace.words()).containsText("Alasdair Rennie");
  }

  private static List<String> cited(JsonNode words) {
    return words
        .valueStream()
        .map(word ->
            word.path("text")
                .asString()
                .substring(word.path("from").asInt(), word.path("to").asInt()))
        .toList();
  }

  @Test
  void fromAParagraphsWordsOneComesToTheirTurnInTheTranscript() {
    Talk talk = Talk.imported(server, "A turn of the light");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();
    workspace.block(block).click();
    String turn = talk.words(block).get(0).path("text").asString();

    workspace.words().getByRole(AriaRole.LINK).first().click();

    assertThat(workspace.heading("Transcript")).isVisible();
    assertThat(workspace.page().getByText(turn)).isInViewport();
  }

  @Test
  void everyViewOfAProjectShowsWhatItHolds() {
    Talk talk = Talk.imported(server, "All views");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());

    workspace.link("Transcript").click();
    assertThat(workspace.page().getByText("Mind the dog")).isVisible();
    workspace.link("Blueprint").click();
    assertThat(workspace.heading("Blueprint")).isVisible();
    workspace.link("Jobs").click();
    assertThat(workspace.heading("Jobs")).isVisible();
    workspace.page().goBack();
    assertThat(workspace.heading("Blueprint")).isVisible();
  }

  @Test
  void aUsedLinkSaysHowToGetANewOne() {
    String link = server.signInPage();
    new Workspace(browsing.open()).at(link).page().waitForURL(server.address() + "/");

    var second = new Workspace(browsing.open()).at(link);

    assertThat(second.heading("Sign in")).isVisible();
    assertThat(second.page().getByRole(AriaRole.MAIN))
        .containsText("This link has been used or has expired. Run ./ghostwriter link");
    assertThat(second.page().url()).isEqualTo(server.address() + "/sign-in");
  }

  @Test
  void whoHasNotSignedInIsToldHowTo() {
    var workspace = new Workspace(browsing.open()).at(server.address() + "/projects/any");

    assertThat(workspace.page().getByRole(AriaRole.MAIN)).containsText("./ghostwriter link");
  }
}
