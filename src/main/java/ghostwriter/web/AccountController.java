package ghostwriter.web;

import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.account.Secret;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out, and links for others.
@RestController
class AccountController {
  record SignInForm(@Nullable String link) {}

  record LinkForm(@Nullable String name, @Nullable ProjectId projectId, @Nullable String role) {}

  record PersonView(PersonId id, String name, boolean operator, boolean mayBegin) {}

  record LinkView(String url, Instant expiresAt) {}

  private final Accounts accounts;
  private final Access access;
  private final Addresses addresses;
  private final InstantSource clock;
  private final TransactionTemplate transaction;

  AccountController(
      Accounts accounts,
      Access access,
      Addresses addresses,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.accounts = accounts;
    this.access = access;
    this.addresses = addresses;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @PostMapping("/api/sign-in")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signIn(
      @RequestBody SignInForm form, HttpServletRequest request, HttpServletResponse response) {
    var link = new Secret(form.link() == null ? "" : form.link());
    Secret cookie =
        transaction
            .execute(_ -> accounts.signIn(link))
            .orElseThrow(() ->
                Problem.unauthorized(
                    "This sign-in link was used already or is too old; run ./ghostwriter link for a new one."));
    set(response, cookie.text(), Accounts.SIGN_IN_LIFE, addresses.isSecure(request));
  }

  @PostMapping("/api/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    SignInFilter.cookie(request).ifPresent(accounts::signOut);
    set(response, "", Duration.ZERO, addresses.isSecure(request));
  }

  private static void set(
      HttpServletResponse response, String value, Duration life, boolean secure) {
    var cookie =
        ResponseCookie.from(SignInFilter.COOKIE, value)
            .httpOnly(true)
            .secure(secure)
            .sameSite("Strict")
            .path("/")
            .maxAge(life)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }

  /// Also hands out the token that a browser's writes must carry: naming it here makes the chain
  /// set its cookie.
  @GetMapping("/api/me")
  PersonView me(CsrfToken token) {
    token.getToken();
    Person person = access.person();
    return new PersonView(person.id(), person.name(), person.operator(), accounts.mayBegin(person));
  }

  @PostMapping("/api/links")
  @ResponseStatus(HttpStatus.CREATED)
  LinkView link(@RequestBody LinkForm form) {
    access.operator();
    Instant expires = clock.instant().plus(Accounts.LINK_LIFE);
    Secret link = transaction.execute(_ -> newLink(form));
    return new LinkView(addresses.signIn(link), expires);
  }

  /// Without a name, for whoever asks; with a project, for a member of it; as an operator only
  /// where that is said.
  private Secret newLink(LinkForm form) {
    if (form.name() == null && form.projectId() == null) {
      return accounts.newLink(access.operator().id());
    }
    String name = name(form.name());
    Person person =
        form.projectId() == null
            ? operator(name, form.role())
            : member(form.projectId(), name, form.role());
    return accounts.newLink(person.id());
  }

  private Person operator(String name, @Nullable String role) {
    if (!"operator".equals(role)) {
      throw Problem.badRequest(
          "Say for which project the link is, or give the role operator, who may do everything.");
    }
    return accounts.operatorNamed(name).orElseGet(() -> accounts.add(name, true));
  }

  private Person member(ProjectId project, String name, @Nullable String role) {
    access.write(project);
    Role wanted = role(role);
    Person person = accounts.memberNamed(project, name).orElseGet(() -> accounts.add(name, false));
    accounts.addMember(project, person.id(), wanted);
    return person;
  }

  private static String name(@Nullable String name) {
    if (name == null || name.isBlank() || name.length() > 200) {
      throw Problem.badRequest("Say who the link is for: a name of 1 to 200 characters.");
    }
    return name.strip();
  }

  private static Role role(@Nullable String role) {
    return switch (role == null ? "" : role.toLowerCase(Locale.ROOT)) {
      case "author" -> Role.AUTHOR;
      case "reviewer" -> Role.REVIEWER;
      default -> throw Problem.badRequest("The role must be author or reviewer.");
    };
  }
}
