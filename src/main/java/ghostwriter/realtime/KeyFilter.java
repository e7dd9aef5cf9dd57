package ghostwriter.realtime;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the key a caller shows: as a bearer token, or among the subprotocols, where browsers have
/// to put it. Cookies are not looked at.
final class KeyFilter extends OncePerRequestFilter {
  private static final String BEARER = "Bearer ";
  private static final String SUBPROTOCOLS = "Sec-WebSocket-Protocol";
  private static final String KEY_PROTOCOL = "openai-insecure-api-key.";

  private final EngineKeys keys;

  KeyFilter(EngineKeys keys) {
    this.keys = keys;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    bearer(request)
        .or(() -> subprotocol(request))
        .flatMap(keys::admit)
        .ifPresent(SecurityContextHolder.getContext()::setAuthentication);
    chain.doFilter(request, response);
  }

  private static Optional<String> bearer(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.startsWith(BEARER))
        .map(header -> header.substring(BEARER.length()).strip());
  }

  private static Optional<String> subprotocol(HttpServletRequest request) {
    return Collections.list(request.getHeaders(SUBPROTOCOLS)).stream()
        .flatMap(header -> Stream.of(header.split(",", -1)))
        .map(String::strip)
        .filter(name -> name.startsWith(KEY_PROTOCOL))
        .map(name -> name.substring(KEY_PROTOCOL.length()))
        .findFirst();
  }
}
