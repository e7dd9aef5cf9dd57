package ghostwriter.transcript;

import ghostwriter.transcript.TranscriptEvent.ConnectionEnded;
import ghostwriter.transcript.TranscriptEvent.Deleted;
import ghostwriter.transcript.TranscriptEvent.Described;
import ghostwriter.transcript.TranscriptEvent.Heard;
import ghostwriter.transcript.TranscriptEvent.NotUnderstood;
import ghostwriter.transcript.TranscriptEvent.OutOfBand;
import ghostwriter.transcript.TranscriptEvent.Part;
import ghostwriter.transcript.TranscriptEvent.Place;
import ghostwriter.transcript.TranscriptEvent.Placed;
import ghostwriter.transcript.TranscriptEvent.Replayed;
import ghostwriter.transcript.TranscriptEvent.SessionEnded;
import ghostwriter.transcript.TranscriptEvent.TimedOut;
import ghostwriter.transcript.TranscriptEvent.Truncated;
import ghostwriter.transcript.TranscriptEvent.Worded;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads the Realtime protocol. What it does not know, and what lacks a usable id, says nothing
/// about the transcript.
///
/// Only what the provider says counts: an item we sent exists once the provider has added it.
final class RealtimeReading {
  private RealtimeReading() {}

  static List<TranscriptEvent> read(RawEvent raw) {
    return switch (raw.direction()) {
      case FROM_PROVIDER -> provider(raw.type(), raw.payload());
      case OWN -> own(raw.type(), raw.payload());
      case TO_PROVIDER -> List.of();
    };
  }

  private static List<TranscriptEvent> own(String type, JsonNode event) {
    String item = event.path("item_id").asString("");
    return switch (type) {
      case RawEvent.TIMED_OUT -> List.of(new TimedOut(item));
      case RawEvent.REPLAYED ->
          List.of(new Replayed(event.path("original_item_id").asString(""), item));
      case RawEvent.TYPED ->
          List.of(typed(item, event.path("text")), new Placed(item, new Place.Last()));
      case RawEvent.CONNECTION_ENDED -> List.of(new ConnectionEnded());
      case RawEvent.SESSION_ENDED -> List.of(new SessionEnded());
      default -> List.of();
    };
  }

  private static Described typed(String item, JsonNode text) {
    return new Described(
        item, ItemKind.MESSAGE, Role.USER, "", "", true, false, List.of(written(0, text)));
  }

  private static List<TranscriptEvent> provider(String type, JsonNode event) {
    return switch (type) {
      case "conversation.item.added" -> item(event.path("item"), place(event, new Place.First()));
      // Its predecessor is null for items that have one, so null says nothing here.
      case "conversation.item.done" ->
          item(event.path("item"), place(event, new Place.Somewhere()));
      case "response.done" -> response(event.path("response"));
      default ->
          id(event.path("item_id")).map(item -> aboutItem(type, item, event)).orElse(List.of());
    };
  }

  private static List<TranscriptEvent> aboutItem(String type, String item, JsonNode event) {
    int part = event.path("content_index").asInt(0);
    return switch (type) {
      case "input_audio_buffer.committed" ->
          List.of(spoken(item, 0), new Placed(item, place(event, new Place.First())));
      case "conversation.item.input_audio_transcription.completed" ->
          List.of(
              spoken(item, part),
              new Worded(item, part, new Words(event.path("transcript").asString(""))));
      case "response.output_audio_transcript.done" -> worded(item, part, event.path("transcript"));
      case "response.output_text.done" -> worded(item, part, event.path("text"));
      case "response.function_call_arguments.done" -> worded(item, part, event.path("arguments"));
      case "conversation.item.input_audio_transcription.delta",
          "response.output_audio_transcript.delta",
          "response.output_text.delta",
          "response.function_call_arguments.delta" ->
          List.of(heard(item, part, event));
      case "conversation.item.input_audio_transcription.failed" -> List.of(new NotUnderstood(item));
      case "conversation.item.truncated" ->
          List.of(
              new Truncated(
                  item, Duration.ofMillis(Math.max(0, event.path("audio_end_ms").asLong(0)))));
      case "conversation.item.deleted" -> List.of(new Deleted(item));
      default -> List.of();
    };
  }

