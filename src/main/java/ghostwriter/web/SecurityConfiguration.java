package ghostwriter.web;

import ghostwriter.account.Accounts;
import ghostwriter.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// The chain every request passes: headers, origin, who asks, forged-request token, and that `/api`
/// is for people who have signed in. What a person may do in a project is asked by the routes
/// themselves, of [Access].
@Configuration
class SecurityConfiguration {
  private static final String CONTENT_POLICY =
      "default-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none';"
          + " form-action 'self'";

  @Bean
  SecurityFilterChain chain(HttpSecurity http, Accounts accounts, Settings settings)
      throws Exception {
    return http.sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .headers(SecurityConfiguration::headers)
        .csrf(SecurityConfiguration::forgery)
        .addFilterBefore(new OriginFilter(settings), CsrfFilter.class)
        .addFilterBefore(new SignInFilter(accounts), CsrfFilter.class)
        .authorizeHttpRequests(requests ->
            requests
                .requestMatchers("/api/sign-in")
                .permitAll()
                .requestMatchers("/api/**")
                .authenticated()
                .anyRequest()
                .permitAll())
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint((_, response, _) ->
                    ProblemWriter.write(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "You are not signed in; run ./ghostwriter link for a new sign-in link."))
                .accessDeniedHandler((_, response, _) ->
                    ProblemWriter.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        "The request lacks its X-XSRF-TOKEN header; reload the page and try again.")))
        .build();
  }

  private static void headers(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
  }

  /// Only a cookie can be misused by another site: whoever shows a token, or nothing, is let on to
  /// be answered by what they may do.
  private static void forgery(CsrfConfigurer<HttpSecurity> csrf) {
    csrf.spa()
        // Who asks is looked up at every request, which Spring takes for a sign-in each time: it
        // would change the token under the feet of whatever is being written meanwhile.
        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
        .ignoringRequestMatchers("/api/sign-in")
        .ignoringRequestMatchers(
            request -> SignInFilter.bearer(request).isPresent() || !isSignedIn());
  }

  private static boolean isSignedIn() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn;
  }
}
