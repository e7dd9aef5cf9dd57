package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import ghostwriter.testing.RunningServer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// What drafts would change and may not is decided where it belongs.
class ProposalsTest {
  private static final String PROPOSED = "I was born in Burghead, and the snow came in.";

  @RegisterExtension final Browsing browsing = new Browsing();

  private final RunningServer server = RunningServer.shared();

  @Test
  void aProposalForALockedSectionIsAcceptedInItsPlace() {
    Talk talk = Talk.imported(server, "Locked");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();
    String before = workspace.block(block).textContent();
    talk.lock(talk.document().at("/sections/0/id").asString());

    talk.drafted(block, PROPOSED);

    assertThat(workspace.proposals()).hasCount(1);
    assertThat(workspace.block(block)).hasText(before);
    assertThat(workspace.proposals().locator("ins")).not().hasCount(0);
    assertThat(workspace.proposals().locator("del")).not().hasCount(0);
    workspace.button("1 proposal to decide").click();
    assertThat(workspace.page().locator(".proposal-title")).isFocused();
    workspace.button("Accept").click();

    assertThat(workspace.block(block)).hasText(PROPOSED);
    assertThat(workspace.proposals()).hasCount(0);
    assertThat(workspace.block(block)).isFocused();
    assertThat(talk.block(block).path("origin").asString()).isEqualTo("human");
    assertThat(talk.words(block)).isNotEmpty();
  }

  @Test
  void aNewParagraphIsProposedBehindTheOneItWouldFollow() {
    Talk talk = Talk.imported(server, "In between");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    JsonNode people = talk.document().at("/sections/1");
    String first = people.at("/blocks/0/id").asString();
    talk.lock(people.path("id").asString());

    talk.draftedBehind(first, people.path("id").asString(), "And the goat.");

    assertThat(workspace.proposals()).containsText("And the goat.");
    assertThat(workspace.proposals().locator("xpath=following::*[@data-block][1]"))
        .hasAttribute("data-block", people.at("/blocks/1/id").asString());
    workspace.button("Accept").click();
    assertThat(workspace.section("The people").locator("[data-block]").nth(1))
        .hasText("And the goat.");
  }

  @Test
  void aRejectedProposalChangesNothing() {
    Talk talk = Talk.imported(server, "Not so");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();
    workspace.rewrite(block, "As I would have it.");

    talk.drafted(block, PROPOSED);
    workspace.button("Reject").click();

    assertThat(workspace.proposals()).hasCount(0);
    assertThat(workspace.block(block)).hasText("As I would have it.");
  }

  @Test
  void aProposalIsTakenInOnesOwnWords() {
    Talk talk = Talk.imported(server, "In other words");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();
    workspace.rewrite(block, "By hand.");
    talk.drafted(block, PROPOSED);

    workspace.button("Edit and accept").click();
    assertThat(inMyWords(workspace)).hasValue(PROPOSED);
    inMyWords(workspace).fill("I was born in the snow.");
    workspace.page().keyboard().press("Control+Enter");

    assertThat(workspace.block(block)).hasText("I was born in the snow.");
    assertThat(workspace.proposals()).hasCount(0);
  }

  @Test
  void wordsWrittenOnAProposalOutlastThatSomebodyElseDecidesIt() {
    Talk talk = Talk.imported(server, "Decided");
    var mine = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    var yours = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = mine.firstBlock();
    mine.rewrite(block, "By hand.");
    talk.drafted(block, PROPOSED);
    yours.button("Edit and accept").click();
    inMyWords(yours).fill("Words of mine that nobody has yet.");

    mine.button("Reject").click();

    assertThat(yours.page().getByText("Somebody has decided on this proposal meanwhile."))
        .isVisible();
    yours.button("Make it a new paragraph").click();
    yours.button("Save").click();
    assertThat(mine.document()).containsText("Words of mine that nobody has yet.");
    assertThat(mine.block(block)).hasText("By hand.");
  }

  @Test
  void theTabOfTheDocumentCountsWhatIsToBeDecided() {
    Talk talk = Talk.imported(server, "Counted");
    var workspace = new Workspace(browsing.open()).signedIn(server).at(talk.page());
    String block = workspace.firstBlock();
    workspace.link("History").click();
    talk.lock(talk.document().at("/sections/0/id").asString());

    talk.drafted(block, PROPOSED);

    Locator views = workspace.page().getByRole(AriaRole.NAVIGATION).first();
    assertThat(views.getByRole(AriaRole.LINK).first()).hasText(Pattern.compile("Document\\s*1"));
  }

  private static Locator inMyWords(Workspace workspace) {
    return workspace.page().getByLabel("In your words");
  }
}
