package ghostwriter.transcript;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// A provider that says what a test lets it say, and the fold of it.
final class Wire {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  static final Instant NOW = Instant.parse("2026-08-01T10:00:00Z");

  final List<RawEvent> sent = new ArrayList<>();
  final List<TranscriptChange> changes = new ArrayList<>();
  private Fold fold = Fold.start();
  private int epoch = 1;
  private int frames;

  void next(RawEvent event) {
    sent.add(event);
    Fold.Step step = fold.on(event);
    changes.addAll(step.changes());
    fold = step.fold();
  }

  /// A frame from the provider, with an event id of its own.
  void says(String json) {
    saysAs("event_" + ++frames, json);
  }

  void saysAs(String eventId, String json) {
    String frame = json.replaceFirst("\\{", "{\"event_id\":\"" + eventId + "\",");
    next(RawEvent.of(epoch, Direction.FROM_PROVIDER, NOW, JSON.readTree(frame)));
  }

  /// The connection is gone and another one is made.
  void reconnects() {
    next(RawEvent.connectionEnded(epoch, NOW));
    epoch++;
  }

  int epoch() {
    return epoch;
  }

  void onConnection(int number) {
    epoch = number;
  }

  void timesOut(String item) {
    next(RawEvent.timedOut(epoch, NOW, item));
  }

  void replays(String original, String newItem) {
    next(RawEvent.replayed(epoch, NOW, original, newItem));
  }

  void commits(String item, @Nullable String previous) {
    says(
        """
        {"type":"input_audio_buffer.committed","item_id":"%s","previous_item_id":%s}\
        """
            .formatted(item, quoted(previous)));
  }

  /// A spoken turn: committed, added and done, its words still to come.
  void speaks(String item, @Nullable String previous) {
    commits(item, previous);
    adds(item, previous, "completed", "user", "input_audio", null);
    done(item, previous, "completed", "user", "input_audio", null);
  }

  /// A typed turn.
  void types(String item, @Nullable String previous, String text) {
    adds(item, previous, "completed", "user", "input_text", text);
    done(item, previous, "completed", "user", "input_text", text);
  }

  /// An answer from its beginning to its end.
  void answers(String item, @Nullable String previous, String text) {
    begins(item, previous);
    done(item, previous, "completed", "assistant", "output_audio", text);
  }

  void begins(String item, @Nullable String previous) {
    says(
        """
        {"type":"conversation.item.added","previous_item_id":%s,"item":{"id":"%s","type":"message",\
        "status":"in_progress","role":"assistant","content":[]}}\
        """
            .formatted(quoted(previous), item));
  }

  void adds(
      String item,
      @Nullable String previous,
      String status,
      String role,
      String part,
      @Nullable String text) {
    says(frame("conversation.item.added", item, previous, status, role, part, text));
  }

  void done(
      String item,
      @Nullable String previous,
      String status,
      String role,
      String part,
      @Nullable String text) {
    says(frame("conversation.item.done", item, previous, status, role, part, text));
  }

  private static String frame(
      String type,
      String item,
      @Nullable String previous,
      String status,
      String role,
      String part,
      @Nullable String text) {
    return """
    {"type":"%s","previous_item_id":%s,"item":{"id":"%s","type":"message","status":"%s",\
    "role":"%s","content":[{"type":"%s","%s":%s}]}}\
    """
        .formatted(
            type,
            quoted(previous),
            item,
            status,
            role,
            part,
            part.endsWith("audio") ? "transcript" : "text",
            quoted(text));
  }

  void transcribes(String item, String text) {
    says(
        """
        {"type":"conversation.item.input_audio_transcription.completed","item_id":"%s","content_index":0,"transcript":"%s"}\
        """
            .formatted(item, text));
  }

  void hears(String item, String more) {
    says(heard(item, more));
  }

  static String heard(String item, String more) {
    return """
    {"type":"conversation.item.input_audio_transcription.delta","item_id":"%s","content_index":0,"delta":"%s"}\
    """
        .formatted(item, more);
  }

  void speaksOn(String response, String item, String more) {
    says(
        """
        {"type":"response.output_audio_transcript.delta","response_id":"%s","item_id":"%s","content_index":0,"delta":"%s"}\
        """
            .formatted(response, item, more));
  }

  void fails(String item) {
    says(
        """
        {"type":"conversation.item.input_audio_transcription.failed","item_id":"%s","error":{"type":"x"}}\
        """
            .formatted(item));
  }

  void deletes(String item) {
    says("{\"type\":\"conversation.item.deleted\",\"item_id\":\"%s\"}".formatted(item));
  }

  void truncates(String item, int millis) {
    says(
        """
        {"type":"conversation.item.truncated","item_id":"%s","content_index":0,"audio_end_ms":%d}\
        """
            .formatted(item, millis));
  }

  /// What was sent since the last time it was asked for.
  List<RawEvent> unsent() {
    List<RawEvent> unsent = List.copyOf(sent);
    sent.clear();
    return unsent;
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }

  Fold fold() {
    return fold;
  }

  List<String> order() {
    return fold.items().stream().map(FoldedItem::id).toList();
  }

  FoldedItem item(String id) {
    return fold.find(epoch, id).orElseThrow();
  }

  String text(String id) {
    return item(id).text().text();
  }

  ItemState state(String id) {
    return item(id).state();
  }

  /// Which items readers were given, in order, each as often as it was.
  List<String> told() {
    return changes.stream()
        .filter(TranscriptChange.ItemTold.class::isInstance)
        .map(change -> change.item().id())
        .toList();
  }
}
