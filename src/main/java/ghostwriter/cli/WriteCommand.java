package ghostwriter.cli;

import java.util.List;
import java.util.Map;

/// `./ghostwriter write`: takes a recorded conversation to a document and writes it as Markdown.
/// The project stays; where anything goes wrong or the person interrupts, a project that was begun
/// here is deleted again.
final class WriteCommand {
  private final Terminal terminal;
  private final Map<String, String> environment;

  WriteCommand(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = environment;
  }

  void run(List<String> typed) {
    var arguments = Arguments.parse(typed, Recording.OPTIONS);
    var recording = Recording.from(arguments);
    var output = arguments.one("-o").map(Output::checked);
    var reception = new Reception(arguments, Site.of(arguments, environment), terminal);
    try (var visit = reception.findOrStart()) {
      new Writing(terminal, visit.server(), recording, output, arguments.json()).run();
    }
  }
}
