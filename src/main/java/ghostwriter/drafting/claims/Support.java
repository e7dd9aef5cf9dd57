package ghostwriter.drafting.claims;

import ghostwriter.drafting.Terms;
import ghostwriter.drafting.evidence.Meaning;
import ghostwriter.drafting.evidence.MeaningModel;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether enough of a sentence was said: most of its words, or, where it was put in other words,
/// what they mean.
final class Support {
  /// The share of a sentence's content words that is enough.
  private static final double WORDS = 0.5;

  /// The likeness of meaning that is enough, as a cosine.
  private static final double MEANING = 0.55;

  /// A sentence of fewer content words claims too little to judge by.
  private static final int SHORTEST = 3;

  private final MeaningModel meanings;
  private final Locale language;
  private final List<String> said;
  private final Set<String> known;

  /// @param said the sentences that were said
  /// @param all everything that may be drawn on
  Support(MeaningModel meanings, Locale language, List<String> said, String all) {
    this.meanings = meanings;
    this.language = language;
    this.said = said;
    this.known = stems(all);
  }

  boolean bears(String sentence) {
    Set<String> claimed = stems(sentence);
    return claimed.size() < SHORTEST || share(claimed) >= WORDS || likeness(sentence) >= MEANING;
  }

  /// How much of it was said, from 0 to 1.
  private double share(Set<String> claimed) {
    return (double) claimed.stream().filter(known::contains).count() / claimed.size();
  }

  /// How much it means what one of the sentences means.
  private double likeness(String sentence) {
    if (said.isEmpty() || !meanings.speaks(language)) {
      return 0;
    }
    Meaning claimed = meanings.of(List.of(sentence)).getFirst();
    return meanings.of(said).stream().mapToDouble(claimed::likeness).max().orElse(0);
  }

  private Set<String> stems(String text) {
    boolean english = language.getLanguage().equals("en");
    Set<String> stems = new HashSet<>();
    for (String term : Terms.of(text, language)) {
      stems.add(english ? Verbs.plainOf(term) : term);
    }
    return stems;
  }
}