  private static Optional<String> id(JsonNode id) {
    return Optional.of(id.asString(""))
        .filter(text -> !text.isBlank() && text.length() <= ItemId.MAX_LENGTH);
  }

  private static Place place(JsonNode event, Place whereNull) {
    String previous = event.path("previous_item_id").asString("");
    return previous.isEmpty() ? whereNull : new Place.After(previous);
  }

  private static Described spoken(String item, int part) {
    return new Described(
        item,
        ItemKind.MESSAGE,
        Role.USER,
        "",
        "",
        true,
        false,
        List.of(new Part(part, true, Optional.empty())));
  }

  private static List<TranscriptEvent> worded(String item, int part, JsonNode text) {
    return text.isString()
        ? List.of(new Worded(item, part, new Words(text.stringValue())))
        : List.of();
  }

  private static Heard heard(String item, int part, JsonNode event) {
    return new Heard(
        item,
        part,
        new Words(event.path("delta").asString("")),
        event.path("event_id").asString(""));
  }

  private static List<TranscriptEvent> item(JsonNode item, Place place) {
    return id(item.path("id"))
        .<List<TranscriptEvent>>map(id -> List.of(described(id, item), new Placed(id, place)))
        .orElse(List.of());
  }

  /// A response that stands outside the conversation has no conversation id. One that was cancelled
  /// may leave its item without an end of its own.
  private static List<TranscriptEvent> response(JsonNode response) {
    List<JsonNode> output =
        response
            .path("output")
            .valueStream()
            .filter(item -> id(item.path("id")).isPresent())
            .toList();
    if (response.path("conversation_id").isNull()) {
      return List.of(
          new OutOfBand(output.stream().map(item -> item.path("id").asString()).toList()));
    }
    return output.stream()
        .<TranscriptEvent>map(item -> described(item.path("id").asString(), item))
        .toList();
  }

  private static Described described(String id, JsonNode item) {
    boolean whole = !item.path("status").asString("completed").equals("in_progress");
    boolean cutOff = item.path("status").asString("").equals("incomplete");
    return switch (item.path("type").asString("")) {
      case "message" ->
          new Described(
              id,
              ItemKind.MESSAGE,
              role(item),
              "",
              "",
              whole,
              cutOff,
              whole ? parts(item.path("content")) : List.of());
      case "function_call" ->
          new Described(
              id,
              ItemKind.TOOL_CALL,
              Role.ASSISTANT,
              item.path("name").asString(""),
              item.path("call_id").asString(""),
              whole,
              cutOff,
              whole ? List.of(written(0, item.path("arguments"))) : List.of());
      case "function_call_output" ->
          new Described(
              id,
              ItemKind.TOOL_OUTPUT,
              Role.SYSTEM,
              "",
              item.path("call_id").asString(""),
              whole,
              cutOff,
              List.of(written(0, item.path("output"))));
      default -> new Described(id, ItemKind.OTHER, Role.SYSTEM, "", "", whole, cutOff, List.of());
    };
  }

  private static Role role(JsonNode item) {
    return switch (item.path("role").asString("").toLowerCase(Locale.ROOT)) {
      case "user" -> Role.USER;
      case "assistant" -> Role.ASSISTANT;
      default -> Role.SYSTEM;
    };
  }

  private static List<Part> parts(JsonNode content) {
    List<Part> parts = new ArrayList<>();
    for (JsonNode part : content) {
      parts.add(part(parts.size(), part));
    }
    return parts;
  }

  private static Part part(int index, JsonNode part) {
    return switch (part.path("type").asString("")) {
      case "input_audio" -> spoken(index, part.path("transcript"));
      // "audio" is the older name, still in the provider's own examples.
      case "output_audio", "audio" -> written(index, part.path("transcript"));
      default -> written(index, part.path("text"));
    };
  }

  /// An empty transcript here means that there is none yet.
  private static Part spoken(int index, JsonNode transcript) {
    return new Part(index, true, text(transcript).filter(words -> !words.isBlank()));
  }

  private static Part written(int index, JsonNode text) {
    return new Part(index, false, text(text));
  }

  private static Optional<Words> text(JsonNode text) {
    return text.isString() ? Optional.of(new Words(text.stringValue())) : Optional.empty();
  }
}
