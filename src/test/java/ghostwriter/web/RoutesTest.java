package ghostwriter.web;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Role;
import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.Fingerprint;
import ghostwriter.testing.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A walk over every route the application has, in the shoes of everybody who could take it.
class RoutesTest {
  /// What each of them is answered; a route that is not listed here fails.
  private static final String OUTCOMES =
      """
      route                                                                               stranger outsider reviewer   author operator
      POST   /api/sign-in                                                                      401      401      401      401      401
      POST   /api/sign-out                                                                     401      204      204      204      204
      GET    /api/me                                                                           401      200      200      200      200
      POST   /api/links                                                                        401      403      403      403      201
      GET    /api/kinds                                                                        401      200      200      200      200
      GET    /api/projects                                                                     401      200      200      200      200
      POST   /api/projects                                                                     401      201      403      201      201
      GET    /api/projects/{project}                                                           401      404      200      200      200
      DELETE /api/projects/{project}                                                           401      404      403      204      204
      POST   /api/recordings                                                                   401      404      403      201      201
      GET    /api/projects/{project}/blueprint                                                 401      404      200      200      200
      GET    /api/projects/{project}/notes                                                     401      404      200      200      200
      GET    /api/projects/{project}/todos                                                     401      404      200      200      200
      POST   /api/projects/{project}/todos/{todo}                                              401      404      403      200      200
      GET    /api/projects/{project}/jobs                                                      401      404      200      200      200
      POST   /api/projects/{project}/jobs                                                      401      404      403      202      202
      POST   /api/projects/{project}/jobs/{job}/retry                                          401      404      403      202      202
      GET    /api/projects/{project}/transcript                                                401      404      200      200      200
      GET    /api/projects/{project}/transcript/search                                         401      404      200      200      200
      GET    /api/projects/{project}/transcript/unused                                         401      404      200      200      200
      POST   /api/projects/{project}/transcript/items/{session}/{item}/correction              401      404      403      200      200
      GET    /api/projects/{project}/document                                                  401      404      200      200      200
      GET    /api/projects/{project}/document/blocks/{block}/words                             401      404      200      200      200
      POST   /api/projects/{project}/document/edits                                            401      404      403      200      200
      PATCH  /api/projects/{project}/document/sections/{section}                               401      404      403      200      200
      POST   /api/projects/{project}/document/sections/{section}/refine                        401      404      403      202      202
      GET    /api/projects/{project}/document/proposals                                        401      404      200      200      200
      POST   /api/projects/{project}/document/proposals/{proposal}/accept                      401      404      403      200      200
      POST   /api/projects/{project}/document/proposals/{proposal}/reject                      401      404      403      204      204
      GET    /api/projects/{project}/document/versions                                         401      404      200      200      200
      GET    /api/projects/{project}/document/versions/{number}                                401      404      200      200      200
      GET    /api/projects/{project}/document/diff                                             401      404      200      200      200
      POST   /api/projects/{project}/document/undo                                             401      404      403      200      200
      POST   /api/projects/{project}/document/restore                                          401      404      403      200      200
      GET    /api/projects/{project}/export/markdown                                           401      404      200      200      200
      GET    /api/projects/{project}/feed                                                      401      404      200      200      200
      POST   /api/sessions                                                                     401      404      403      201      201
      GET    /api/sessions                                                                     401      200      200      200      200
      GET    /api/sessions/{session}                                                           401      404      200      200      200
      POST   /api/sessions/{session}/words                                                     401      404      403      202      202
      PUT    /api/sessions/{session}/draft                                                     401      404      403      204      204
      POST   /api/sessions/{session}/pause                                                     401      404      403      202      202
      POST   /api/sessions/{session}/resume                                                    401      404      403      202      202
      POST   /api/sessions/{session}/stop                                                      401      404      403      202      202
      GET    /api/sessions/{session}/stream                                                    401      404      200      200      200
      GET    /api/audit                                                                        401      403      403      403      200
      GET    /api/queue                                                                        401      403      403      403      200
      GET    /api/queue/jobs/{job}                                                             401      403      403      403      200
      POST   /api/queue/drain                                                                  401      403      403      403      200
      POST   /api/queue/jobs/{job}/retry                                                       401      403      403      403      202
      POST   /api/queue/jobs/{job}/cancel                                                      401      403      403      403      200
      """;

  private static final Pattern TOLD =
      Pattern.compile("^\\| `(GET|POST|PUT|PATCH|DELETE) ([^`?]+)", Pattern.MULTILINE);

