package ghostwriter.drafting.openai;

import tools.jackson.databind.JsonNode;

/// The tokens that one answer took.
///
/// @param input all that was read; what was cached and what was written to the cache lie within it
/// @param output all that was written, thoughts included
public record Tally(long input, long cached, long written, long output) {
  static final Tally NONE = new Tally(0, 0, 0, 0);

  static Tally ofResponse(JsonNode usage) {
    return of(usage, "input_tokens", "output_tokens", usage.path("input_tokens_details"));
  }

  static Tally ofCompletion(JsonNode usage) {
    return of(usage, "prompt_tokens", "completion_tokens", usage.path("prompt_tokens_details"));
  }

  Tally and(Tally later) {
    return new Tally(
        input + later.input, cached + later.cached, written + later.written, output + later.output);
  }

  private static Tally of(JsonNode usage, String input, String output, JsonNode details) {
    return new Tally(
        usage.path(input).asLong(0),
        details.path("cached_tokens").asLong(0),
        details.path("cache_write_tokens").asLong(0),
        usage.path(output).asLong(0));
  }
}
