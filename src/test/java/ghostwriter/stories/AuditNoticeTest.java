package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Notebook;
import ghostwriter.ops.TranscriptAudit;
import ghostwriter.testing.Book;
import ghostwriter.testing.RunningServer;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.Words;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What the nightly check of all transcripts found is told to the operator.
class AuditNoticeTest {
  @RegisterExtension final Browsing browsing = new Browsing();

  @Test
  void theOperatorIsToldWhatTheNightlyCheckFound() {
    try (var server = RunningServer.start()) {
      Book book = Book.on(server);
      Page page = browsing.open();
      var workspace = new Workspace(page).signedIn(server).at(server.address() + "/");
      assertThat(page.getByRole(AriaRole.HEADING, named("Projects"))).isVisible();
      assertThat(notice(page)).hasCount(0);

      server.inTransaction(() ->
          server
              .bean(Notebook.class)
              .note(
                  book.id(),
                  Note.Kind.FACT,
                  new Words("Born in Bergen."),
                  Optional.of(new ItemId(book.session(), "ghost"))));
      server.bean(TranscriptAudit.class).now();
      workspace.at(server.address() + "/");

      assertThat(notice(page))
          .containsText("A book: a note, a passage or a draft points to a turn that is not there.");
    }
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private static Locator notice(Page page) {
    return page.getByRole(AriaRole.REGION, named("Nightly check"));
  }
}
