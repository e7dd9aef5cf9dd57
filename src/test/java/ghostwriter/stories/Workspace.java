package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import ghostwriter.testing.RunningServer;

/// The workspace in one browser, by the names that people see and hear.
record Workspace(Page page) {
  /// Opens a one-time link, as it is printed.
  Workspace signedIn(RunningServer server) {
    page.navigate(server.signInPage());
    assertThat(heading("Projects")).isVisible();
    return this;
  }

  Workspace at(String address) {
    page.navigate(address);
    return this;
  }

  Locator heading(String name) {
    return page.getByRole(
        AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  Locator region(String name) {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(name));
  }

  Locator document() {
    return page.getByRole(AriaRole.ARTICLE, new Page.GetByRoleOptions().setName("Document"));
  }

  /// All paragraphs, lists and quotes.
  Locator blocks() {
    return document().locator("[data-block]");
  }

  Locator block(String id) {
    return document().locator("[data-block='" + id + "']");
  }

  String firstBlock() {
    assertThat(blocks().first()).isVisible();
    return blocks().first().getAttribute("data-block");
  }

  /// A section of the document with all that belongs to it.
  Locator section(String heading) {
    return document()
        .getByRole(AriaRole.REGION, new Locator.GetByRoleOptions().setName(heading).setExact(true));
  }

  /// The headings of all sections, in order.
  Locator headings() {
    return document().locator("h2");
  }

  /// Opens the tools of a section and takes one of them.
  void useTool(String heading, String tool) {
    button("Section tools for " + heading).click();
    section(heading)
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(tool).setExact(true))
        .click();
  }

  /// What drafts propose, where it is to be decided.
  Locator proposals() {
    return document().locator("[data-proposal]");
  }

  /// What has just been done, with a way back.
  Locator notice() {
    return page.locator(".notice");
  }

  /// What stands beside a paragraph.
  Locator words() {
    return page.getByRole(
        AriaRole.COMPLEMENTARY, new Page.GetByRoleOptions().setName("The words it came from"));
  }

  Locator editBox() {
    return page.getByLabel("Edit paragraph");
  }

  /// The badge that says how drafting goes.
  Locator badge() {
    return page.getByRole(AriaRole.STATUS);
  }

  /// The small note under a paragraph that is not simply what the client said.
  Locator noteOf(String block) {
    return document().locator("[data-block='" + block + "'] + .block-note");
  }

  void rewrite(String block, String markdown) {
    block(block).click();
    words().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit")).click();
    editBox().fill(markdown);
    button("Save").click();
    assertThat(editBox()).hasCount(0);
  }
}
