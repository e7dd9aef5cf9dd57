package ghostwriter.cluster;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads `DATABASE_URL`: `postgresql://` or `postgres://` in the form of libpq's connection URIs
/// (PostgreSQL manual, 32.1.1.2), or `jdbc:postgresql:`. No message repeats the value, since it
/// usually holds a password.
final class DatabaseUrl {
  private static final String EXAMPLE = "postgresql://user:password@host:5432/database";
  private static final Pattern FORM =
      Pattern.compile(
          "(?:jdbc:postgresql|postgres(?:ql)?)://([^/?#]*)(?:/([^?#]*))?(?:\\?([^#]*))?");
  private static final Pattern HOST =
      Pattern.compile("(?:[\\p{L}\\p{N}._-]+|\\[[0-9A-Fa-f:.]+])(?::(\\d{1,5}))?");

  /// libpq's names for what the JDBC driver calls otherwise.
  private static final Map<String, String> DRIVER_NAMES =
      Map.of(
          "application_name", "ApplicationName",
          "connect_timeout", "connectTimeout",
          "target_session_attrs", "targetServerType");

  private DatabaseUrl() {}

  static DatabaseAccess parse(String text) {
    var whole = FORM.matcher(text.strip());
    if (!whole.matches()) {
      throw bad("is no PostgreSQL address");
    }
    var authority = whole.group(1);
    var at = authority.lastIndexOf('@');
    var parameters = parameters(Objects.requireNonNullElse(whole.group(3), ""));
    var login = login(authority.substring(0, Math.max(at, 0)), parameters);
    var hosts = hosts(authority.substring(at + 1));
    var named = decode(Objects.requireNonNullElse(whole.group(2), ""));
    // A connection URI without a database means the one that bears the user's name.
    var database = named.isEmpty() ? login.user() : named;
    return new DatabaseAccess(
        "jdbc:postgresql://" + hosts + "/" + encode(database) + query(parameters),
        login.user(),
        login.password());
  }

  private record Login(String user, String password) {}

  private static Login login(String text, Map<String, String> parameters) {
    var inQuery =
        new Login(
            Objects.requireNonNullElse(parameters.remove("user"), ""),
            Objects.requireNonNullElse(parameters.remove("password"), ""));
    var colon = text.indexOf(':');
    var user = decode(colon < 0 ? text : text.substring(0, colon));
    var password = colon < 0 ? "" : decode(text.substring(colon + 1));
    var login =
        new Login(
            user.isEmpty() ? inQuery.user() : user,
            password.isEmpty() ? inQuery.password() : password);
    if (login.user().isEmpty()) {
      throw bad("names no user");
    }
    return login;
  }

  private static String hosts(String text) {
    if (text.isEmpty()) {
      return "localhost";
    }
    for (var host : text.split(",", -1)) {
      var form = HOST.matcher(host);
      if (!form.matches()) {
        throw bad("names a host that cannot be read");
      }
      var port = form.group(1);
      if (port != null && (Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65_535)) {
        throw bad("names a port outside 1 to 65535");
      }
    }
    return text;
  }

  private static Map<String, String> parameters(String text) {
    var parameters = new LinkedHashMap<String, String>();
    for (var pair : text.split("&", -1)) {
      var equals = pair.indexOf('=');
      if (equals > 0) {
        var name = decode(pair.substring(0, equals));
        parameters.put(DRIVER_NAMES.getOrDefault(name, name), decode(pair.substring(equals + 1)));
      } else if (!pair.isEmpty()) {
        throw bad("has a parameter without a value");
      }
    }
    return parameters;
  }

  private static String query(Map<String, String> parameters) {
    parameters.putIfAbsent("ApplicationName", "ghostwriter");
    // Without it the server's details, which may quote a row, end up in the text of exceptions.
    parameters.putIfAbsent("logServerErrorDetail", "false");
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String decode(String text) {
    try {
      // A plus is a plus in a connection URI, not a space.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw bad("has a percent sign that is not followed by two hex digits");
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static StartRefused bad(String what) {
    return StartRefused.badSetting(
        "DATABASE_URL %s; it should look like %s.".formatted(what, EXAMPLE));
  }
}
