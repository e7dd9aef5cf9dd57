import ghostwriter.drafting.Tokens;
import ghostwriter.drafting.openai.Price;
import ghostwriter.drafting.openai.Tally;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One way of asking for a book, and what it took so far.
final class Way {
  /// A provider's cache takes beginnings of so many tokens, in steps.
  private static final int LEAST = 1_024;
  private static final int STEP = 128;

  /// More is charged as another class of request by some; no way comes near it unseen.
  static final int LONG = 272_000;

  private final Price price;
  private final Map<String, Integer> counted = new HashMap<>();
  private List<String> before = List.of();
  private long input;
  private long cached;
  private long output;
  private BigDecimal cost = BigDecimal.ZERO;
  private BigDecimal last = BigDecimal.ZERO;
  private int longest;

  Way(Price price) {
    this.price = price;
  }

  /// Asks once.
  ///
  /// @param prompt its pieces in order; what it shares with the one before, from the beginning, is read from the cache
  void ask(List<String> prompt, List<String> reply) {
    int tokens = tokens(prompt);
    int shared = tokens(prompt.subList(0, shared(prompt)));
    int read = shared < LEAST ? 0 : shared / STEP * STEP;
    var tally = new Tally(tokens, read, 0, tokens(reply));
    before = prompt;
    input += tally.input();
    cached += tally.cached();
    output += tally.output();
    longest = Math.max(longest, tokens);
    last = price.of(tally);
    cost = cost.add(last);
  }

  private int shared(List<String> prompt) {
    int same = 0;
    while (same < Math.min(prompt.size(), before.size()) && prompt.get(same).equals(before.get(same))) {
      same++;
    }
    return same;
  }

  private int tokens(List<String> pieces) {
    return pieces.stream().mapToInt(piece -> counted.computeIfAbsent(piece, Tokens::of)).sum();
  }

  long input() {
    return input;
  }

  long cached() {
    return cached;
  }

  long output() {
    return output;
  }

  BigDecimal cost() {
    return cost;
  }

  /// Of the last time it was asked.
  BigDecimal last() {
    return last;
  }

  /// The longest prompt.
  int longest() {
    return longest;
  }
}
