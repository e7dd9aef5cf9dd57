package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ghostwriter.account.Role;
import ghostwriter.testing.Book;
import ghostwriter.testing.Cable;
import ghostwriter.testing.RunningServer;
import ghostwriter.vocabulary.ProjectId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A talk about a book that is planned already, and what may come between.
class TalkingTest {
  private static final String BOAT =
      "My grandfather built the boat in Bergen, the winter before I was born.";

  private static final String TAR = "You got the tar off with butter, and butter was dear.";

  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();
  private final Book book = Book.on(server);

  /// A new author of the book begins a conversation about it, as its page offers.
  private LiveTalk begun(Page page) {
    authorAt(page, server.address().toString()).button("Go on talking").click();
    return new LiveTalk(page).awaitQuestion();
  }

  /// The book's page, for a new author of the book, by the server's address or another one.
  private Workspace authorAt(Page page, String address) {
    return signedIn(page, address, server.linkOf(Role.AUTHOR, book.id()))
        .at(address + "/projects/" + book.id());
  }

  private static Workspace signedIn(Page page, String address, String link) {
    page.navigate(address + "/sign-in#" + link);
    var workspace = new Workspace(page);
    assertThat(workspace.heading("Projects")).isVisible();
    return workspace;
  }

  private String bookPage() {
    return server.address() + "/projects/" + book.id();
  }

  @Test
  void aReloadInMidTypingKeepsWhatWasTypedAndTheConversation() {
    LiveTalk talk = begun(browsing.open()).ask(BOAT);
    talk.box().pressSequentially("It smelled of cof");

    talk.page().reload();

    assertThat(talk.box()).hasValue("It smelled of cof");
    assertThat(talk.turnsSaying(BOAT)).hasCount(1);
    talk.box().press("End");
    talk.box().pressSequentially("fee.");
    talk.box().press("Enter");
    assertThat(talk.turnsSaying("It smelled of coffee.")).hasCount(1);
    assertThat(talk.box()).isEmpty();
  }

  @Test
  void whatIsTypedInOneBrowserIsFoundInAnother() {
    LiveTalk mine = begun(browsing.open());
    mine.box().pressSequentially("Half a thought");
    assertThat(mine.page().getByText("Saved.")).isVisible();
    var elsewhere = new Workspace(browsing.open()).signedIn(server);

    var theirs = new LiveTalk(elsewhere.at(mine.page().url()).page());

    assertThat(theirs.box()).hasValue("Half a thought");
  }

  @Test
  void twoBrowsersSeeTheSameTalkAndNotesFillUpInBoth() {
    LiveTalk mine = begun(browsing.open());
    var yours = new LiveTalk(browsing.open());
    new Workspace(yours.page())
        .signedIn(server)
        .at(bookPage())
        .link("Join the conversation")
        .click();
    yours.awaitQuestion();

    mine.ask(BOAT);

    assertThat(yours.turnsSaying(BOAT)).hasCount(1);
    assertThat(yours.words()).hasText(mine.words().allTextContents().toArray(String[]::new));
    assertThat(yours.notes()).containsText("Bergen");
    assertThat(mine.notes()).containsText("Bergen");
  }

  @Test
  void whoReadsFurtherUpIsToldOfNewWordsAndNotMoved() {
    LiveTalk talk = begun(browsing.open(small())).ask(BOAT).ask(TAR).ask("And so it went on.");
    assertThat(talk.words().last()).isInViewport();
    Locator first = talk.words().first();
    first.scrollIntoViewIfNeeded();
    var elsewhere = new LiveTalk(browsing.open());
    new Workspace(elsewhere.page()).signedIn(server).at(talk.page().url());

    elsewhere.ask("Said in another browser.");

    assertThat(talk.button("New words below")).isVisible();
    assertThat(first).isInViewport();
    talk.button("New words below").click();
    assertThat(talk.words().last()).isInViewport();
    assertThat(talk.button("New words below")).hasCount(0);
  }

  private static Browser.NewContextOptions small() {
    return new Browser.NewContextOptions().setViewportSize(360, 500);
  }

