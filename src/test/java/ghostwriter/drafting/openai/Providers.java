package ghostwriter.drafting.openai;

import ghostwriter.drafting.openai.Manners.Structure;
import ghostwriter.vocabulary.Words;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Manners of providers, as tests need them, and what they are asked.
final class Providers {
  static final Ask ASK =
      new Ask(
          new Words("the rules"),
          new Words("the task"),
          JsonNodeFactory.instance.objectNode().put("type", "object"),
          "gw:1",
          900);

  private Providers() {}

  /// For answers that are fetched later.
  static Manners background() {
    Manners usual = Manners.STANDARD;
    return new Manners(
        usual.structure(),
        usual.tokensField(),
        usual.maxTokens(),
        usual.context(),
        usual.temperature(),
        usual.systemRole(),
        true,
        true,
        usual.patience(),
        usual.extra());
  }

  static Manners manners(boolean stream, Patience patience) {
    ObjectNode nothing = JsonNodeFactory.instance.objectNode();
    return new Manners(
        Structure.JSON_SCHEMA,
        "max_completion_tokens",
        Manners.MAX_TOKENS,
        OptionalInt.empty(),
        OptionalDouble.empty(),
        "system",
        stream,
        false,
        patience,
        nothing);
  }
}
