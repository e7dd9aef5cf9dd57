package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.responder.Piece;
import ghostwriter.realtime.responder.Prompt;
import ghostwriter.realtime.responder.Responder;
import ghostwriter.realtime.responder.WireIds;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Interviews by rules: chooses or makes a project, closes the blueprint's gaps, then asks for
/// material, and tells what became of a draft.
public final class ScriptedInterviewer implements Responder {
  private static final Pattern WORD = Pattern.compile("(?<= )");

  private final WireIds ids;
  private final Narration narration;
  private final Selecting selecting;
  private final Intake intake;
  private final Ghostwriting ghostwriting;

  /// @param ids names the calls it makes
  public ScriptedInterviewer(WireIds ids) {
    this.ids = ids;
    var phrases = new Phrasebook();
    var listener = new Listener(new Lexicon());
    narration = new Narration(phrases);
    ghostwriting = new Ghostwriting(listener, phrases);
    intake = new Intake(listener, phrases, ghostwriting);
    selecting = new Selecting(listener, phrases, intake);
  }

  @Override
  public void respond(Prompt prompt, Consumer<Piece> out) {
    switch (reply(Turn.of(prompt))) {
      case Reply.Say(var text) ->
          WORD.splitAsStream(text).forEach(it -> out.accept(new Piece.Text(it)));
      case Reply.Calls(var calls) -> calls.forEach(call -> call(call, out));
    }
    out.accept(Piece.whole());
  }

  private Reply reply(Turn turn) {
    Optional<String> dictated = StateBlock.dictated(turn.prompt().instructions());
    if (dictated.isPresent()) {
      return new Reply.Say(dictated.get());
    }
    Optional<JsonNode> progress = turn.talk().progress();
    if (progress.isPresent()) {
      return narration.tell(progress.get(), turn.said());
    }
    return switch (turn.state().mode()) {
      case SELECTING -> selecting.reply(turn);
      case INTAKE -> intake.reply(turn);
      case GHOSTWRITING -> ghostwriting.reply(turn);
    };
  }

  private void call(Reply.Call call, Consumer<Piece> out) {
    String id = ids.next("call");
    out.accept(new Piece.CallBegun(id, call.tool()));
    out.accept(new Piece.CallArguments(id, call.arguments().toString()));
  }
}