  @Test
  void aReviewerReadsAlongAndHasNoPlaceToWrite() {
    LiveTalk mine = begun(browsing.open());
    Page page = browsing.open();
    signedIn(page, server.address().toString(), server.linkOf(Role.REVIEWER, book.id()))
        .at(bookPage())
        .link("Read along")
        .click();
    var theirs = new LiveTalk(page).awaitQuestion();

    mine.say(BOAT);

    assertThat(theirs.turnsSaying(BOAT)).hasCount(1);
    assertThat(theirs.box()).hasCount(0);
    assertThat(theirs.button("Pause")).hasCount(0);
    assertThat(page.getByText("You are reading along")).isVisible();
  }

  @Test
  void whatIsSaidWhileTheConnectionIsLostArrivesOnceWhenItIsBack() {
    try (Cable cable = new Cable(server.address().getPort())) {
      Page page = browsing.open();
      authorAt(page, cable.address().toString()).button("Go on talking").click();
      LiveTalk talk = new LiveTalk(page).awaitQuestion();

      assertThat(talk.box()).isVisible();
      cable.unplug();
      assertThat(page.getByText("Connection lost.")).isVisible();
      talk.say(TAR);
      assertThat(talk.unsent()).containsText("Not sent yet.");
      cable.leadTo(server.address().getPort());

      assertThat(page.getByText("Connected again.")).isVisible();
      assertThat(talk.turnsSaying(TAR)).hasCount(1);
      assertThat(talk.unsent()).hasCount(0);
      assertThat(page.getByText("Connection lost.")).hasCount(0);
      talk.awaitQuestion();
    }
  }

  @Test
  void whatIsSaidInAPauseWaitsForTheResume() {
    LiveTalk talk = begun(browsing.open());
    talk.button("Pause").click();
    assertThat(talk.page().getByText("What you send now waits until you resume.")).isVisible();

    talk.say(TAR);
    assertThat(talk.unsent()).containsText("Waits until the conversation goes on.");
    talk.page().reload();
    assertThat(talk.unsent()).containsText(TAR);
    var elsewhere = new LiveTalk(talk.page().context().newPage());
    elsewhere.page().navigate(talk.page().url());
    assertThat(elsewhere.unsent()).containsText(TAR);
    talk.button("Resume").click();

    for (LiveTalk tab : List.of(talk, elsewhere)) {
      assertThat(tab.turnsSaying(TAR)).hasCount(1);
      assertThat(tab.unsent()).hasCount(0);
    }
    talk.awaitQuestion();
  }

  @Test
  void aStopAsksFirstAndKeepsEveryWord() {
    LiveTalk talk = begun(browsing.open()).ask(BOAT);
    talk.button("Stop").click();
    talk.button("Keep talking").click();
    talk.box().fill("Half a thought");

    talk.button("Stop").click();
    talk.button("End it").click();

    assertThat(talk.page().getByText("This conversation has ended.")).isVisible();
    assertThat(talk.box()).hasCount(0);
    assertThat(talk.page().getByText("Half a thought")).isVisible();
    assertThat(talk.turnsSaying(BOAT)).hasCount(1);
    var workspace = new Workspace(talk.page()).at(bookPage() + "?view=transcript");
    assertThat(workspace.region("Transcript")).containsText(BOAT);
    assertThat(workspace.button("Go on talking")).isVisible();
  }

  @Test
  void aQuestionIsTickedOffWhileTheTalkGoesOn() {
    Talk recorded = Talk.imported(server, "With questions");
    Page page = browsing.open();
    String link = server.linkOf(Role.AUTHOR, ProjectId.of(recorded.project()));
    signedIn(page, server.address().toString(), link)
        .at(recorded.page())
        .button("Go on talking")
        .click();
    LiveTalk talk = new LiveTalk(page).awaitQuestion();
    Locator open = talk.questions().getByRole(AriaRole.LISTITEM);
    assertThat(open.first()).isVisible();
    int before = open.count();

    open.first().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Done")).click();

    assertThat(open).hasCount(before - 1);
  }
}
