package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import ghostwriter.account.Role;
import ghostwriter.testing.RunningServer;
import ghostwriter.vocabulary.ProjectId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A recording comes in through the form.
class AddingTest {
  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();

  @Test
  void aRecordingAddedInTheFormBecomesADocumentBeforeOnesEyes() {
    Page page = browsing.open();
    var workspace = new Workspace(page).signedIn(server);

    page.getByLabel("File").setInputFiles(Talk.LIGHTHOUSE);
    assertThat(page.getByLabel("Title")).hasValue("Lighthouse keeper");
    page.getByLabel("Title").fill("Added by hand");
    page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Memoir")).check();
    page.getByLabel("Client’s name").fill("Alasdair Rennie");
    workspace.button("Add recording").click();

    assertThat(workspace.heading("Added by hand")).isVisible();
    assertThat(workspace.badge()).hasText("done");
    assertThat(workspace.blocks()).not().hasCount(0);
    assertThat(page.url()).contains("/projects/");
  }

  @Test
  void aFileThatIsNoRecordingIsRefusedInTheServersOwnSentence() {
    Page page = browsing.open();
    var workspace = new Workspace(page).signedIn(server);
    byte[] nothing = "{\"meeting_transcripts\": 5}".getBytes(StandardCharsets.UTF_8);
    String sentence =
        server.operator().post("/api/recordings?fileName=talk.json", nothing).detail();

    page.getByLabel("File")
        .setInputFiles(new FilePayload("talk.json", "application/json", nothing));
    workspace.button("Add recording").click();

    assertThat(sentence).isNotEmpty();
    assertThat(page.getByRole(AriaRole.ALERT).getByText(sentence)).isVisible();
    assertThat(workspace.button("Add recording")).isEnabled();
    assertThat(workspace.heading("Projects")).isVisible();
  }

  @Test
  void aReviewerReadsButIsOfferedNoEdit() {
    Talk talk = Talk.imported(server, "For review");
    Page page = browsing.open();
    page.navigate(
        server.address()
            + "/sign-in#"
            + server.linkOf(Role.REVIEWER, ProjectId.of(talk.project())));
    var workspace = new Workspace(page);

    workspace.link("For review").click();
    workspace.block(workspace.firstBlock()).click();

    assertThat(workspace.words()).containsText("Alasdair Rennie");
    assertThat(workspace.button("Edit")).hasCount(0);
    assertThat(workspace.button("Draft now")).hasCount(0);
  }

  @Test
  void draftNowAsksForADraftThatIsFollowedToItsEnd() {
    Talk talk = Talk.imported(server, "Once more");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page() + "?view=jobs");
    Locator jobs = workspace.region("Jobs").getByRole(AriaRole.ARTICLE);
    assertThat(jobs).hasCount(1);

    workspace.button("Draft now").click();

    assertThat(jobs).hasCount(2);
    assertThat(jobs.first()).containsText("done");
    assertThat(workspace.badge()).hasText("done");
  }
}
