package ghostwriter.cli;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A recorded conversation to be written up, checked as far as that can be done without a server.
///
/// @param query the rest of the request, percent-encoded
/// @param project the project that it joins; empty where it begins a new one
record Recording(Path file, String query, Optional<String> project) {
  /// The options of `write`, with the one for the result.
  static final Set<String> OPTIONS =
      Set.of("-o", "--title", "--kind", "--client", "--length", "--language", "--project");

  private static final Set<String> KINDS =
      Set.of("memoir", "biography", "business-book", "article");

  static Recording from(Arguments arguments) {
    var project = arguments.one("--project");
    if (project.isPresent() && (arguments.has("--title") || arguments.has("--kind"))) {
      throw Stop.badInput("--project names a book that has its title and kind already.");
    }
    var file = file(arguments.words());
    var fields = new ArrayList<String>();
    fields.add(field("fileName", String.valueOf(file.getFileName())));
    arguments.one("--title").ifPresent(title -> fields.add(field("title", title)));
    fields.add(
        field(
            project.isPresent() ? "projectId" : "kind", project.orElseGet(() -> kind(arguments))));
    language(arguments).ifPresent(tag -> fields.add(field("language", tag)));
    length(arguments).ifPresent(words -> fields.add(field("length", words)));
    arguments.all("--client").forEach(name -> fields.add(field("client", name)));
    return new Recording(file, String.join("&", fields), project);
  }

  private static Path file(List<String> words) {
    if (words.size() != 1) {
      throw Stop.badInput("write takes one file; see ./ghostwriter help.");
    }
    try {
      return readable(Path.of(words.getFirst()));
    } catch (InvalidPathException e) {
      throw Stop.badInput("The file %s cannot be read.".formatted(words.getFirst()));
    }
  }

  private static Path readable(Path file) {
    if (!Files.exists(file)) {
      throw Stop.badInput("There is no file %s.".formatted(file));
    }
    if (Files.isDirectory(file)) {
      throw Stop.badInput("%s is a folder; name the file of one conversation.".formatted(file));
    }
    try (var content = Files.newInputStream(file)) {
      if (content.read() < 0) {
        throw Stop.badInput("The file %s is empty.".formatted(file));
      }
      return file;
    } catch (IOException e) {
      throw Stop.badInput("The file %s cannot be read.".formatted(file));
    }
  }

  private static String kind(Arguments arguments) {
    var kind = arguments.one("--kind").orElse("article");
    if (!KINDS.contains(kind)) {
      throw Stop.badInput("--kind is memoir, biography, business-book or article.");
    }
    return kind;
  }

  private static Optional<String> length(Arguments arguments) {
    return arguments
        .one("--length")
        .map(words -> {
          if (!words.matches("[1-9]\\d{0,6}")) {
            throw Stop.badInput("--length is a number of words.");
          }
          return words;
        });
  }

  private static Optional<String> language(Arguments arguments) {
    return arguments
        .one("--language")
        .map(tag -> {
          try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
          } catch (IllformedLocaleException e) {
            throw Stop.badInput("--language is a language tag such as en or pt-BR.");
          }
        });
  }

  private static String field(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
