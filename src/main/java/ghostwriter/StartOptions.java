package ghostwriter;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// What `./ghostwriter up` was told.
///
/// @param port 0 takes any that is free
/// @param data null takes the usual folder
/// @param quiet says nothing and makes no sign-in link: for a start by another command
/// @param train runs once through the house and ends, so that Java can note what it loads
record StartOptions(int port, String host, @Nullable Path data, boolean quiet, boolean train) {
  static final int STANDARD_PORT = 8420;

  /// The message is one sentence for the person who typed it.
  static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String sentence) {
      super(sentence);
    }
  }

  static StartOptions parse(String[] arguments) {
    var options = new StartOptions(STANDARD_PORT, "127.0.0.1", null, false, false);
    Iterator<String> rest = Arrays.asList(arguments).iterator();
    while (rest.hasNext()) {
      options = options.with(rest.next(), rest);
    }
    return options;
  }

  private StartOptions with(String option, Iterator<String> rest) {
    return switch (option) {
      case "--port" -> new StartOptions(port(value(option, rest)), host, data, quiet, train);
      case "--host" -> new StartOptions(port, host(value(option, rest)), data, quiet, train);
      case "--data" -> new StartOptions(port, host, Path.of(value(option, rest)), quiet, train);
      case "--quiet" -> new StartOptions(port, host, data, true, train);
      case "--train" -> new StartOptions(port, host, data, true, true);
      default ->
          throw new Unusable(
              "There is no option " + option + "; up takes --port N, --host H and --data DIR.");
    };
  }

  private static String value(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new Unusable("The option " + option + " needs a value.");
    }
    return rest.next();
  }

  private static String host(String text) {
    try {
      InetAddress.getByName(text);
      return text;
    } catch (UnknownHostException e) {
      throw new Unusable("The host '" + text + "' is no address of this machine.");
    }
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // told below, like a number out of range
    }
    throw new Unusable("The port must be a number from 0 to 65535, not '" + text + "'.");
  }
}
