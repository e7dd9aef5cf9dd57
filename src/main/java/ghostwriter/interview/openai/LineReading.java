package ghostwriter.interview.openai;

import ghostwriter.interview.LineCommand;
import ghostwriter.interview.LineEvent;
import ghostwriter.interview.LineEvent.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// What the server events of one line mean to the interview. Lenient: unknown events and fields
/// mean nothing, and an event that comes twice means nothing the second time. Used by the line's
/// own thread, but for [#expect].
final class LineReading {
  /// How long the protocol lets a session live. Some servers leave out when theirs ends.
  static final Duration LENGTH = Duration.ofMinutes(60);

  private static final int MEMORY = 64;
  private static final Pattern CODE = Pattern.compile("[\\w.-]{1,64}");

  private final InstantSource clock;
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Recent seen = new Recent(MEMORY);
  private final Replies replies = new Replies();
  private boolean up;

  LineReading(InstantSource clock) {
    this.clock = clock;
  }

  /// The command is about to be sent: its item's place will be confirmed.
  void expect(LineCommand command) {
    item(command).ifPresent(sent::add);
  }

  private static Optional<String> item(LineCommand command) {
    return switch (command) {
      case LineCommand.ClientSaid said -> Optional.of(said.item());
      case LineCommand.SystemSaid said -> Optional.of(said.item());
      case LineCommand.Replay replay -> Optional.of(replay.item());
      case LineCommand.ReplayCall replay -> Optional.of(replay.item());
      case LineCommand.ReplayAnswer replay -> Optional.of(replay.item());
      case LineCommand.Configure _,
          LineCommand.ToolAnswered _,
          LineCommand.Reply _,
          LineCommand.Hush _ ->
          Optional.empty();
    };
  }

  List<LineEvent> events(JsonNode event) {
    return seen.add(event.path("event_id").asString("")) ? firstTime(event) : List.of();
  }

  private List<LineEvent> firstTime(JsonNode event) {
    return switch (event.path("type").asString("")) {
      case "session.created" -> up(event.path("session"));
      case "conversation.item.added", "conversation.item.done" -> kept(event.path("item"));
      case "input_audio_buffer.speech_started" -> List.of(new LineEvent.SpeechStarted());
      case "input_audio_buffer.speech_stopped" -> List.of(new LineEvent.SpeechStopped());
      case "response.created" -> began(event.path("response"));
      case "response.output_text.delta", "response.output_audio_transcript.delta" -> caption(event);
      case "response.output_item.done" -> whole(event);
      case "response.done" -> ended(event.path("response"));
      case "error" -> complaint(event.path("error"));
      default -> List.of();
    };
  }

  private List<LineEvent> up(JsonNode session) {
    if (up) {
      return List.of();
    }
    up = true;
    return List.of(new LineEvent.Up(Optional.of(end(session.path("expires_at").asLong(0)))));
  }

  /// An end that is over already is no better than none: a clock is wrong.
  private Instant end(long epochSecond) {
    Instant now = clock.instant();
    Instant longest = now.plus(LENGTH);
    boolean usable = epochSecond > now.getEpochSecond() && epochSecond < longest.getEpochSecond();
    return usable ? Instant.ofEpochSecond(epochSecond) : longest;
  }

  private List<LineEvent> kept(JsonNode item) {
    String id = item.path("id").asString("");
    return sent.remove(id) ? List.of(new LineEvent.Kept(id)) : List.of();
  }

  private List<LineEvent> began(JsonNode response) {
    String id = response.path("id").asString("");
    if (isOutOfBand(response)) {
      replies.standsBeside(id);
      return List.of();
    }
    return replies.began(id, purpose(response));
  }

  private List<LineEvent> caption(JsonNode event) {
    return isBeside(event)
        ? List.of()
        : List.of(
            new LineEvent.Caption(
                event.path("item_id").asString(""), event.path("delta").asString("")));
  }

  /// Only a completed item: the arguments of a cancelled response may be cut off in the middle.
  private List<LineEvent> whole(JsonNode event) {
    JsonNode item = event.path("item");
    if (isBeside(event) || !item.path("status").asString("completed").equals("completed")) {
      return List.of();
    }
    return switch (item.path("type").asString("")) {
      case "message" -> List.of(new LineEvent.Said(item.path("id").asString("")));
      case "function_call" -> called(item);
      default -> List.of();
    };
  }

  private static List<LineEvent> called(JsonNode item) {
    String call = item.path("call_id").asString("");
    return call.isEmpty()
        ? List.of()
        : List.of(
            new LineEvent.ToolCalled(
                call, item.path("name").asString(""), arguments(item.path("arguments"))));
  }

  /// Text by the protocol; some servers send the object itself.
  private static String arguments(JsonNode arguments) {
    return arguments.isObject() ? arguments.toString() : arguments.asString("");
  }

  private List<LineEvent> ended(JsonNode response) {
    if (isOutOfBand(response)) {
      return List.of();
    }
    Outcome outcome = outcome(response);
    List<LineEvent> events = new ArrayList<>();
    if (outcome == Outcome.FAILED) {
      events.add(new LineEvent.Complaint(code(response.path("status_details").path("error"))));
    }
    events.addAll(replies.ended(response.path("id").asString(""), purpose(response), outcome));
    return events;
  }

  private boolean isBeside(JsonNode event) {
    return replies.isBeside(event.path("response_id").asString(""));
  }

  private static boolean isOutOfBand(JsonNode response) {
    return response.path("conversation_id").isNull();
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

  /// An error about a reply that was asked for ends it before it began. Not every server says which
  /// event an error is about.
  private List<LineEvent> complaint(JsonNode error) {
    String code = code(error);
    if (code.equals("conversation_already_has_active_response")) {
      return List.of(new LineEvent.ReplyRefused());
    }
    var complaint = new LineEvent.Complaint(code);
    return failed(error.path("event_id").asString(""))
        .<List<LineEvent>>map(failed -> List.of(complaint, failed))
        .orElse(List.of(complaint));
  }

  private Optional<LineEvent> failed(String eventId) {
    Optional<LineEvent> reply =
        LineWriting.purposeOf(eventId)
            .map(purpose -> new LineEvent.ReplyEnded("", Optional.of(purpose), Outcome.FAILED));
    return reply.or(
        () -> LineWriting.itemOf(eventId).filter(sent::remove).map(LineEvent.Rejected::new));
  }

  /// The code, else the type, as far as it is a word: it goes into the log, where nothing that was
  /// said may go.
  static String code(JsonNode error) {
    String code = error.path("code").asString("");
    String word = code.isEmpty() ? error.path("type").asString("") : code;
    return CODE.matcher(word).matches() ? word : "unknown";
  }
}
