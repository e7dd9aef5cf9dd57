package ghostwriter.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was typed after the command: options with a value (`--name value` or `--name=value`), flags
/// (`--json`), and words that are no option. `--` ends the options.
record Arguments(Map<String, List<String>> options, List<String> words) {
  private static final String JSON = "--json";
  private static final Set<String> EVERYWHERE = Set.of("--data", "--server", "--token");

  /// @param own the command's own options that take a value, besides those of every command
  /// @throws Stop where an option is unknown or lacks its value
  static Arguments parse(List<String> typed, Set<String> own) {
    var known = new HashSet<>(EVERYWHERE);
    known.addAll(own);
    var options = new HashMap<String, List<String>>();
    var words = new ArrayList<String>();
    var rest = typed.iterator();
    while (rest.hasNext()) {
      var word = rest.next();
      if (word.equals("--")) {
        rest.forEachRemaining(words::add);
      } else if (!word.startsWith("-") || word.equals("-")) {
        words.add(word);
      } else {
        var equals = word.startsWith("--") ? word.indexOf('=') : -1;
        var name = equals < 0 ? word : word.substring(0, equals);
        var value = equals < 0 ? Optional.<String>empty() : Optional.of(word.substring(equals + 1));
        options
            .computeIfAbsent(name, _ -> new ArrayList<>())
            .add(valueOf(name, value, rest, known));
      }
    }
    return new Arguments(Map.copyOf(options), List.copyOf(words));
  }

  private static String valueOf(
      String name, Optional<String> attached, Iterator<String> rest, Set<String> known) {
    if (name.equals(JSON) && attached.isEmpty()) {
      return "";
    }
    if (!known.contains(name)) {
      throw Stop.badInput("There is no option %s; see ./ghostwriter help.".formatted(name));
    }
    var value = attached.orElseGet(() -> rest.hasNext() ? rest.next() : "");
    if (value.isBlank()) {
      throw Stop.badInput("The option %s needs a value.".formatted(name));
    }
    return value;
  }

  /// @throws Stop where it was given twice
  Optional<String> one(String name) {
    var given = all(name);
    if (given.size() > 1) {
      throw Stop.badInput("The option %s was given more than once.".formatted(name));
    }
    return given.stream().findFirst();
  }

  List<String> all(String name) {
    return options.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return options.containsKey(name);
  }

  /// Whether one JSON object is wanted on stdout.
  boolean json() {
    return has(JSON);
  }
}
