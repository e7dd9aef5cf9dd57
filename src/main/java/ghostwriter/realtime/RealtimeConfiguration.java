package ghostwriter.realtime;

import ghostwriter.realtime.chat.ChatCompletionsResponder;
import ghostwriter.realtime.chat.ChatModel;
import ghostwriter.realtime.interviewer.ScriptedInterviewer;
import ghostwriter.realtime.responder.Responder;
import ghostwriter.realtime.responder.WireIds;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.ServletWebSocketHandlerRegistry;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.server.standard.ServletServerContainerFactoryBean;

/// Furnishes the engine: its security chain, its socket, its sessions.
@Configuration
@EnableWebSocket
class RealtimeConfiguration {
  private static final int BUFFER = 8 * 1024;

  @Bean
  WireIds wireIds() {
    return new WireIds(new SecureRandom());
  }

  @Bean
  Limits limits() {
    return Limits.STANDARD;
  }

  /// Any model behind the Chat Completions form where one is set, otherwise the scripted
  /// interviewer, which needs none.
  @Bean
  Responder responder(Settings settings, WireIds ids) {
    return settings
        .text(Setting.INTERVIEWER_URL)
        .<Responder>map(url -> new ChatCompletionsResponder(ChatModel.from(url, settings), ids))
        .orElseGet(() -> new ScriptedInterviewer(ids));
  }

  @Bean
  EngineKeys engineKeys(EngineKey key, WireIds ids, InstantSource clock) {
    return new EngineKeys(key, ids, clock);
  }

  @Bean
  RealtimeSessions realtimeSessions(
      Responder responder, WireIds ids, Limits limits, InstantSource clock) {
    return new RealtimeSessions(responder, ids, limits, clock);
  }

  @Bean
  WebSocketConfigurer realtimeSocket(RealtimeSessions sessions, WireIds ids, Limits limits) {
    Executor carriers = task -> Thread.ofVirtual().name("outlet").start(task);
    var sockets = new AtomicInteger();
    Supplier<Outlet> outlets =
        () -> new Outlet(sockets.incrementAndGet(), carriers, limits.outboxCharacters());
    return registry -> {
      // Before the controllers, one of which answers for every other path below /v1.
      first(registry);
      registry
          .addHandler(new RealtimeEndpoint(sessions, limits, outlets), "/v1/realtime")
          .addInterceptors(new Entrance(sessions, ids, outlets))
          // The key decides, not the page: a browser sends none of its own accord.
          .setAllowedOriginPatterns("*");
    };
  }

  private static void first(WebSocketHandlerRegistry registry) {
    if (registry instanceof ServletWebSocketHandlerRegistry servlet) {
      servlet.setOrder(-1);
    }
  }

  @Bean
  ServletContextInitializer webSocketContainer() {
    return context -> new WsSci().onStartup(Set.of(), context);
  }

  @Bean
  ServletServerContainerFactoryBean webSocketBuffers() {
    var container = new ServletServerContainerFactoryBean();
    container.setMaxTextMessageBufferSize(BUFFER);
    container.setMaxBinaryMessageBufferSize(BUFFER);
    return container;
  }

  /// Everything below `/v1` asks for a key and for nothing else: no cookie, no session, no token
  /// against forged requests, because no authority travels along unasked.
  @Bean
  @Order(1)
  SecurityFilterChain realtimeChain(HttpSecurity http, EngineKeys keys) throws Exception {
    return http.securityMatcher("/v1/**")
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .logout(logout -> logout.disable())
        .csrf(csrf -> csrf.disable())
        .anonymous(anonymous -> anonymous.disable())
        .addFilterBefore(new KeyFilter(keys), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(refused ->
            refused
                .authenticationEntryPoint((_, response, _) -> ApiError.NO_KEY.write(response))
                .accessDeniedHandler((_, response, _) -> ApiError.NO_KEY.write(response)))
        .build();
  }
}
