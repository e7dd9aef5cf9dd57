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

  record PersonView(PersonId id, String name, boolean operator) {}

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
    set(response, cookie.text(), Accounts.SIGN_IN_LIFE, request.isSecure());
  }

  @PostMapping("/api/sign-out")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void signOut(HttpServletRequest request, HttpServletResponse response) {
    SignInFilter.cookie(request).ifPresent(accounts::signOut);
    set(response, "", Duration.ZERO, request.isSecure());
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
    return new PersonView(person.id(), person.name(), person.operator());
  }

  @PostMapping("/api/links")
  @ResponseStatus(HttpStatus.CREATED)
  LinkView link(@RequestBody LinkForm form) {
    access.operator();
    Instant expires = clock.instant().plus(Accounts.LINK_LIFE);
    Secret link = transaction.execute(_ -> newLink(form));
    return new LinkView(addresses.signIn(link), expires);
  }

  private Secret newLink(LinkForm form) {
    if (form.projectId() == null) {
      Person operator =
          form.name() == null ? access.operator() : accounts.add(name(form.name()), true);
      return accounts.newLink(operator.id());
    }
    access.write(form.projectId());
    Role role = role(form.role());
    Person person = accounts.add(name(form.name()), false);
    accounts.addMember(form.projectId(), person.id(), role);
    return accounts.newLink(person.id());
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
