import java.util.List;

/// What stands behind a measure's name: `--word number` or `--word word`.
record Options(List<String> words) {
  /// @param arguments the project's folder, then the options
  Options(String[] arguments) {
    this(List.of(arguments).subList(1, arguments.length));
  }

  int number(String name, int standard) {
    int at = words.indexOf("--" + name);
    return at < 0 ? standard : Integer.parseInt(words.get(at + 1));
  }

  String word(String name, String standard) {
    return words.contains("--" + name) ? word(name) : standard;
  }

  /// @throws IllegalArgumentException where it is not given
  String word(String name) {
    int at = words.indexOf("--" + name);
    if (at < 0 || at + 1 == words.size()) {
      throw new IllegalArgumentException("--" + name + " is missing.");
    }
    return words.get(at + 1);
  }
}
