package ghostwriter.drafting.openai;

import ghostwriter.drafting.openai.Manners.Structure;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// How an operator says that a provider likes to be asked (`docs/settings.md`); what is not said is
/// null.
record Options(
    @Nullable String structure,
    @Nullable Integer maxTokens,
    @Nullable Integer contextTokens,
    @Nullable String tokensField,
    @Nullable Double temperature,
    @Nullable String systemRole,
    @Nullable Boolean stream,
    @Nullable Boolean background,
    @Nullable Integer seconds,
    @Nullable Integer silence,
    @Nullable Price price,
    @Nullable ObjectNode extra) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final int LEAST_CONTEXT = 20_000;

  /// @throws IllegalArgumentException with half a sentence that says what is wrong
  static Options read(String text) {
    try {
      Options options = JSON.readValue(text, Options.class);
      options.check();
      return options;
    } catch (JacksonException e) {
      throw new IllegalArgumentException("must be a JSON object with known fields only", e);
    }
  }

  private void check() {
    require(oneOf(structure, "json_schema", "json_object", "prompt"), "names no structure");
    require(oneOf(systemRole, "system", "developer", "user"), "names no systemRole");
    require(atLeast(maxTokens, 1), "needs more maxTokens");
    require(atLeast(seconds, 1) && atLeast(silence, 1), "needs more time");
    require(atLeast(contextTokens, LEAST_CONTEXT), "needs contextTokens from 20000 up");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise + "; see docs/settings.md");
    }
  }

  private static boolean oneOf(@Nullable String given, String... known) {
    return given == null || List.of(known).contains(given);
  }

  private static boolean atLeast(@Nullable Integer given, int least) {
    return given == null || given >= least;
  }

  /// @param usual what the address suggests
  Manners manners(Manners usual) {
    Patience patience = usual.patience();
    int most = Objects.requireNonNullElse(maxTokens, usual.maxTokens());
    // The answer leaves most of a short context to the prompt.
    int room = contextTokens == null ? most : Math.min(most, contextTokens / 4);
    return new Manners(
        structure == null
            ? usual.structure()
            : Structure.valueOf(structure.toUpperCase(Locale.ROOT)),
        Objects.requireNonNullElse(tokensField, usual.tokensField()),
        room,
        contextTokens == null ? usual.context() : OptionalInt.of(contextTokens),
        temperature == null ? usual.temperature() : OptionalDouble.of(temperature),
        Objects.requireNonNullElse(systemRole, usual.systemRole()),
        Objects.requireNonNullElse(stream, usual.stream()),
        Objects.requireNonNullElse(background, usual.background()),
        new Patience(
            seconds == null ? patience.deadline() : Duration.ofSeconds(seconds),
            silence == null ? patience.silence() : Duration.ofSeconds(silence)),
        extra == null ? usual.extra() : extra);
  }

  Optional<Price> known() {
    return Optional.ofNullable(price);
  }
}
