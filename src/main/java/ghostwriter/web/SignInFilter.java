package ghostwriter.web;

import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.account.Secret;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// Tells who asks: the bearer of a token, otherwise the owner of the cookie.
final class SignInFilter extends OncePerRequestFilter {
  static final String COOKIE = "ghostwriter_session";
  private static final String BEARER = "Bearer ";

  private final Accounts accounts;

  SignInFilter(Accounts accounts) {
    this.accounts = accounts;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      person(request, accounts)
          .map(SignedIn::new)
          .ifPresent(SecurityContextHolder.getContext()::setAuthentication);
    }
    chain.doFilter(request, response);
  }

  /// Who asks, looked up anew: a sign-in may have ended since.
  static Optional<Person> person(HttpServletRequest request, Accounts accounts) {
    Optional<Secret> token = bearer(request);
    return token.isPresent()
        ? token.flatMap(accounts::byToken)
        : cookie(request).flatMap(accounts::byCookie);
  }

  static Optional<Secret> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.startsWith(BEARER))
        .map(header -> new Secret(header.substring(BEARER.length()).strip()));
  }

  static Optional<Secret> cookie(HttpServletRequest request) {
    return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .map(Secret::new);
  }
}
