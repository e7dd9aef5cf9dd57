import java.util.List;

/// What stands behind a measure's name: `--word number`.
record Options(List<String> words) {
  /// @param arguments the project's folder, then the options
  Options(String[] arguments) {
    this(List.of(arguments).subList(1, arguments.length));
  }

  int number(String name, int standard) {
    int at = words.indexOf("--" + name);
    return at < 0 ? standard : Integer.parseInt(words.get(at + 1));
  }
}
