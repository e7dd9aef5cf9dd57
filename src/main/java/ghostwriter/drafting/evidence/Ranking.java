package ghostwriter.drafting.evidence;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Orders the turns of a conversation by how much they have to do with a query: a section's
/// heading, a question, a finished paragraph. Evidence packs and attached sources are its prefixes.
///
/// It adds what the words say and what the passages mean, each on its own scale: the number of
/// standard deviations above the conversation's mean. Where no meanings are known, as in a language
/// the model does not speak, the words decide alone. Immutable, safe for many threads.
public final class Ranking {
  /// How much meaning counts against words. On the evaluation meetings 0.5 to 1 do equally well.
  private static final double MEANING = 0.6;

  private final Surroundings surroundings;
  private final SharedWords words;
  private final Meanings meanings;

  /// @param turns in the order of the conversation
  /// @param meanings of the passages of these very turns, or {@link Meanings#UNKNOWN}
  public Ranking(List<Utterance> turns, Locale language, Meanings meanings) {
    this.surroundings = Surroundings.of(turns);
    this.words = new SharedWords(turns, language, surroundings);
    this.meanings = meanings;
  }

  /// The places of all turns, best first; equals keep the order of the conversation.
  public List<Integer> order(String query) {
    double[] scores = scores(query);
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer turn) -> -scores[turn]))
        .toList();
  }

  /// One score a turn; they compare within one query only.
  public double[] scores(String query) {
    double[] scores = standardised(words.scores(query));
    double[] alike = standardised(surroundings.mean(meanings.likeness(query, scores.length)));
    Arrays.setAll(scores, turn -> scores[turn] + MEANING * alike[turn]);
    return scores;
  }

  private static double[] standardised(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    double variance = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double deviation = Math.max(1e-9, Math.sqrt(variance));
    return Arrays.stream(values).map(value -> (value - mean) / deviation).toArray();
  }
}
