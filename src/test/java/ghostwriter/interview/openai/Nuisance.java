package ghostwriter.interview.openai;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What no decent provider sends.
enum Nuisance {
  NO_TYPE("{}", "{\"event_id\":\"e\"}"),
  TYPES_THAT_ARE_NONE(
      "{\"type\":\"a\\u0000b\"}",
      "{\"type\":\"\\ud800\"}",
      "{\"type\":\"" + "x".repeat(1_000_000) + "\"}",
      "{\"type\":{\"type\":\"session.created\"}}",
      "{\"type\":null}",
      "{\"type\":-7}"),
  IDS_THAT_ARE_NONE(
      item("\"id\":\"" + "x".repeat(10_000) + "\"", "user", "Long."),
      item("\"id\":\"a\\u0000b\"", "user", "Zero."),
      item("\"id\":\"\"", "user", "Empty."),
      item("\"id\":7", "user", "A number."),
      item("\"id\":\"\\ud800\"", "user", "Half a character."),
      item("\"id\":null", "user", "None."),
      "{\"type\":\"conversation.item.added\",\"item\":[]}"),
  PLACES_THAT_ARE_NONE(
      after("x".repeat(10_000), "a"), after("b", "b"), after("d", "c"), after("c", "d")),
  UNKNOWN_ROLES_KINDS_AND_STATES(
      item("\"id\":\"r1\"", "emperor", "Bow."),
      item("\"id\":\"r2\",\"status\":\"asleep\"", "assistant", "Zzz."),
      "{\"type\":\"conversation.item.added\",\"item\":{\"id\":\"r3\",\"type\":\"hologram\"}}"),
  NUMBERS_OUT_OF_RANGE(
      piece("-1"),
      piece("1e400"),
      piece("99999999999999"),
      item("\"id\":\"n\"", "user", "A number."),
      "{\"type\":\"conversation.item.truncated\",\"item_id\":\"n\",\"audio_end_ms\":-5}",
      "{\"type\":\"conversation.item.truncated\",\"item_id\":\"n\",\"audio_end_ms\":9223372036854775807}",
      "{\"type\":\"rate_limits.updated\",\"m\":-1e-400,\"o\":1E+999999999,\"n\":"
          + "9".repeat(900)
          + "}",
      "{\"type\":\"session.created\",\"session\":{\"expires_at\":-1}}"),
  DEEP_NESTING(
      "{\"type\":\"x\",\"a\":" + "[".repeat(400) + "]".repeat(400) + "}",
      "{\"type\":\"x\",\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}",
      "[".repeat(1_000_000)),
  NO_JSON("hello", "", "{", "null", "[]", "\"text\"", "{\"type\":\"x\"}{}"),
  NAMES_THAT_ARE_NONE(
      "{\"type\":\"x\",\"a\\u0000\":1,\"a\":2,\"\\ud800\":3}", "{\"type\":\"x\",\"type\":\"y\"}"),
  REPLIES_NOBODY_ASKED_FOR(
      "{\"type\":\"response.created\",\"response\":{\"id\":\"" + "x".repeat(10_000) + "\"}}",
      "{\"type\":\"response.done\",\"response\":{\"id\":\"a\",\"output\":7}}",
      "{\"type\":\"response.done\",\"response\":[]}",
      "{\"type\":\"response.done\"}",
      "{\"type\":\"error\",\"error\":\"no object\"}",
      "{\"type\":\"error\",\"error\":{\"code\":\"a\\u0000b\"}}"),
  WORDS_WITHOUT_END(
      item("\"id\":\"w1\"", "user", "word ".repeat(600_000)),
      item("\"id\":\"w2\"", "user", manyWords()),
      item("\"id\":\"w3\"", "user", "x".repeat(1_000_000)));

  // A list that cannot be changed, which its type does not tell.
  @SuppressWarnings("ImmutableEnumChecker")
  final List<String> frames;

  Nuisance(String... frames) {
    this.frames = List.of(frames);
  }

  static String item(String id, String role, String text) {
    return "{\"type\":\"conversation.item.added\",\"item\":" + message(id, role, text) + "}";
  }

  private static String after(String previous, String id) {
    return "{\"type\":\"conversation.item.added\",\"previous_item_id\":\"%s\",\"item\":%s}"
        .formatted(previous, message("\"id\":\"" + id + "\"", "user", "Where?"));
  }

  private static String message(String id, String role, String text) {
    return "{%s,\"type\":\"message\",\"role\":\"%s\",\"content\":[{\"type\":\"input_text\",\"text\":\"%s\"}]}"
        .formatted(id, role, text);
  }

  private static String piece(String index) {
    return "{\"type\":\"response.output_text.delta\",\"item_id\":\"n\",\"content_index\":%s,\"delta\":\"x\"}"
        .formatted(index);
  }

  /// More different ones than a search index takes.
  private static String manyWords() {
    return IntStream.range(0, 60_000)
        .mapToObj(i -> Integer.toString(i, 36) + "ß東京")
        .collect(Collectors.joining(" "));
  }
}
