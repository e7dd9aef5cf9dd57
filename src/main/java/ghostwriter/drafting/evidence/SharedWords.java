package ghostwriter.drafting.evidence;

import ghostwriter.drafting.Terms;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// How much each turn of a conversation has to do with a query, by the words they share.
///
/// It is BM25 (Robertson and Zaragoza 2009) over soft passages: a turn is read together with its
/// surroundings, whose words count for less the more words lie between, because a conversation
/// stays with its subject for a while. Who speaks counts as a word of the turn, for people are
/// asked what they think by name. Immutable, safe for many threads.
public final class SharedWords {
  private static final double K1 = 2.4;
  private static final double B = 0.5;

  private final Locale language;
  private final Surroundings surroundings;
  private final Map<String, Map<Integer, Integer>> postings = new HashMap<>();
  private final double[] lengths;
  private final double meanLength;

  /// @param turns in the order of the conversation
  public SharedWords(List<Utterance> turns, Locale language) {
    this(turns, language, Surroundings.of(turns));
  }

  /// English texts that have no surroundings.
  public static SharedWords apart(List<String> texts) {
    return new SharedWords(texts.stream().map(Utterance::apart).toList(), Locale.ENGLISH);
  }

  SharedWords(List<Utterance> turns, Locale language, Surroundings surroundings) {
    this.language = language;
    this.surroundings = surroundings;
    List<List<String>> terms = turns.stream().map(turn -> turn.terms(language)).toList();
    for (int turn = 0; turn < turns.size(); turn++) {
      for (String term : terms.get(turn)) {
        postings.computeIfAbsent(term, _ -> new LinkedHashMap<>()).merge(turn, 1, Integer::sum);
      }
    }
    lengths = surroundings.spread(terms.stream().mapToDouble(List::size).toArray());
    meanLength = Math.max(1, Arrays.stream(lengths).average().orElse(1));
  }

  /// One score a turn, 0 where nothing near it shares a word with the query.
  public double[] scores(String query) {
    double[] scores = new double[lengths.length];
    // In the query's own order: a sum of doubles depends on it.
    Map<String, Integer> counts = new LinkedHashMap<>();
    Terms.of(query, language).forEach(term -> counts.merge(term, 1, Integer::sum));
    counts.forEach((term, count) -> add(term, count, scores));
    return scores;
  }

  private void add(String term, int count, double[] scores) {
    Map<Integer, Integer> holders = postings.getOrDefault(term, Map.of());
    double weight = rarity(holders.size()) * (1 + Math.log(count));
    double[] near = near(holders);
    for (int turn = 0; turn < scores.length; turn++) {
      double norm = K1 * (1 - B + B * lengths[turn] / meanLength);
      scores[turn] += weight * near[turn] * (K1 + 1) / (near[turn] + norm);
    }
  }

  private double[] near(Map<Integer, Integer> holders) {
    double[] counts = new double[lengths.length];
    holders.forEach((turn, count) -> counts[turn] = count);
    return surroundings.spread(counts);
  }

  private double rarity(int holders) {
    return Math.log(1 + (lengths.length - holders + 0.5) / (holders + 0.5));
  }
}
