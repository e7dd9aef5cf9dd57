package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import ghostwriter.account.Role;
import ghostwriter.drafting.WorkerLoop;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.LeaseLost;
import ghostwriter.queue.WorkerId;
import ghostwriter.testing.Book;
import ghostwriter.testing.RunningServer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The operator looks after the drafts of all projects.
class QueuePageTest {
  private static final String WHY = "The model refused the request.";

  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.start();
  private final DraftQueue queue = server.bean(DraftQueue.class);
  private final WorkerId worker = new WorkerId(UUID.randomUUID());

  @BeforeEach
  void nobodyDrafts() {
    server.bean(WorkerLoop.class).stop();
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void theOperatorStartsRetriesAndCancelsDraftsOneByOne() {
    Book book = Book.on(server);
    Page page = browsing.open();
    var workspace = new Workspace(page).signedIn(server);
    workspace.link("Queue").click();
    assertThat(workspace.heading("Queue")).isVisible();
    assertThat(page.getByText("No draft has been asked for yet.")).isVisible();

    server.operator().post(book.path() + "/jobs", "{\"urgency\": \"low\"}");
    assertThat(drafts(page)).containsText("queued");
    assertThat(page.getByText("The oldest that waits was asked for just now.")).isVisible();

    workspace.button("Start all that waits").click();
    assertThat(said(page)).hasText("1 waiting draft may start now.");
    giveUp(claim());
    assertThat(drafts(page)).containsText("failed");
    assertThat(drafts(page)).containsText(WHY);

    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Failed 1")).click();
    press(page, "Retry");
    assertThat(said(page)).containsText("was asked for again");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Waiting 1")).click();
    assertThat(drafts(page)).hasCount(1);
    assertThat(drafts(page)).containsText("high urgency");

    DraftJob running = claim();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Drafting 1")).click();
    assertThat(drafts(page)).containsText("at work for");
    press(page, "Details");
    assertThat(drafts(page)).containsText(worker.value().toString());
    press(page, "Cancel");
    assertThat(said(page)).containsText("is cancelled");
    assertThat(page.getByText("Nobody is drafting.")).isVisible();
    assertThatThrownBy(() -> giveUp(running)).isInstanceOf(LeaseLost.class);
  }

  @Test
  void whatWaitsBehindAnotherDraftSaysSo() {
    Book book = Book.on(server);
    server.operator().post(book.path() + "/jobs", "{\"urgency\": \"low\"}");
    server
        .operator()
        .post(
            book.path() + "/document/sections/" + book.section() + "/refine",
            "{\"instruction\": \"Shorter.\"}");
    Page page = browsing.open();
    new Workspace(page).signedIn(server).at(server.address() + "/queue?status=queued");
    assertThat(drafts(page)).hasCount(2);
    Locator refinement =
        drafts(page).filter(new Locator.FilterOptions().setHasText("refines one section"));
    Locator update = drafts(page).filter(new Locator.FilterOptions().setHasText("low urgency"));

    for (Locator draft : List.of(refinement, update)) {
      draft.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Details")).click();
    }

    assertThat(refinement).containsText("As soon as its turn comes.");
    assertThat(update).containsText("After another draft of this project that comes before it.");
  }

  @Test
  void theBadgeOfADraftThatIsCancelledClearsByItself() {
    Book book = Book.on(server);
    server.operator().post(book.path() + "/jobs", "{\"urgency\": \"low\"}");
    Page page = browsing.open();
    var workspace =
        new Workspace(page).signedIn(server).at(server.address() + "/projects/" + book.id());
    assertThat(workspace.badge()).hasText("queued");

    server.operator().post("/api/queue/jobs/" + book.job() + "/cancel", "");

    assertThat(workspace.badge()).hasText("");
  }

  @Test
  void theOperatorIsWarnedOfATransactionThatIsHeldOpen() {
    Page page = browsing.open();
    var workspace = new Workspace(page).signedIn(server);
    page.route("**/api/queue", QueuePageTest::withAnOpenTransaction);

    workspace.link("Queue").click();

    assertThat(workspace.region("Open transactions"))
        .containsText("report: idle in transaction since");
  }

  private static void withAnOpenTransaction(Route route) {
    String answer =
        route
            .fetch()
            .text()
            .replace(
                "\"longTransactions\":[]",
                "\"longTransactions\":[{\"application\":\"report\","
                    + "\"state\":\"idle in transaction\",\"since\":\"2026-11-21T06:00:00Z\"}]");
    route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(answer));
  }

  @Test
  void whoIsNoOperatorIsToldSo() {
    Book book = Book.on(server);
    Page page = browsing.open();
    page.navigate(server.address() + "/sign-in#" + server.linkOf(Role.AUTHOR, book.id()));
    var workspace = new Workspace(page);
    assertThat(workspace.heading("Projects")).isVisible();
    assertThat(workspace.link("Queue")).hasCount(0);

    workspace.at(server.address() + "/queue");

    assertThat(page.getByText("Only an operator may see the drafts of all projects.")).isVisible();
  }

  private DraftJob claim() {
    queue.beat(worker);
    List<DraftJob> claimed = server.inTransaction(() -> queue.claim(worker, 1));
    assertThat(claimed).hasSize(1);
    return claimed.getFirst();
  }

  /// Does as a worker does whose model refuses.
  private void giveUp(DraftJob job) {
    server.inTransaction(() -> {
      queue.giveUp(job, WHY);
      return true;
    });
  }

  private static void press(Page page, String verb) {
    drafts(page)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(verb))
        .first()
        .click();
  }

  private static Locator drafts(Page page) {
    return page.getByRole(AriaRole.ARTICLE);
  }

  private static Locator said(Page page) {
    return page.getByRole(AriaRole.STATUS);
  }
}
