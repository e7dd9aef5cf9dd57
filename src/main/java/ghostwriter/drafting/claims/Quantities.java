package ghostwriter.drafting.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// The numbers of a text, in digits or in English words: "1959", "nineteen fifty-nine", "the
/// twenty-seventh", "the sixties", "a dozen", and the days and months that make a date. "One" is
/// left out, for it is a pronoun more often than a number.
final class Quantities {
  /// A number where it stands.
  ///
  /// @param value what it comes to; a month or day has its name instead
  record Quantity(int from, int to, String value) {}

  private static final List<String> UNITS =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
  private static final Map<String, Long> ODD =
      Map.ofEntries(
          Map.entry("dozen", 12L),
          Map.entry("twice", 2L),
          Map.entry("thrice", 3L),
          Map.entry("first", 1L),
          Map.entry("second", 2L),
          Map.entry("third", 3L),
          Map.entry("fifth", 5L),
          Map.entry("eighth", 8L),
          Map.entry("ninth", 9L),
          Map.entry("twelfth", 12L));
  private static final Map<String, Long> SCALES =
      Map.of("hundred", 100L, "thousand", 1_000L, "million", 1_000_000L);
  private static final Set<String> CALENDAR =
      Set.of(
          "january",
          "february",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday");

  private static final Map<String, Long> SMALL = small();

  private Quantities() {}

  /// In the order of the text, each number as long as it can be read.
  static List<Quantity> of(String text) {
    return new Reading(Token.of(text)).all();
  }

  /// What the numbers of a text come to, with the parts that they are made of.
  static Set<String> values(String text) {
    Set<String> values = new HashSet<>();
    of(text).forEach(quantity -> values.add(quantity.value()));
    for (Token token : Token.of(text)) {
      single(token).ifPresent(value -> values.add(Long.toString(value)));
      if (token.lower().equals("one") || token.lower().equals("once")) {
        values.add("1");
      }
    }
    return values;
  }

  private static Map<String, Long> small() {
    Map<String, Long> small = new HashMap<>(ODD);
    for (int i = 0; i < UNITS.size(); i++) {
      small.put(UNITS.get(i), (long) i);
      small.putIfAbsent(UNITS.get(i) + "th", (long) i);
    }
    for (int i = 2; i < TENS.size(); i++) {
      String ten = TENS.get(i);
      String stem = ten.substring(0, ten.length() - 1);
      small.put(ten, i * 10L);
      small.put(stem + "ieth", i * 10L);
      small.put(stem + "ies", i * 10L);
    }
    return small;
  }

  /// What a word comes to by itself.
  private static OptionalLong single(Token token) {
    Long named = SMALL.get(token.lower());
    return named != null ? OptionalLong.of(named) : digits(token.word());
  }

  private static OptionalLong digits(String word) {
    String bare = word.replaceAll("(?:st|nd|rd|th|s)$", "").replace(",", "");
    return bare.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(bare)) : OptionalLong.empty();
  }

  private static final class Reading {
    private final List<Token> tokens;
    private final List<Quantity> found = new ArrayList<>();

    Reading(List<Token> tokens) {
      this.tokens = tokens;
    }

    List<Quantity> all() {
      int at = 0;
      while (at < tokens.size()) {
        at = Math.max(at + 1, read(at));
      }
      return found;
    }

    /// @return behind the number that begins here, or here where none does
    private int read(int at) {
      Token first = tokens.get(at);
      if (CALENDAR.contains(first.lower()) && first.isCapitalised()) {
        add(at, at + 1, first.lower());
        return at + 1;
      }
      if (first.word().matches("\\p{N}.*") && digits(first.word()).isEmpty()) {
        add(at, at + 1, first.word());
        return at + 1;
      }
      return words(at);
    }

    private int words(int at) {
      var sum = new Sum();
      int end = at;
      int next = at;
      while (next < tokens.size() && (next == at || follows(next)) && sum.takes(tokens.get(next))) {
        end = next + 1;
        // "and" joins only what goes on behind it.
        boolean joined =
            end < tokens.size() && tokens.get(end).lower().equals("and") && sum.isScaled();
        next = joined ? end + 1 : end;
      }
      if (end > at && !isPronoun(at, end)) {
        add(at, end, Long.toString(sum.total()));
        return end;
      }
      return at;
    }

    private boolean follows(int at) {
      return !tokens.get(at).opens();
    }

    private boolean isPronoun(int from, int to) {
      return to - from == 1 && Set.of("one", "first", "second").contains(tokens.get(from).lower());
    }

    private void add(int from, int to, String value) {
      found.add(new Quantity(tokens.get(from).from(), tokens.get(to - 1).to(), value));
    }
  }

  /// Adds up number words as English puts them together.
  private static final class Sum {
    private long total;
    private long part;
    private Optional<Long> last = Optional.empty();
    private boolean scaled;

    boolean isScaled() {
      return scaled;
    }

    long total() {
      return total + part;
    }

    boolean takes(Token token) {
      Long scale = SCALES.get(token.lower());
      if (scale != null) {
        return last.isPresent() && scale(scale);
      }
      OptionalLong value = single(token);
      return value.isPresent() && takes(value.getAsLong());
    }

    private boolean scale(long scale) {
      if (scale == 100) {
        part *= scale;
      } else {
        total += part * scale;
        part = 0;
      }
      scaled = true;
      last = Optional.of(scale);
      return true;
    }

    private boolean takes(long value) {
      boolean fits = last.isEmpty() || fitsBehind(last.get(), value);
      if (fits) {
        // "nineteen fifty-nine": two figures and two figures are a year.
        boolean year = isYear(value);
        part = year ? part * 100 + value : part + value;
        last = Optional.of(value);
      }
      return fits;
    }

    private boolean isYear(long value) {
      return last.isPresent() && !scaled && part >= 13 && part <= 20 && value >= 10 && value <= 99;
    }

    private boolean fitsBehind(long before, long value) {
      boolean ones = before >= 20 && before <= 90 && before % 10 == 0 && value >= 1 && value <= 9;
      boolean rest = (before == 100 || before >= 1_000) && scaled && value < before;
      return ones || rest || isYear(value);
    }
  }
}
