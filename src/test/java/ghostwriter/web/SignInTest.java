package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.Caller.Answer;
import ghostwriter.testing.RunningServer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInTest {
  private static final List<String> TABLES =
      List.of("person", "sign_in_link", "sign_in", "access_token");

  private final RunningServer server = RunningServer.shared();
  private final JdbcClient sql = server.bean(JdbcClient.class);

  @Test
  void nobodyBecomesAnOperatorByLeavingWordsOut() {
    Answer refused = server.operator().post("/api/links", "{\"name\":\"Bob\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.detail()).contains("role operator");
  }

  @Test
  void aLinkWorksOnce() {
    String link = newLink();

    Answer first = use(link);
    Answer second = use(link);

    assertThat(first.status()).isEqualTo(204);
    assertThat(second.status()).isEqualTo(401);
    assertThat(second.detail()).contains("./ghostwriter link");
    assertThat(second.header("set-cookie")).doesNotContain("ghostwriter_session");
  }

  @Test
  void aLinkThatIsTooOldOpensNothing() {
    String link = newLink();
    sql.sql(
            "update sign_in_link set expires_at = now() - interval '1 second' where token_hash = :hash")
        .param("hash", hash(link))
        .update();

    assertThat(use(link).status()).isEqualTo(401);
  }

  @Test
  void aLinkIsGoodForADay() {
    Answer made = server.operator().post("/api/links", "{}");

    assertThat(made.json().path("url").asString()).startsWith(server.address() + "/sign-in#");
    assertThat(
            sql.sql(
                    "select expires_at - now() between interval '23 hours' and interval '24 hours'"
                        + " from sign_in_link where token_hash = :hash")
                .param("hash", hash(secretOf(made)))
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void whatProvesAWriteToBeOnesOwnStaysTheSameWhileOneReads() {
    Caller browser = server.operatorsBrowser();

    assertThat(browser.get("/api/me").header("set-cookie")).doesNotContain("XSRF-TOKEN");
    assertThat(browser.get("/api/projects").header("set-cookie")).doesNotContain("XSRF-TOKEN");
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    String cookie = use(newLink()).header("set-cookie");

    assertThat(cookie)
        .contains("ghostwriter_session=")
        .contains("; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=2592000")
        .doesNotContain("Domain=");
  }

  @Test
  void signingOutEndsTheSignInInTheDatabaseToo() {
    String secret = cookieOf(use(newLink()));
    Caller browser = server.stranger().with("Cookie", "ghostwriter_session=" + secret);
    String token = tokenOf(browser.get("/api/me"));

    Answer signedOut =
        browser
            .with("Cookie", "ghostwriter_session=" + secret + "; XSRF-TOKEN=" + token)
            .withOnWrites("X-XSRF-TOKEN", token)
            .post("/api/sign-out", "");

    assertThat(signedOut.status()).isEqualTo(204);
    assertThat(signedOut.header("set-cookie")).contains("ghostwriter_session=;", "Max-Age=0");
    assertThat(browser.get("/api/me").status()).isEqualTo(401);
    assertThat(rows("sign_in")).doesNotContain(HexFormat.of().formatHex(hash(secret)));
  }

  @Test
  void aSignInThatIsTooOldOpensNothing() {
    String secret = cookieOf(use(newLink()));
    sql.sql("update sign_in set expires_at = now() - interval '1 second' where token_hash = :hash")
        .param("hash", hash(secret))
        .update();

    assertThat(
            server
                .stranger()
                .with("Cookie", "ghostwriter_session=" + secret)
                .get("/api/me")
                .status())
        .isEqualTo(401);
  }

  @Test
  void secretsAreKeptAsHashesOnly() {
    String link = newLink();
    String cookie = cookieOf(use(link));
    String all = TABLES.stream().map(this::rows).reduce("", String::concat);

    for (String secret : List.of(link, cookie)) {
      assertThat(all)
          .contains(HexFormat.of().formatHex(hash(secret)))
          .doesNotContain(
              secret, HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Bearer guessed", "Bearer ", "Basic b3A6b3A=", "bearer x", "Bearer \u00e9"})
  void aTokenNobodyGaveOpensNothing(String authorization) {
    assertThat(server.stranger().with("Authorization", authorization).get("/api/me").status())
        .isEqualTo(401);
  }

  @Test
  void aGuestsLinkOpensTheProjectItWasMadeForAndNoOther() {
    Book shown = Book.on(server);
    Book hidden = Book.on(server);
    Answer made =
        server
            .operator()
            .post(
                "/api/links",
                "{\"name\":\"Rosa\",\"projectId\":\"" + shown.id() + "\",\"role\":\"reviewer\"}");

    Caller guest = server.stranger().signIn(secretOf(made));

    assertThat(guest.get("/api/me").json().path("operator").asBoolean()).isFalse();
    assertThat(guest.get(shown.path()).json().path("role").asString()).isEqualTo("reviewer");
    assertThat(guest.get(hidden.path()).status()).isEqualTo(404);
    assertThat(Stream.of(guest.get("/api/projects").json()).flatMap(list -> list.valueStream()))
        .hasSize(1);
  }

  private String newLink() {
    return secretOf(
        server.operator().post("/api/links", "{\"name\":\"Rosa\",\"role\":\"operator\"}"));
  }

  private static String secretOf(Answer made) {
    return made.json().path("url").asString().split("#", 2)[1];
  }

  private Answer use(String link) {
    return server.stranger().post("/api/sign-in", "{\"link\":\"" + link + "\"}");
  }

  private static String cookieOf(Answer answer) {
    return answer.header("set-cookie").replaceAll("(?s).*ghostwriter_session=([^;]+);.*", "$1");
  }

  private static String tokenOf(Answer answer) {
    return answer.header("set-cookie").replaceAll("(?s).*XSRF-TOKEN=([^;]+);.*", "$1");
  }

  private String rows(String table) {
    return sql.sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
        .query((row, _) -> row.getString(1))
        .single();
  }

  private static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
