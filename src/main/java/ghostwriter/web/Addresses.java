package ghostwriter.web;

import ghostwriter.account.Secret;
import ghostwriter.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where this server is reached. Good once its port is open.
@Component
public class Addresses {
  private final PublicUrl publicUrl;
  private final String host;
  private final ServletWebServerApplicationContext server;

  Addresses(Settings settings, Environment environment, ServletWebServerApplicationContext server) {
    this.publicUrl = PublicUrl.of(settings);
    this.host = environment.getRequiredProperty("server.address");
    this.server = server;
  }

  /// The address for processes on this machine.
  public URI local() {
    int port = Objects.requireNonNull(server.getWebServer()).getPort();
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    String name = any ? "127.0.0.1" : host;
    return URI.create("http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port);
  }

  /// The address for people.
  public String shown() {
    return publicUrl.origin().orElseGet(() -> local().toString());
  }

  /// Whether browsers come by TLS, to us or to a proxy before us.
  boolean isSecure(HttpServletRequest request) {
    return request.isSecure() || publicUrl.isSecure();
  }

  /// The page that uses a one-time link up. The secret stands behind the `#`, which no browser
  /// sends.
  public String signIn(Secret link) {
    return shown() + "/sign-in#" + link.text();
  }
}
