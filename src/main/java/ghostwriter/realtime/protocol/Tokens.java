package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Prompt;

/// Tokens as far as they can be told without a model's own encoding: four characters each, which
/// fits English prose within some 20 %.
final class Tokens {
  static final int CHARACTERS = 4;

  private Tokens() {}

  static int of(String text) {
    return Math.ceilDiv(text.length(), CHARACTERS);
  }

  static int of(Prompt prompt) {
    int items = prompt.items().stream().mapToInt(Tokens::of).sum();
    int tools = prompt.tools().stream().mapToInt(it -> of(it.parameters().toString())).sum();
    return of(prompt.instructions()) + tools + items;
  }

  private static int of(Item item) {
    return switch (item) {
      case Item.Message message -> of(message.text());
      case Item.FunctionCall call -> of(call.name()) + of(call.arguments());
      case Item.FunctionOutput output -> of(output.output());
    };
  }
}
