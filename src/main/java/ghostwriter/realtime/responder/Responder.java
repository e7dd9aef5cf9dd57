package ghostwriter.realtime.responder;

import java.util.function.Consumer;

/// Thinks of one answer at a time. Implementations keep nothing between two answers, so that any
/// number may be asked at once.
public interface Responder {
  /// Streams the answer and returns when it is whole. Runs on a thread of its own; an interrupt
  /// withdraws the question.
  ///
  /// The last piece is [Piece.Ended] or [Piece.Failed]; a responder that throws has failed.
  void respond(Prompt prompt, Consumer<Piece> out) throws InterruptedException;
}
