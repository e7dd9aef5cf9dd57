package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import ghostwriter.testing.RunningServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every page at every width, light and dark: nothing runs off the side, everything can be found by
/// whoever does not see it.
class LooksTest {
  private static final int[] WIDTHS = {360, 768, 1440};
  private static final String AXE = axe();
  private static final String FINDINGS =
      """
      async () => (await axe.run({ resultTypes: ['violations'] })).violations
        .map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', '))
      """;
  private static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private static String axe() {
    try {
      return Files.readString(Path.of("src/workspace/node_modules/axe-core/axe.min.js"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void noPageRunsOffTheSideOrLeavesAnybodyOut(ColorScheme colours) {
    Talk talk = withAllThereIs(Talk.imported(server, "Looks in " + colours));
    var workspace =
        new Workspace(browsing.open(new Browser.NewContextOptions().setColorScheme(colours)));
    workspace.signedIn(server);

    pages(talk)
        .forEach((address, heading) -> {
          workspace.at(server.address() + address);
          for (int width : WIDTHS) {
            workspace.page().setViewportSize(width, 800);
            assertThat(workspace.heading(heading)).isVisible();
            standsWhole(workspace.page(), address + " at " + width);
          }
        });
  }

  /// A proposal for a paragraph in a locked section, and words put right that it rests on.
  private static Talk withAllThereIs(Talk talk) {
    String block = talk.document().at("/sections/0/blocks/0/id").asString();
    talk.lock(talk.document().at("/sections/0/id").asString());
    talk.drafted(block, "I was born in Burghead, when the snow came in.");
    talk.corrected(block, "Burghead", "Burnhead");
    return talk;
  }

  /// Every page by its address, with a heading that stands once it is all there.
  private static Map<String, String> pages(Talk talk) {
    String block = talk.document().at("/sections/0/blocks/0/id").asString();
    String project = "/projects/" + talk.project();
    return Map.ofEntries(
        entry("/", "Projects"),
        entry(project, "Where it began"),
        entry(project + "?block=" + block, "The words it came from"),
        entry(project + "?view=history", "History"),
        entry(project + "?view=history&from=1&to=2", "From version 1 to version 2"),
        entry(project + "?view=transcript", "Transcript"),
        entry(project + "?view=unused", "Said, but not in the book"),
        entry(project + "?view=blueprint", "Blueprint"),
        entry(project + "?view=questions", "Open questions"),
        entry(project + "?view=jobs", "Jobs"),
        entry("/sessions/" + talk.goneOnWith(), talk.title()),
        entry("/queue", "Queue"),
        entry("/sign-in", "Sign in"),
        entry("/nowhere", "Not found"));
  }

  @Test
  void theToolsOfASectionStandWhole() {
    Talk talk = withAllThereIs(Talk.imported(server, "Looks of tools"));
    Page page = browsing.open(new Browser.NewContextOptions().setViewportSize(360, 740));
    var workspace = new Workspace(page).signedIn(server).at(talk.page());
    for (String tool : List.of("Rename", "Refine this section", "Remove")) {
      workspace.useTool("The people", tool);
      standsWhole(page, tool);
      workspace.button("Section tools for The people").click();
    }
    workspace.button("Edit and accept").click();
    standsWhole(page, "a proposal in other words");
  }

  @Test
  void onAPhoneBothPanelsOfATalkStandWhole() {
    Talk talk = Talk.imported(server, "Looks of a talk");
    Page page = browsing.open(new Browser.NewContextOptions().setViewportSize(360, 740));
    new Workspace(page).signedIn(server).at(server.address() + "/sessions/" + talk.goneOnWith());
    var live = new LiveTalk(page).awaitQuestion();
    assertThat(live.questions()).isHidden();

    page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Talk")).press("ArrowRight");

    assertThat(live.questions()).isVisible();
    assertThat(live.box()).isHidden();
    standsWhole(page, "plan and notes");
  }

  @Test
  void theSearchForFaultsFindsOne() {
    Page page = browsing.open();
    page.setContent("<html><body><img src='data:,'><input></body></html>");

    assertThat(faults(page)).isNotEmpty();
  }

  /// One banner, one main part and one first heading, nothing too wide, nothing that axe finds.
  private static void standsWhole(Page page, String where) {
    assertThat(page.getByRole(AriaRole.BANNER).first()).isVisible();
    assertThat(page.getByRole(AriaRole.MAIN)).hasCount(1);
    assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
        .hasCount(1);
    assertThat(page.evaluate(TOO_WIDE)).as(where).isEqualTo(0);
    assertThat(faults(page)).as(where).isEqualTo(List.of());
  }

  private static List<?> faults(Page page) {
    page.evaluate(AXE);
    return (List<?>) page.evaluate(FINDINGS);
  }

  @Test
  void theFirstThingTheKeyboardReachesSkipsToTheContent() {
    Page page = browsing.open();
    new Workspace(page).signedIn(server).at(server.address() + "/");
    assertThat(new Workspace(page).heading("Projects")).isVisible();

    page.keyboard().press("Tab");
    assertThat(page.getByText("Skip to the content")).isFocused();
    page.keyboard().press("Enter");

    assertThat(page.getByRole(AriaRole.MAIN)).isFocused();
  }

  @Test
  void aPageReadsWithTheTextTwiceAsLarge() {
    Talk talk = Talk.imported(server, "Large");
    Page page = browsing.open(new Browser.NewContextOptions().setViewportSize(640, 800));
    new Workspace(page).signedIn(server).at(talk.page());
    assertThat(new Workspace(page).heading("Where it began")).isVisible();

    page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");

    assertThat(page.evaluate(TOO_WIDE)).isEqualTo(0);
  }
}