  private static final Map<String, UnaryOperator<Caller>> FORGERIES =
      Map.of(
          "no token", caller -> caller.withOnWrites("X-XSRF-TOKEN", null),
          "wrong token", caller -> caller.withOnWrites("X-XSRF-TOKEN", "guessed"),
          "foreign origin", caller -> caller.withOnWrites("Origin", "https://evil.example"),
          "hidden origin", caller -> caller.withOnWrites("Origin", "null"),
          "no origin", caller -> caller.withOnWrites("Origin", null));

  private final RunningServer server = RunningServer.shared();

  static List<Route> routes() {
    return Route.all(RunningServer.shared());
  }

  static Stream<Route> writes() {
    return routes().stream().filter(Route::writes);
  }

  @Test
  void everyRouteIsListedHere() {
    assertThat(routes().stream().map(Route::toString))
        .containsExactlyInAnyOrderElementsOf(expected().keySet());
  }

  @Test
  void everyRouteIsDescribedInTheDocumentation() throws IOException {
    String page = Files.readString(Path.of("docs/http.md"));

    List<String> told =
        TOLD.matcher(page)
            .results()
            .map(row -> row.group(1) + " " + nameless(row.group(2)))
            .toList();

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            routes().stream().map(route -> nameless(route.toString())).toList());
  }

  private static String nameless(String path) {
    return path.split(" [{]", 2)[0].strip().replaceAll("\\{\\w+}", "{}");
  }

  @ParameterizedTest
  @MethodSource("routes")
  void everyRouteAnswersEverybodyAsItShould(Route route) {
    List<Integer> outcomes = callers().map(who -> outcome(route, who)).toList();

    assertThat(outcomes)
        .as("stranger, outsider, reviewer, author, operator")
        .isEqualTo(expected().get(route.toString()));
  }

  private Stream<Function<Book, Caller>> callers() {
    return Stream.of(
        _ -> server.stranger(),
        _ -> server.browserOf(Role.AUTHOR, Book.on(server).id()),
        book -> server.browserOf(Role.REVIEWER, book.id()),
        book -> server.browserOf(Role.AUTHOR, book.id()),
        _ -> server.operatorsBrowser());
  }

  /// Whoever is refused must not have changed anything either.
  private int outcome(Route route, Function<Book, Caller> who) {
    Book book = route.bookOn(server);
    Caller caller = who.apply(book);
    Fingerprint before = Fingerprint.of(server, book.id());

    int status = route.ask(caller, book);

    if (status >= 400) {
      assertThat(Fingerprint.of(server, book.id())).isEqualTo(before);
    }
    return status;
  }

  @Test
  void theEngineKnowsNobodyByCookieOrToken() {
    Book book = Book.on(server);

    assertThat(Route.ofTheEngine(server))
        .isNotEmpty()
        .allSatisfy(route ->
            assertThat(
                    Stream.of(server.stranger(), server.operatorsBrowser(), server.operator())
                        .map(caller -> caller.post(route.path(book), "{}").status()))
                .as(route.toString())
                .containsOnly(401));
  }

  @ParameterizedTest
  @MethodSource("writes")
  void aWriteThatAnotherSiteCouldHaveCausedChangesNothing(Route route) {
    Book book = route.bookOn(server);
    Caller browser = server.operatorsBrowser();
    Fingerprint before = Fingerprint.of(server, book.id());

    FORGERIES.forEach((name, forged) -> {
      // A sign-in has no cookie yet that could be misused, so only its origin counts.
      boolean signIn = route.pattern().equals("/api/sign-in") && name.endsWith("token");
      assertThat(route.ask(forged.apply(browser), book)).as(name).isEqualTo(signIn ? 401 : 403);
    });

    assertThat(Fingerprint.of(server, book.id())).isEqualTo(before);
    assertThat(browser.get("/api/me").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("writes")
  void theCommandLineNeedsNeitherCookieNorOrigin(Route route) {
    Book book = route.bookOn(server);

    int status = route.ask(server.operator().withOnWrites("Origin", null), book);

    assertThat(status)
        .isEqualTo(Objects.requireNonNull(expected().get(route.toString())).getLast());
  }

  private static Map<String, List<Integer>> expected() {
    return OUTCOMES
        .lines()
        .skip(1)
        .map(line -> line.strip().split("\\s+"))
        .collect(
            toMap(
                row -> row[0] + " " + row[1],
                row -> Arrays.stream(row).skip(2).map(Integer::valueOf).toList()));
  }
}
