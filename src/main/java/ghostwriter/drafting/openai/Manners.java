package ghostwriter.drafting.openai;

import ghostwriter.drafting.prompt.DraftingPrompt;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How a provider likes to be asked; compatible servers differ.
///
/// @param structure how the answer is held to its form
/// @param tokensField the field of Chat Completions that bounds the answer
/// @param maxTokens how much may be written, thoughts included
/// @param context how much the model can read and write together, where that is a matter
/// @param temperature sent only where there is one: models that reason refuse it
/// @param systemRole who gives the rules in Chat Completions: `system`, `developer` or `user`
/// @param stream whether the answer is asked for piece by piece
/// @param background whether the answer is made apart from the call and fetched later; only the
///   Responses form can, and the provider keeps what was asked for as long
/// @param extra goes into each request as it is
record Manners(
    Structure structure,
    String tokensField,
    int maxTokens,
    OptionalInt context,
    OptionalDouble temperature,
    String systemRole,
    boolean stream,
    boolean background,
    Patience patience,
    ObjectNode extra) {
  /// How an answer is held to its form.
  enum Structure {
    /// The provider is given the schema.
    JSON_SCHEMA,
    /// The provider sees that it is JSON.
    JSON_OBJECT,
    /// The prompt alone asks for it.
    PROMPT
  }

  static final int MAX_TOKENS = 16_000;

  static final Manners STANDARD =
      new Manners(
          Structure.JSON_SCHEMA,
          "max_completion_tokens",
          MAX_TOKENS,
          OptionalInt.empty(),
          OptionalDouble.empty(),
          "system",
          true,
          false,
          Patience.STANDARD,
          JsonNodeFactory.instance.objectNode());

  /// @return the same for a compatible server at home, of which some know the older field only
  Manners atHome() {
    return new Manners(
        structure,
        "max_tokens",
        maxTokens,
        context,
        temperature,
        systemRole,
        stream,
        background,
        patience,
        extra);
  }

  /// How long a prompt may be, in tokens. Other families of models count up to a quarter more.
  int promptTokens() {
    int room =
        context.isPresent() ? (context.getAsInt() - maxTokens) * 4 / 5 : DraftingPrompt.BUDGET;
    return Math.min(DraftingPrompt.BUDGET, room);
  }

  Optional<Structure> held() {
    return structure == Structure.PROMPT ? Optional.empty() : Optional.of(structure);
  }
}
