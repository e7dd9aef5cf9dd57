package ghostwriter.drafting.evidence;

import ghostwriter.drafting.Terms;
import java.util.Arrays;
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
  private final Postings postings;

  /// How many terms each turn has.
  private final double[] counts;

  /// What a term's count around each turn is measured against.
  private final double[] norms;

  /// @param turns in the order of the conversation
  public SharedWords(List<Utterance> turns, Locale language) {
    this(turns, language, Surroundings.of(turns));
  }

  SharedWords(List<Utterance> turns, Locale language, Surroundings surroundings) {
    this(language, surroundings, Postings.NONE, new double[0], turns);
  }

  private SharedWords(
      Locale language,
      Surroundings surroundings,
      Postings known,
      double[] knownCounts,
      List<Utterance> more) {
    this.language = language;
    this.surroundings = surroundings;
    List<List<String>> terms = more.stream().map(turn -> turn.terms(language)).toList();
    postings = known.with(terms);
    counts = Arrays.copyOf(knownCounts, postings.turns());
    for (int turn = 0; turn < terms.size(); turn++) {
      counts[known.turns() + turn] = terms.get(turn).size();
    }
    norms = norms(surroundings.spread(counts));
  }

  private static double[] norms(double[] lengths) {
    double meanLength = Math.max(1, Arrays.stream(lengths).average().orElse(1));
    return Arrays.stream(lengths).map(length -> K1 * (1 - B + B * length / meanLength)).toArray();
  }

  /// English texts that have no surroundings.
  public static SharedWords apart(List<String> texts) {
    return new SharedWords(texts.stream().map(Utterance::apart).toList(), Locale.ENGLISH);
  }

  /// The same with turns that follow.
  ///
  /// @param wider the surroundings of all of them
  SharedWords with(List<Utterance> more, Surroundings wider) {
    return new SharedWords(language, wider, postings, counts, more);
  }

  /// One score a turn, 0 where nothing near it shares a word with the query.
  public double[] scores(String query) {
    var scores = new double[norms.length];
    var near = new double[norms.length];
    // In the query's own order: a sum of doubles depends on it.
    Map<String, Integer> asked = new LinkedHashMap<>();
    Terms.of(query, language).forEach(term -> asked.merge(term, 1, Integer::sum));
    asked.forEach((term, count) -> {
      int[] places = postings.places(term);
      add(places, rarity(places) * (1 + Math.log(count)), near, scores);
    });
    return scores;
  }

  /// Goes over the stretches that have one of the places near.
  ///
  /// @param near room for the count around each turn, all 0
  private void add(int[] places, double weight, double[] near, double[] scores) {
    int next = 0;
    while (next < places.length) {
      int from = surroundings.firstNear(places[next]);
      int to = from;
      while (next < places.length && (to == from || surroundings.firstNear(places[next]) <= to)) {
        to = surroundings.endNear(places[next]);
        near[places[next++]]++;
      }
      surroundings.spread(near, from, to);
      for (int turn = from; turn < to; turn++) {
        scores[turn] += weight * near[turn] * (K1 + 1) / (near[turn] + norms[turn]);
      }
      Arrays.fill(near, from, to, 0);
    }
  }

  private double rarity(int[] places) {
    long holders = Arrays.stream(places).distinct().count();
    return Math.log(1 + (norms.length - holders + 0.5) / (holders + 0.5));
  }
}
