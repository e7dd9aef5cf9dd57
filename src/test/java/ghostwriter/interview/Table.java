package ghostwriter.interview;

import ghostwriter.account.Person;
import ghostwriter.interview.ToolDesk.Answer;
import ghostwriter.interview.ToolDesk.Caller;
import ghostwriter.realtime.interviewer.ScriptedInterviewer;
import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Item.Role;
import ghostwriter.realtime.responder.Piece;
import ghostwriter.realtime.responder.Prompt;
import ghostwriter.realtime.responder.Tool;
import ghostwriter.realtime.responder.WireIds;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.Mode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/// A client and the built-in interviewer at a table, with the house's own instructions, knowledge
/// and tools between them: what a live session does, without a line.
final class Table {
  /// A tool that was called, and what it answered.
  record Done(String tool, JsonNode arguments, JsonNode output) {}

  final LiveTalk talk;
  final List<Done> done = new ArrayList<>();
  Caller caller;

  private final TestHouse house;
  private final ToolDesk desk;
  private final Knowledge knowledge;
  private final Instructions instructions;
  private final ScriptedInterviewer interviewer =
      new ScriptedInterviewer(new WireIds(new Random(7)));
  private final List<Item> items = new ArrayList<>();
  private LineCommand.Configure configured;
  private int number;

  Table(TestHouse house, Person client) {
    this.house = house;
    desk = ToolDeskTest.desk(house);
    knowledge = KnowledgeTest.of(house);
    instructions = new Instructions(house.json);
    talk = new LiveTalk(house);
    caller = new Caller(talk.session, client, Optional.empty(), Mode.SELECTING);
    configured = configure();
  }

  private LineCommand.Configure configure() {
    return instructions.configure(caller.mode(), knowledge.state(caller));
  }

  /// The client says something.
  ///
  /// @return what the interviewer says to it
  String say(String words) {
    String id = "u" + ++number;
    talk.types(id, words);
    items.add(Item.typed(id, Role.USER, words));
    return listen();
  }

  /// Lets the interviewer call its tools until it says something.
  String listen() {
    for (int round = 0; round < 6; round++) {
      String said = round();
      if (!said.isEmpty()) {
        String id = "a" + ++number;
        talk.answers(id, said);
        items.add(Item.typed(id, Role.ASSISTANT, said));
        return said;
      }
    }
    throw new AssertionError("it calls tools and says nothing");
  }

  private String round() {
    var text = new StringBuilder();
    Map<String, String> names = new LinkedHashMap<>();
    Map<String, String> arguments = new LinkedHashMap<>();
    interviewer.respond(
        prompt(),
        piece -> {
          switch (piece) {
            case Piece.Text(var delta) -> text.append(delta);
            case Piece.CallBegun(var call, var name) -> names.put(call, name);
            case Piece.CallArguments(var call, var delta) ->
                arguments.merge(call, delta, String::concat);
            case Piece.Ended _ -> {}
            case Piece.Failed failed -> throw new AssertionError(failed);
          }
        });
    names.forEach((call, tool) -> run(call, tool, Objects.requireNonNull(arguments.get(call))));
    return text.toString();
  }

  private void run(String call, String tool, String arguments) {
    items.add(new Item.FunctionCall("f" + ++number, Item.Status.COMPLETED, tool, call, arguments));
    Answer answer = house.inTransaction(() -> desk.run(caller, tool, arguments));
    items.add(new Item.FunctionOutput("o" + ++number, call, answer.output()));
    done.add(new Done(tool, house.json.readTree(arguments), house.json.readTree(answer.output())));
    if (answer.mode() != caller.mode()) {
      caller = new Caller(talk.session, caller.person(), answer.project(), answer.mode());
      talk.inMode(answer.mode());
      configured = configure();
    }
  }

  private Prompt prompt() {
    return new Prompt(
        "any",
        configured.instructions().text(),
        configured.tools().stream()
            .map(it -> new Tool(it.name(), it.description(), house.json.readTree(it.parameters())))
            .toList(),
        house.json.readTree("\"auto\""),
        items,
        OptionalInt.empty());
  }
}
