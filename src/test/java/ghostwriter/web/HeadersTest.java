package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.Caller;
import ghostwriter.testing.Caller.Answer;
import ghostwriter.testing.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What stands around every answer, and what is answered where nothing is.
class HeadersTest {
  private final RunningServer server = RunningServer.shared();
  private final Caller operator = server.operator();
  private final Caller stranger = server.stranger();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/sign-in",
        "/projects/1",
        "/favicon.svg",
        "/missing.js",
        "/api/me",
        "/api/kinds",
        "/api/missing",
        "/api/projects/missing"
      })
  void everyAnswerForbidsWhatAPageOfOursNeverDoes(String path) {
    for (Caller caller : new Caller[] {operator, stranger}) {
      Answer answer = caller.get(path);

      assertThat(answer.header("content-security-policy"))
          .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'")
          .contains("frame-ancestors 'none'", "form-action 'self'")
          .doesNotContain("unsafe", "*", "data:", "http");
      assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
      assertThat(answer.header("x-frame-options")).isEqualTo("DENY");
      assertThat(answer.header("referrer-policy")).isEqualTo("no-referrer");
      assertThat(answer.header("server")).isEmpty();
      assertThat(answer.header("access-control-allow-origin")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/api/projects", "/api/missing"})
  void noCacheKeepsWhatTheApiAnswers(String path) {
    assertThat(operator.get(path).header("cache-control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/projects/0198", "/anything/else"})
  void everyPathOfAPageGivesTheWorkspaceFresh(String path) {
    Answer page = stranger.get(path);

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("cache-control")).isEqualTo("no-cache");
    assertThat(page.text())
        .contains("<script type=\"module\"")
        .doesNotContain("<script>", "style=");
  }

  @Test
  void theFilesOfTheWorkspaceMayBeKeptForGood() {
    String file = stranger.get("/").text().replaceAll("(?s).*src=\"(/assets/[^\"]+)\".*", "$1");

    Answer script = stranger.get(file);

    assertThat(script.status()).isEqualTo(200);
    assertThat(script.header("content-type")).contains("javascript");
    assertThat(script.header("cache-control")).contains("immutable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/missing",
        "/api/projects/missing/more",
        "/api/projects/",
        "/api/me.json",
        "/api/projects/019a0000-0000-7000-8000-000000000000",
        "/api/projects/019a0000-0000-7000-8000-000000000000/missing"
      })
  void whatTheApiDoesNotHaveIsSaidInOneSentence(String path) {
    Answer missing = operator.get(path);

    assertThat(missing.status()).isEqualTo(404);
    Sentence.assertThatOneIsTold(missing);
  }

  @Test
  void aStrangerIsNotToldWhatTheApiHas() {
    assertThat(stranger.get("/api/missing").status()).isEqualTo(401);
    Sentence.assertThatOneIsTold(stranger.get("/api/missing"));
  }

  @Test
  void aMethodThatARouteDoesNotTakeIsSaidInOneSentence() {
    Answer wrong =
        operator.send("PUT", "/api/projects", "application/json", BodyPublishers.ofString("{}"));

    assertThat(wrong.status()).isEqualTo(405);
    Sentence.assertThatOneIsTold(wrong);
  }

  @Test
  void aBodyThatIsNoJsonByItsTypeIsSaidInOneSentence() {
    Answer wrong =
        operator.send("POST", "/api/projects", "text/xml", BodyPublishers.ofString("<a/>"));

    assertThat(wrong.status()).isEqualTo(415);
    Sentence.assertThatOneIsTold(wrong);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/..;/api/me", "/api/%2e%2e/me", "/api//me"})
  void aPathThatPlaysTricksIsRefused(String path) {
    Answer refused = operator.get(path);

    assertThat(refused.status()).isBetween(400, 404);
    Sentence.assertThatOneIsTold(refused);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me%00", "/api/%2Fme", "/%00"})
  void aPathThatNoFileCanHaveIsRefusedWithoutTellingWhoRefuses(String path) {
    Answer refused = operator.get(path);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).doesNotContainIgnoringCase("tomcat");
  }
}
