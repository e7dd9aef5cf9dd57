package ghostwriter.drafting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Orders turns by how much they have to do with a query: a section's heading, a question, a
/// finished paragraph. It is BM25 (Robertson and Zaragoza 2009) with k1 1.2 and b 0.75; because a
/// conversation stays with its subject for a while, a turn's score is spread over its neighbours
/// where the caller asks for it. Immutable, safe for many threads.
public final class Ranking {
  private static final double K1 = 1.2;
  private static final double B = 0.75;

  /// How far a turn's score reaches, in turns, and over how many it falls to 1/e.
  private static final int REACH = 20;

  private static final double DECAY = 8;

  /// How much of a smoothed score is the neighbours'.
  private static final double NEIGHBOURS = 0.95;

  private final Map<String, List<Posting>> postings = new HashMap<>();
  private final double[] lengths;
  private final double meanLength;

  /// @param turns the texts to rank, in the order of the conversation
  public Ranking(List<String> turns) {
    lengths = new double[turns.size()];
    for (int turn = 0; turn < lengths.length; turn++) {
      index(turn, Terms.of(turns.get(turn)));
    }
    meanLength =
        Math.max(
            1, IntStream.range(0, lengths.length).mapToDouble(i -> lengths[i]).average().orElse(1));
  }

  /// One score a turn, 0 where it shares no word with the query.
  public double[] scores(String query) {
    double[] scores = new double[lengths.length];
    Map<String, Integer> counts = new HashMap<>();
    List<String> terms = Terms.of(query);
    terms.forEach(term -> counts.merge(term, 1, Integer::sum));
    // In the query's own order: a sum of doubles depends on it.
    for (String term : new LinkedHashSet<>(terms)) {
      double weight = rarity(term) * (1 + Math.log(counts.getOrDefault(term, 1)));
      for (Posting posting : postings.getOrDefault(term, List.of())) {
        scores[posting.turn] += weight * saturation(posting);
      }
    }
    return scores;
  }

  /// As {@link #scores}, each turn also taking from its neighbours.
  public double[] smoothedScores(String query) {
    double[] own = scores(query);
    return IntStream.range(0, own.length).mapToDouble(turn -> smoothed(own, turn)).toArray();
  }

  /// The places of all turns, best first; equals keep the order of the conversation.
  public List<Integer> order(String query) {
    double[] scores = smoothedScores(query);
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer turn) -> -scores[turn]))
        .toList();
  }

  private static double smoothed(double[] own, int turn) {
    double sum = 0;
    double weights = 0;
    int last = Math.min(own.length - 1, turn + REACH);
    for (int near = Math.max(0, turn - REACH); near <= last; near++) {
      double weight = Math.exp(-Math.abs(near - turn) / DECAY);
      sum += weight * own[near];
      weights += weight;
    }
    return (1 - NEIGHBOURS) * own[turn] + NEIGHBOURS * sum / weights;
  }

  private void index(int turn, List<String> terms) {
    Map<String, Integer> counts = new HashMap<>();
    terms.forEach(term -> counts.merge(term, 1, Integer::sum));
    counts.forEach((term, count) ->
        postings.computeIfAbsent(term, _ -> new ArrayList<>()).add(new Posting(turn, count)));
    lengths[turn] = terms.size();
  }

  private double rarity(String term) {
    int holders = postings.getOrDefault(term, List.of()).size();
    return Math.log(1 + (lengths.length - holders + 0.5) / (holders + 0.5));
  }

  private double saturation(Posting posting) {
    double norm = K1 * (1 - B + B * lengths[posting.turn] / meanLength);
    return posting.count * (K1 + 1) / (posting.count + norm);
  }

  private record Posting(int turn, int count) {}
}
