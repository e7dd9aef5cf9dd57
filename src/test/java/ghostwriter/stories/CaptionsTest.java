package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import ghostwriter.testing.Book;
import ghostwriter.testing.RunningServer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// An interviewer who takes time to speak.
class CaptionsTest {
  @RegisterExtension final Browsing browsing = new Browsing();

  @Test
  void anAnswerIsSeenWhileItIsBeingSaid() {
    try (var model = new SlowModel("Where did the boat ", "lie in winter?");
        var server = RunningServer.start(settings(model))) {
      Page page = browsing.open();
      new Workspace(page)
          .signedIn(server)
          .at(server.address() + "/projects/" + Book.on(server).id())
          .button("Go on talking")
          .click();
      var talk = new LiveTalk(page);

      assertThat(page.getByText("Where did the boat")).isVisible();
      assertThat(talk.turns()).hasCount(0);
      page.reload();
      assertThat(page.getByText("Where did the boat")).isVisible();
      model.goOn();

      assertThat(talk.turnsSaying("Where did the boat lie in winter?")).hasCount(1);
      assertThat(talk.turns()).hasCount(1);
    }
  }

  private static Map<String, String> settings(SlowModel model) {
    return Map.of(
        "GHOSTWRITER_INTERVIEWER_URL", model.address(), "GHOSTWRITER_INTERVIEWER_MODEL", "slow");
  }
}
