package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ghostwriter.drafting.WorkerLoop;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.WorkerId;
import ghostwriter.testing.Book;
import ghostwriter.testing.RunningServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A draft that was asked for does not come through.
class FailingDraftTest {
  private static final String WHY = "The model refused the request.";

  @RegisterExtension final Browsing browsing = new Browsing();

  @Test
  void aDraftThatFailsIsToldInTheTalkAndCanBeTriedAgain() {
    try (var server = withoutWorkers()) {
      Book book = Book.on(server);
      Page page = browsing.open();
      Workspace workspace = at(server, book, page);
      workspace.button("Go on talking").click();
      LiveTalk talk = new LiveTalk(page).awaitQuestion();
      talk.ask("My grandfather built the boat in Bergen, the winter before I was born.");

      talk.say("Draft that.");
      assertThat(talk.document()).containsText("queued");
      giveUp(server);

      assertThat(toast(page)).containsText("The draft failed: " + WHY);
      assertThat(talk.draftLines()).containsText(WHY);
      assertThat(talk.document()).containsText("failed");

      server.bean(WorkerLoop.class).start();
      tryAgain(page);

      assertThat(talk.document()).containsText("done");
      assertThat(talk.draftLines()).hasCount(2);
      assertThat(talk.draftLines().last()).containsText("done");
      assertThat(toast(page)).hasCount(0);
    }
  }

  @Test
  void aRefinementThatFailsIsTriedAgainAsItWasAsked() {
    try (var server = withoutWorkers()) {
      Book book = Book.on(server);
      Page page = browsing.open();
      Workspace workspace = at(server, book, page);
      workspace.useTool("Where it began", "Refine this section");
      page.getByLabel("What should be different in “Where it began”?").fill("Make it sing.");
      page.keyboard().press("Control+Enter");
      assertThat(workspace.badge()).hasText("queued");
      giveUp(server);

      tryAgain(page);

      assertThat(page.getByText("The draft has been asked for again.")).isVisible();
      assertThat(server.operator().get(book.path() + "/jobs").json())
          .extracting(
              job -> job.path("kind").asString(),
              job -> job.path("status").asString(),
              job -> job.path("summary").asString())
          .containsExactly(
              tuple("refine", "queued", "Make it sing."),
              tuple("refine", "error", "Make it sing."));
    }
  }

  private static RunningServer withoutWorkers() {
    RunningServer server = RunningServer.start();
    server.bean(WorkerLoop.class).stop();
    return server;
  }

  private static Workspace at(RunningServer server, Book book, Page page) {
    return new Workspace(page).signedIn(server).at(server.address() + "/projects/" + book.id());
  }

  private static void tryAgain(Page page) {
    toast(page)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
        .click();
  }

  /// Does as a worker does whose model refuses.
  private static void giveUp(RunningServer server) {
    DraftQueue queue = server.bean(DraftQueue.class);
    var worker = new WorkerId(UUID.randomUUID());
    List<DraftJob> jobs =
        server.inTransaction(() -> {
          List<DraftJob> claimed = queue.claim(worker, 1);
          claimed.forEach(job -> queue.giveUp(job, WHY));
          return claimed;
        });
    assertThat(jobs).hasSize(1);
  }

  private static Locator toast(Page page) {
    return page.getByRole(AriaRole.ALERT).filter(new Locator.FilterOptions().setHasText("draft"));
  }
}
