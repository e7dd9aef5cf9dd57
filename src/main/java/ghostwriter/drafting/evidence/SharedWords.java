package ghostwriter.drafting.evidence;

import ghostwriter.drafting.Terms;
import java.util.ArrayList;
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

  /// A query's terms in its own order, for a sum of doubles depends on it.
  ///
  /// @param yardstick what they were weighed by
  record Asked(List<Weighed> terms, Yardstick yardstick) {
    record Weighed(String term, double weight) {}
  }

  private final Locale language;
  private final Surroundings surroundings;
  private final Postings postings;

  /// How many terms each turn has.
  private final double[] counts;

  private final Yardstick yardstick;

  /// What a term's count around each turn is measured against.
  private final double[] norms;

  /// @param turns in the order of the conversation
  public SharedWords(List<Utterance> turns, Locale language) {
    this(turns, language, Surroundings.of(turns));
  }

  SharedWords(List<Utterance> turns, Locale language, Surroundings surroundings) {
    this.language = language;
    this.surroundings = surroundings;
    List<List<String>> terms = terms(turns, language);
    postings = Postings.NONE.with(terms);
    counts = counts(new double[0], terms);
    yardstick = Yardstick.of(counts, surroundings);
    norms = norms(new double[0], 0);
  }

  private SharedWords(SharedWords known, List<Utterance> more, Surroundings wider) {
    language = known.language;
    surroundings = wider;
    List<List<String>> terms = terms(more, language);
    postings = known.postings.with(terms);
    counts = counts(known.counts, terms);
    boolean same = known.yardstick.measures(counts.length);
    yardstick = same ? known.yardstick : Yardstick.of(counts, surroundings);
    norms = norms(known.norms, same ? known.surroundings.lastSession() : 0);
  }

  private static List<List<String>> terms(List<Utterance> turns, Locale language) {
    return turns.stream().map(turn -> turn.terms(language)).toList();
  }

  private static double[] counts(double[] known, List<List<String>> terms) {
    double[] counts = Arrays.copyOf(known, known.length + terms.size());
    for (int turn = 0; turn < terms.size(); turn++) {
      counts[known.length + turn] = terms.get(turn).size();
    }
    return counts;
  }

  /// @param from where a session begins; before it they are as known
  private double[] norms(double[] known, int from) {
    double[] norms = Arrays.copyOf(known, counts.length);
    System.arraycopy(counts, from, norms, from, counts.length - from);
    surroundings.spread(norms, 0, from, norms.length);
    for (int turn = from; turn < norms.length; turn++) {
      norms[turn] = K1 * (1 - B + B * norms[turn] / yardstick.meanLength());
    }
    return norms;
  }

  /// English texts that have no surroundings.
  public static SharedWords apart(List<String> texts) {
    return new SharedWords(texts.stream().map(Utterance::apart).toList(), Locale.ENGLISH);
  }

  /// The same with turns that follow.
  ///
  /// @param wider the surroundings of all of them
  SharedWords with(List<Utterance> more, Surroundings wider) {
    return new SharedWords(this, more, wider);
  }

  /// One score a turn, 0 where nothing near it shares a word with the query.
  public double[] scores(String query) {
    var scores = new double[norms.length];
    score(asked(query), scores, 0);
    return scores;
  }

  Asked asked(String query) {
    Map<String, Integer> asked = new LinkedHashMap<>();
    Terms.of(query, language).forEach(term -> asked.merge(term, 1, Integer::sum));
    List<Asked.Weighed> terms = new ArrayList<>();
    asked.forEach((term, count) -> {
      double rarity = yardstick.rarity(postings.places(term, 0));
      terms.add(new Asked.Weighed(term, rarity * (1 + Math.log(count))));
    });
    return new Asked(List.copyOf(terms), yardstick);
  }

  /// Whether what was asked would be weighed alike now.
  boolean measures(Asked asked) {
    return asked.yardstick.equals(yardstick);
  }

  /// Scores the later turns.
  ///
  /// @param scores room for theirs, all 0
  /// @param first the first of them, where a session begins
  void score(Asked asked, double[] scores, int first) {
    var near = new double[scores.length];
    for (Asked.Weighed term : asked.terms) {
      add(postings.places(term.term, first), term.weight, near, scores, first);
    }
  }

  /// Goes over the stretches that have one of the places near.
  ///
  /// @param near room for the count around each turn, all 0
  private void add(int[] places, double weight, double[] near, double[] scores, int first) {
    int next = 0;
    while (next < places.length) {
      int from = surroundings.firstNear(places[next]);
      int to = from;
      while (next < places.length && (to == from || surroundings.firstNear(places[next]) <= to)) {
        to = surroundings.endNear(places[next]);
        near[places[next++] - first]++;
      }
      surroundings.spread(near, first, from, to);
      for (int turn = from; turn < to; turn++) {
        double count = near[turn - first];
        scores[turn - first] += weight * count * (K1 + 1) / (count + norms[turn]);
      }
      Arrays.fill(near, from - first, to - first, 0);
    }
  }
}
