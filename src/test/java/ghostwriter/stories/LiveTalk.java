package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// A live conversation in one browser, by the names that people see and hear.
record LiveTalk(Page page) {
  /// Where the client writes.
  Locator box() {
    return page.getByLabel("Your words");
  }

  /// All finished turns.
  Locator turns() {
    return page.getByRole(AriaRole.LOG).getByRole(AriaRole.LISTITEM);
  }

  /// What was said in them, without by whom.
  Locator words() {
    return turns().locator(".said-text");
  }

  /// The finished turns with exactly these words.
  Locator turnsSaying(String words) {
    return turns()
        .filter(
            new Locator.FilterOptions()
                .setHas(page.getByText(words, new Page.GetByTextOptions().setExact(true))));
  }

  /// The lines that tell how a draft has ended.
  Locator draftLines() {
    return turns().filter(new Locator.FilterOptions().setHas(page.locator(".badge")));
  }

  /// The client's words that do not stand in the conversation yet.
  Locator unsent() {
    return page.locator("[data-unsent]");
  }

  /// Types and sends.
  LiveTalk say(String words) {
    box().fill(words);
    box().press("Enter");
    return this;
  }

  /// Types, sends, and waits until the interviewer has answered.
  LiveTalk ask(String words) {
    say(words);
    assertThat(turnsSaying(words)).hasCount(1);
    return awaitQuestion();
  }

  /// Waits until the last word is the interviewer's.
  LiveTalk awaitQuestion() {
    assertThat(turns().last()).hasAttribute("data-role", "assistant");
    return this;
  }

  Locator plan() {
    return part("Plan");
  }

  Locator notes() {
    return part("Notes");
  }

  Locator questions() {
    return part("Open questions");
  }

  Locator document() {
    return part("Document");
  }

  private Locator part(String name) {
    return page.getByRole(
        AriaRole.REGION, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(String name) {
    return new Workspace(page).button(name);
  }
}
