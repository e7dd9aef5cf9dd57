package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.Piece;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The responses of a session that are under way: at most one that belongs to the conversation, and
/// a few beside it.
final class ResponseDesk {
  /// How many may be under way beside the conversation.
  static final int BESIDE = 8;

  private final String conversation;
  private final ItemList items;
  private final Outbox out;
  private final Map<String, ResponseRun> running = new LinkedHashMap<>();

  ResponseDesk(String conversation, ItemList items, Outbox out) {
    this.conversation = conversation;
    this.items = items;
    this.out = out;
  }

  /// Whether a response of the conversation is under way.
  boolean busy() {
    return active() != null;
  }

  private @Nullable ResponseRun active() {
    return running.values().stream().filter(ResponseRun::joins).findFirst().orElse(null);
  }

  void create(JsonNode request, SessionSettings session) {
    ResponseTerms terms = ResponseTerms.of(request, session, items, out.ids());
    ResponseRun active = active();
    if (terms.joins() && active != null) {
      throw new ProtocolError(
          "conversation_already_has_active_response",
          null,
          "Conversation already has an active response in progress: "
              + active.id()
              + ". Wait until the response is finished before creating a new one.");
    }
    if (!terms.joins() && running.size() > BESIDE) {
      throw new ProtocolError(
          "rate_limit_exceeded", null, "Too many responses are in progress at the same time.");
    }
    var run = new ResponseRun(out.ids().next("resp"), conversation, terms, items, out);
    running.put(run.id(), run);
    run.begin();
  }

  /// @param asked which response; the conversation's own where none is named
  void cancel(Optional<String> asked) {
    ResponseRun run = asked.map(running::get).orElseGet(() -> asked.isEmpty() ? active() : null);
    if (run == null) {
      throw new ProtocolError(
          "response_cancel_not_active", null, "Cancellation failed: no active response found");
    }
    stop(run);
    run.cancel("client_cancelled");
  }

  void on(String response, Piece piece) {
    ResponseRun run = running.get(response);
    if (run == null) {
      return;
    }
    switch (piece) {
      case Piece.Text(var delta) -> speak(run, delta);
      case Piece.CallBegun call -> run.call(call);
      case Piece.CallArguments more -> run.arguments(more);
      case Piece.Ended(var how, var usage) -> end(run, how, usage);
      case Piece.Failed(var code, var message) -> {
        running.remove(run.id());
        run.fail(code, message);
      }
    }
  }

  private void speak(ResponseRun run, String delta) {
    if (!run.speak(delta)) {
      stop(run);
      run.cut("max_output_tokens", Optional.empty());
    }
  }

  private void end(ResponseRun run, Piece.Ending how, Optional<Piece.Usage> usage) {
    running.remove(run.id());
    switch (how) {
      case WHOLE -> run.finish(usage);
      case TOO_LONG -> run.cut("max_output_tokens", usage);
      case FILTERED -> run.cut("content_filter", usage);
    }
  }

  private void stop(ResponseRun run) {
    running.remove(run.id());
    out.withdraw(run.id());
  }
}
