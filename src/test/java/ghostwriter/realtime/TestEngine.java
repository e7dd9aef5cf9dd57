package ghostwriter.realtime;

import ghostwriter.realtime.responder.Responder;
import ghostwriter.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/// The engine on a real Tomcat at a free port, with nothing of the house around it.
final class TestEngine implements AutoCloseable {
  static final String KEY = "sk-test-of-the-engine";

  @Configuration(proxyBeanMethods = false)
  @ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
  })
  @Import({RealtimeConfiguration.class, RealtimeController.class})
  static class Alone {}

  private static final class Shared {
    static final RehearsedResponder RESPONDER = new RehearsedResponder();
    static final TestEngine ENGINE = new TestEngine(RESPONDER, Limits.STANDARD);

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(ENGINE::close));
    }
  }

  final int port;
  private final ConfigurableApplicationContext context;
  private final HttpClient http = HttpClient.newHttpClient();

  TestEngine(Responder responder, Limits limits) {
    var application = new SpringApplication(Alone.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(
        Map.of(
            "server.port", "0",
            "server.address", "127.0.0.1",
            "spring.threads.virtual.enabled", "true",
            "spring.main.banner-mode", "off"));
    application.addInitializers(start -> {
      var beans = (GenericApplicationContext) start;
      beans.registerBean(Settings.class, () -> Settings.from(Map.of()));
      beans.registerBean(EngineKey.class, () -> new EngineKey(KEY));
      beans.registerBean(InstantSource.class, () -> InstantSource.system());
      beans.registerBean("rehearsed", Responder.class, () -> responder, it -> it.setPrimary(true));
      beans.registerBean("bounds", Limits.class, () -> limits, it -> it.setPrimary(true));
    });
    context = application.run();
    port =
        Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer())
            .getPort();
  }

  /// One for the whole run; its responder is the rehearsed one.
  static TestEngine shared() {
    return Shared.ENGINE;
  }

  static RehearsedResponder rehearsed() {
    return Shared.RESPONDER;
  }

  /// A session of its own, its `session.created` read.
  Wire session() {
    Wire wire = open("?model=test", bearer(KEY));
    wire.expect("session.created");
    return wire;
  }

  Wire open(String query, Map<String, String> headers) {
    return Wire.ask(port, "/v1/realtime" + query, headers);
  }

  static Map<String, String> bearer(String key) {
    return Map.of("Authorization", "Bearer " + key);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
