package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.responder.Piece;
import ghostwriter.realtime.responder.Prompt;
import ghostwriter.realtime.responder.Responder;
import ghostwriter.realtime.responder.WireIds;
import java.util.function.Consumer;

/// The interviewer that needs no model.
public final class ScriptedInterviewer implements Responder {
  private final WireIds ids;

  public ScriptedInterviewer(WireIds ids) {
    this.ids = ids;
  }

  @Override
  public void respond(Prompt prompt, Consumer<Piece> out) {
    out.accept(new Piece.Text("Where shall we begin?"));
    out.accept(Piece.whole());
  }

  WireIds ids() {
    return ids;
  }
}
