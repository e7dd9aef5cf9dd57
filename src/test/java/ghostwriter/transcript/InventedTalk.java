package ghostwriter.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// A session such as no recording holds: several connections, history told again, insertions in the
/// middle, withdrawals, answers cut off, words that fail or never come. It keeps the order a server
/// would keep, by inserting into a list.
final class InventedTalk {
  private final Random random;
  private final Wire wire = new Wire();
  private final List<String> order = new ArrayList<>();
  private final List<String> here = new ArrayList<>();
  private final List<String> answers = new ArrayList<>();
  private int number;

  InventedTalk(Random random) {
    this.random = random;
    int connections = 1 + random.nextInt(3);
    for (int connection = 0; connection < connections; connection++) {
      begin();
      for (int turn = random.nextInt(12); turn >= 0; turn--) {
        oneThing();
      }
      wire.reconnects();
    }
  }

  List<RawEvent> events() {
    return wire.sent;
  }

  /// The items in the order in which the server has them.
  List<String> order() {
    return order;
  }

  /// Tells the last items again.
  private void begin() {
    List<String> last = order.subList(Math.max(0, order.size() - 3), order.size());
    here.clear();
    answers.clear();
    for (String original : List.copyOf(last)) {
      String name = random.nextBoolean() ? original : "again" + ++number;
      String previous = here.isEmpty() ? null : here.getLast();
      wire.replays(original, name);
      wire.types(name, previous, "told again");
      here.add(name);
    }
  }

  private void oneThing() {
    switch (random.nextInt(8)) {
      case 0, 1 -> speak();
      case 2, 3, 4 -> answer();
      case 5 -> type();
      case 6 -> oneOf(here).ifPresent(wire::deletes);
      default -> oneOf(answers).ifPresent(item -> wire.truncates(item, random.nextInt(5_000)));
    }
  }

  private Optional<String> oneOf(List<String> items) {
    return items.isEmpty()
        ? Optional.empty()
        : Optional.of(items.get(random.nextInt(items.size())));
  }

  private void speak() {
    String item = "spoken" + ++number;
    wire.hears(item, "some");
    wire.speaks(item, insert(item, here.size()));
    wire.hears(item, " words");
    switch (random.nextInt(5)) {
      case 0 -> wire.fails(item);
      case 1 -> wire.transcribes(item, "");
      case 2 -> {}
      default -> wire.transcribes(item, "Words of " + item);
    }
  }

  private void answer() {
    String item = "answer" + ++number;
    answers.add(item);
    String previous = insert(item, here.size());
    if (random.nextInt(4) > 0) {
      wire.answers(item, previous, "Words of " + item);
    } else {
      wire.begins(item, previous);
      wire.speaksOn("response" + item, item, "Words");
      if (random.nextBoolean()) {
        wire.done(item, null, "incomplete", "assistant", "output_audio", "Words of");
      }
    }
  }

  private void type() {
    String item = "typed" + ++number;
    wire.types(item, insert(item, random.nextInt(here.size() + 1)), "Words of " + item);
  }

  /// @return the item it stands after; null where it is the connection's first
  private @Nullable String insert(String item, int at) {
    String previous = at == 0 ? null : here.get(at - 1);
    int behind = hereBefore(at);
    here.add(at, item);
    order.add(behind, item);
    return previous;
  }

  /// Where in the whole order something at this place of the connection stands.
  private int hereBefore(int at) {
    for (int i = at - 1; i >= 0; i--) {
      int place = own(here.get(i)) ? order.indexOf(here.get(i)) : -1;
      if (place >= 0) {
        return place + 1;
      }
    }
    for (int i = at; i < here.size(); i++) {
      if (own(here.get(i))) {
        return order.indexOf(here.get(i));
      }
    }
    return order.size();
  }

  /// Whether it was said on this connection, and not only told again.
  private boolean own(String item) {
    return wire.fold().find(wire.epoch(), item).orElseThrow().epoch() == wire.epoch();
  }
}
