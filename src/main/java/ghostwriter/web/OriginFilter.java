package ghostwriter.web;

import ghostwriter.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses a browser's write that another site caused: its `Origin` must be the server's own.
/// Requests with a token carry no ambient authority and need none.
final class OriginFilter extends OncePerRequestFilter {
  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final PublicUrl publicUrl;

  OriginFilter(Settings settings) {
    this.publicUrl = PublicUrl.of(settings);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READS.contains(request.getMethod())
        || SignInFilter.bearer(request).isPresent()
        || isOwn(request)) {
      chain.doFilter(request, response);
    } else {
      ProblemWriter.write(
          response,
          HttpStatus.FORBIDDEN,
          "This request came from another site; open the workspace at its own address and try again.");
    }
  }

  private boolean isOwn(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    String host = request.getHeader(HttpHeaders.HOST);
    return origin != null
        && (publicUrl.origin().filter(origin::equals).isPresent()
            || origin.equals(request.getScheme() + "://" + host));
  }
}
