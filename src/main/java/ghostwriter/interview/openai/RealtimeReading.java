package ghostwriter.interview.openai;

import ghostwriter.interview.LineEvent;
import ghostwriter.interview.LineEvent.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a server event of the Realtime protocol means to the interview. Lenient: unknown events and
/// fields mean nothing.
final class RealtimeReading {
  List<LineEvent> events(JsonNode event) {
    return switch (event.path("type").asString("")) {
      case "session.created" -> List.of(up(event.path("session")));
      case "conversation.item.added", "conversation.item.done" ->
          List.of(new LineEvent.Kept(event.path("item").path("id").asString("")));
      case "input_audio_buffer.speech_started" -> List.of(new LineEvent.SpeechStarted());
      case "input_audio_buffer.speech_stopped" -> List.of(new LineEvent.SpeechStopped());
      case "response.created" -> started(event.path("response"));
      case "response.output_text.delta", "response.output_audio_transcript.delta" ->
          List.of(
              new LineEvent.Caption(
                  event.path("item_id").asString(""), event.path("delta").asString("")));
      case "response.output_item.done" -> called(event.path("item"));
      case "response.done" -> ended(event.path("response"));
      case "error" -> List.of(complaint(event.path("error").path("code").asString("")));
      default -> List.of();
    };
  }

  private static LineEvent up(JsonNode session) {
    long expires = session.path("expires_at").asLong(0);
    return new LineEvent.Up(
        expires > 0 ? Optional.of(Instant.ofEpochSecond(expires)) : Optional.empty());
  }

  private static List<LineEvent> started(JsonNode response) {
    return isOutOfBand(response)
        ? List.of()
        : List.of(new LineEvent.ReplyStarted(response.path("id").asString(""), purpose(response)));
  }

  /// Only a completed item: the arguments of a cancelled response may be cut off in the middle.
  private static List<LineEvent> called(JsonNode item) {
    boolean whole =
        item.path("type").asString("").equals("function_call")
            && item.path("status").asString("completed").equals("completed");
    return whole
        ? List.of(
            new LineEvent.ToolCalled(
                item.path("call_id").asString(""),
                item.path("name").asString(""),
                item.path("arguments").asString("")))
        : List.of();
  }

  private static List<LineEvent> ended(JsonNode response) {
    return isOutOfBand(response)
        ? List.of()
        : List.of(
            new LineEvent.ReplyEnded(
                response.path("id").asString(""), purpose(response), outcome(response)));
  }

  private static boolean isOutOfBand(JsonNode response) {
    return response.has("conversation_id") && response.path("conversation_id").isNull();
  }

  private static Optional<String> purpose(JsonNode response) {
    return Optional.of(response.path("metadata").path("purpose").asString(""))
        .filter(purpose -> !purpose.isEmpty());
  }

  private static Outcome outcome(JsonNode response) {
    return switch (response.path("status").asString("")) {
      case "cancelled" -> Outcome.CANCELLED;
      case "incomplete" -> Outcome.INCOMPLETE;
      case "failed" -> Outcome.FAILED;
      default -> Outcome.COMPLETED;
    };
  }

  private static LineEvent complaint(String code) {
    return code.equals("conversation_already_has_active_response")
        ? new LineEvent.ReplyRefused()
        : new LineEvent.Complaint(code);
  }
}
