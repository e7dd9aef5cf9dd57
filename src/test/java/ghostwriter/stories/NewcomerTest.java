package ghostwriter.stories;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import ghostwriter.testing.RunningServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Somebody comes to an empty workspace and says the beginning of a book.
class NewcomerTest {
  private static final int MOST_WORDS = 120;
  private static final String WHICH = "A memoir called The Long Quay.";
  private static final List<String> PLAN =
      List.of(
          "My own life, from 1941 until I left the island.",
          "A book of ninety pages.",
          "My grandchildren.",
          "First person, plain, and nothing about the court case.");
  private static final String STORY =
      "My grandfather built the boat in the shed behind the smokehouse, the winter before I was"
          + " born, and he named her Ingrid. Nobody ever explained it. In the spring my aunt Solveig"
          + " taught me to row. You pull the water, she said, you do not push the boat.";
  private static final String DRAFT = "Draft that.";

  @RegisterExtension final Browsing browsing = new Browsing();

  @Test
  void aNewcomerSaysAFirstSectionInAtMostAHundredAndTwentyTypedWords() {
    try (var server = RunningServer.start()) {
      Page page = browsing.open();
      var workspace = new Workspace(page).signedIn(server);
      workspace.button("Begin a conversation").click();
      var talk = new LiveTalk(page).awaitQuestion();
      assertThat(talk.box()).isFocused();

      talk.ask(WHICH);
      assertThat(workspace.heading("The Long Quay")).isVisible();
      assertThat(talk.plan()).containsText("0 of 4 answered, 4 still missing.");
      for (String answer : PLAN) {
        talk.ask(answer);
      }
      assertThat(talk.document()).containsText("Nothing is written yet.");
      talk.ask(STORY);
      assertThat(talk.notes()).containsText("Ingrid");
      talk.say(DRAFT);

      assertThat(talk.draftLines()).hasCount(1);
      assertThat(talk.document()).containsText("done");
      workspace.link("Document").click();
      assertThat(workspace.blocks()).not().hasCount(0);
      assertThat(workspace.document()).containsText("You pull the water, she said");
      assertThat(workspace.document()).not().containsText("court case");
      assertThat(typedWords()).isLessThanOrEqualTo(MOST_WORDS);
    }
  }

  private static long typedWords() {
    return Stream.concat(Stream.of(WHICH, STORY, DRAFT), PLAN.stream())
        .flatMap(said -> Stream.of(said.split("\\s+")))
        .count();
  }
}
