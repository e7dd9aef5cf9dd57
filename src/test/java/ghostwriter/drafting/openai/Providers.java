package ghostwriter.drafting.openai;

import ghostwriter.drafting.openai.Manners.Structure;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Manners of providers, as tests need them.
final class Providers {
  private Providers() {}

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
        patience,
        nothing);
  }
}
