package ghostwriter.realtime.interviewer;

import static java.util.Objects.requireNonNull;

import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Item.Role;
import ghostwriter.realtime.responder.Item.Status;
import ghostwriter.realtime.responder.Piece;
import ghostwriter.realtime.responder.Prompt;
import ghostwriter.realtime.responder.Tool;
import ghostwriter.realtime.responder.WireIds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The interviewer at a table: a conversation that grows, tools that answer as they are told to,
/// and a `STATE` that may change.
final class Sitting {
  private static final JsonMapper JSON = new JsonMapper();

  final List<Item> items = new ArrayList<>();
  final List<Item.FunctionCall> calls = new ArrayList<>();
  final Map<String, Function<JsonNode, String>> tools = new HashMap<>();
  private final ScriptedInterviewer interviewer =
      new ScriptedInterviewer(new WireIds(new Random(3)));
  private String state;
  private int number;

  Sitting(String state) {
    this.state = state;
    for (String tool :
        List.of(
            "create_note",
            "update_todo_status",
            "record_transcript_pointer",
            "queue_draft_update",
            "sync_blueprint_field",
            "commit_blueprint",
            "list_projects",
            "create_project",
            "assign_project_to_session")) {
      tools.put(tool, _ -> "{\"ok\":true}");
    }
  }

  void state(String changed) {
    state = changed;
  }

  /// The client says something; tells what the interviewer says to it.
  String say(String words) {
    items.add(Item.typed("u" + ++number, Role.USER, words));
    return listen();
  }

  /// The client says something, and before it is answered there is news.
  String sayAndHear(String words, String news) {
    items.add(Item.typed("u" + ++number, Role.USER, words));
    system(news);
    return listen();
  }

  void system(String words) {
    items.add(Item.typed("s" + ++number, Role.SYSTEM, words));
  }

  /// Lets the interviewer go on until it has said something.
  String listen() {
    for (int round = 0; round < 6; round++) {
      String said = round();
      if (!said.isEmpty()) {
        return said;
      }
    }
    throw new AssertionError("it calls tools and says nothing");
  }

  /// The same with instructions for this one answer.
  String listenTo(String instructions) {
    return round(instructions);
  }

  private String round() {
    return round("You interview.\n\n```STATE\n" + state + "\n```");
  }

  private String round(String instructions) {
    var text = new StringBuilder();
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, StringBuilder> arguments = new HashMap<>();
    interviewer.respond(
        prompt(instructions),
        piece -> {
          switch (piece) {
            case Piece.Text(var delta) -> text.append(delta);
            case Piece.CallBegun(var id, var name) -> {
              names.put(id, name);
              arguments.put(id, new StringBuilder());
            }
            case Piece.CallArguments(var id, var delta) ->
                requireNonNull(arguments.get(id)).append(delta);
            case Piece.Ended _ -> {}
            case Piece.Failed failed -> throw new AssertionError(failed);
          }
        });
    names.forEach((id, name) -> run(id, name, String.valueOf(arguments.get(id))));
    if (!text.isEmpty()) {
      items.add(Item.typed("a" + ++number, Role.ASSISTANT, text.toString()));
    }
    return text.toString();
  }

  private void run(String id, String name, String arguments) {
    var call = new Item.FunctionCall("f" + ++number, Status.COMPLETED, name, id, arguments);
    calls.add(call);
    items.add(call);
    String output = requireNonNull(tools.get(name)).apply(JSON.readTree(arguments));
    items.add(new Item.FunctionOutput("o" + ++number, id, output));
  }

  private Prompt prompt(String instructions) {
    return new Prompt(
        "any",
        instructions,
        tools.keySet().stream().map(name -> new Tool(name, "", JSON.readTree("{}"))).toList(),
        JSON.readTree("\"auto\""),
        items,
        OptionalInt.empty());
  }

  Stream<JsonNode> called(String tool) {
    return calls.stream()
        .filter(it -> it.name().equals(tool))
        .map(it -> JSON.readTree(it.arguments()));
  }
}
