package ghostwriter.drafting.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a text denies: the first word of weight behind each negation, in the same clause.
///
/// It is for English, and sees plain cases only: "I did not sell the boat" against "I sold the
/// boat".
final class Polarity {
  /// How far behind its negation a denied word stands, in words.
  private static final int REACH = 6;

  private static final Set<String> NEGATIONS =
      Set.of(
          "not",
          "never",
          "no",
          "nobody",
          "nothing",
          "none",
          "nowhere",
          "neither",
          "nor",
          "without",
          "cannot",
          "hardly",
          "barely",
          "scarcely");

  private static final Set<String> LIGHT =
      Set.of(
          "a", "an", "the", "any", "be", "been", "being", "is", "was", "were", "am", "are", "do",
          "did", "does", "have", "had", "has", "to", "of", "in", "on", "at", "for", "very",
          "really", "so", "that", "ever", "even", "once", "again", "would", "could", "will", "can",
          "should", "my", "his", "her", "their", "our", "your", "it", "he", "she", "they", "we",
          "i", "you", "me", "him", "them", "us", "one", "much", "more", "all", "just", "only",
          "quite", "too", "as", "with", "by", "from", "say", "said", "know", "knew", "think",
          "thought", "tell", "told", "come", "came");

  /// A word of weight.
  ///
  /// @param stem made comparable: see {@link Verbs}
  /// @param denied whether a negation is right before it
  record Weighed(Token token, String stem, boolean denied) {}

  /// A sentence's words of weight, and whether it denies anything at all.
  record Read(List<Weighed> words, boolean denies) {
    Optional<Weighed> first(String stem) {
      return words.stream().filter(word -> word.stem().equals(stem)).findFirst();
    }
  }

  private Polarity() {}

  static Read of(String sentence) {
    List<Weighed> words = new ArrayList<>();
    int left = 0;
    boolean denies = false;
    for (Token token : Token.of(sentence)) {
      left = token.opens() ? 0 : left;
      if (isNegation(token)) {
        left = REACH;
        denies = true;
      } else if (!LIGHT.contains(token.lower())) {
        words.add(new Weighed(token, Verbs.plain(token.lower()), left > 0));
        left = 0;
      } else {
        left--;
      }
    }
    return new Read(words, denies);
  }

  private static boolean isNegation(Token token) {
    return NEGATIONS.contains(token.lower()) || token.lower().endsWith("n't");
  }

  /// The words that a sentence says the other way round than all that was said.
  ///
  /// @param said the sentences that were said
  static List<Token> turned(Read claim, List<Read> said) {
    List<Token> turned = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Weighed word : claim.words()) {
      boolean name = word.token().isCapitalised() && !word.token().opens();
      if (!name && seen.add(word.stem()) && isTurned(word, claim, said)) {
        turned.add(word.token());
      }
    }
    return turned;
  }

  private static boolean isTurned(Weighed word, Read claim, List<Read> said) {
    List<Read> mentions =
        said.stream().filter(read -> read.first(word.stem()).isPresent()).toList();
    if (mentions.isEmpty()) {
      return false;
    }
    return word.denied()
        ? mentions.stream().noneMatch(Read::denies)
        : !claim.denies() && mentions.stream().allMatch(read -> denies(read, word.stem()));
  }

  private static boolean denies(Read read, String stem) {
    return read.words().stream().filter(word -> word.stem().equals(stem)).allMatch(Weighed::denied);
  }
}
