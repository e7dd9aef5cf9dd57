package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ghostwriter.account.Role;
import ghostwriter.testing.Book;
import ghostwriter.testing.FeedViewer;
import ghostwriter.testing.RunningServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A language model drafts, and what that took is shown to whoever is concerned.
class PaidDraftTest {
  @RegisterExtension final Browsing browsing = new Browsing();

  private final QuotingModel model = new QuotingModel(false);
  private final RunningServer server = RunningServer.start(model.settings());
  private final Book book = Book.on(server);

  @BeforeEach
  void aDraft() {
    try (var feed = FeedViewer.of(server.operator(), book.path() + "/feed")) {
      feed.next("hello");
      server.operator().post(book.path() + "/jobs", "{\"urgency\": \"high\"}");
      feed.next("draftProgress");
    }
  }

  @AfterEach
  void close() {
    server.close();
    model.close();
  }

  @Test
  void theAuthorSeesWhatADraftTook() {
    Page page = browsing.open();
    page.navigate(server.address() + "/sign-in#" + server.linkOf(Role.AUTHOR, book.id()));
    var workspace = new Workspace(page);
    assertThat(workspace.heading("Projects")).isVisible();

    Locator jobs =
        workspace
            .at(server.address() + "/projects/" + book.id() + "?view=jobs")
            .region("Jobs")
            .getByRole(AriaRole.ARTICLE);

    assertThat(jobs).hasCount(1);
    assertThat(jobs).containsText("done");
    assertThat(jobs).containsText("1 attempt");
    assertThat(jobs).containsText("took ");
    assertThat(jobs).containsText("1,000 tokens in, 100 tokens out");
    assertThat(jobs).containsText("cost $0.11");
  }

  @Test
  void theOperatorSeesItWithTheModelAndItsTime() {
    Page page = browsing.open();
    new Workspace(page).signedIn(server).at(server.address() + "/queue?status=complete");
    Locator job = page.getByRole(AriaRole.ARTICLE);
    assertThat(job).containsText("1 attempt");
    assertThat(job).containsText("1,000 tokens in, 100 tokens out");
    assertThat(job).containsText("cost $0.11");

    job.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Details")).click();

    assertThat(job)
        .containsText(QuotingModel.NAME + ": 1,000 tokens in, 100 tokens out, asked 1 time, took ");
  }
}
