package ghostwriter.drafting.claims;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The names of a text: words with a capital where none has to stand. A word that opens a clause is
/// one only where another capital follows it, or where the text also has it elsewhere.
final class ProperNames {
  /// How many letters two words share that are one name: Scotland and Scottish.
  private static final int SHARED = 4;

  private static final Set<String> NO_NAMES =
      Set.of(
          "i", "i'm", "i'd", "i've", "i'll", "mr", "mrs", "ms", "dr", "st", "sir", "god", "ok",
          "day", "eve");

  private ProperNames() {}

  static List<Token> of(String text) {
    List<Token> tokens = Token.of(text);
    Set<String> inside =
        tokens.stream()
            .filter(token -> token.isCapitalised() && !token.opens())
            .map(Token::word)
            .collect(Collectors.toCollection(HashSet::new));
    return IntStream.range(0, tokens.size())
        .filter(i -> tokens.get(i).isCapitalised() && isName(tokens, i, inside))
        .mapToObj(tokens::get)
        .toList();
  }

  private static boolean isName(List<Token> tokens, int i, Set<String> inside) {
    Token token = tokens.get(i);
    boolean counts = !NO_NAMES.contains(token.lower()) && token.word().length() > 1;
    return counts && (!token.opens() || inside.contains(token.word()));
  }

  /// Whether one of these words is the name, or made from it.
  ///
  /// @param words in lower case
  static boolean isAmong(Set<String> words, Token name) {
    String lower = name.lower();
    return words.contains(lower) || words.stream().anyMatch(word -> areOne(word, lower));
  }

  private static boolean areOne(String one, String other) {
    int shared = 0;
    int shorter = Math.min(one.length(), other.length());
    while (shared < shorter && one.charAt(shared) == other.charAt(shared)) {
      shared++;
    }
    return shared >= SHARED && shared * 3 >= 2 * shorter;
  }
}
