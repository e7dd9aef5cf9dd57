package ghostwriter.drafting.offline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Chooses passages one by one, each time the one that adds most: worth keeping, fitting its
/// section, new against what is chosen (maximal marginal relevance, Carbonell and Goldstein 1998),
/// in a section that is not full yet.
final class Choice {
  private static final double TOO_ALIKE = 0.6;
  private static final double GOES_ON = 1.15;

  /// Once the floor is reached, nothing much worse than what stands there already is taken.
  private static final double POOR = 0.5;

  /// So many words more are spent on the end of a story.
  private static final int FEW = 30;

  private static final double STRANGER = 0.9;

  private final Talk talk;
  private final List<Sentence> sentences;
  private final List<Passage> passages;
  private final Placement placement;
  private final Salience salience;
  private final Budget budget;

  private final List<List<Passage>> chosen = new ArrayList<>();
  private final Neighbours neighbours;
  private final boolean[][] open;
  private final double[] share;
  private final int[] filled;
  private final int[] sectionOf;
  private final double[] alike;
  private final boolean[] gone;
  private final double[] weights;
  private final double meanWeight;
  private final List<Set<Integer>> introductions;
  private double shares;
  private double gains;
  private int taken;
  private int words;
  private int spoken;

  Choice(
      Talk talk,
      List<Passage> passages,
      Placement placement,
      Salience salience,
      Budget budget,
      int sections) {
    this.talk = talk;
    sentences = talk.sentences();
    this.passages = passages;
    this.placement = placement;
    this.salience = salience;
    this.budget = budget;
    neighbours = new Neighbours(talk, passages);
    open = new boolean[sections][passages.size()];
    share = new double[sections];
    filled = new int[sections];
    sectionOf = new int[sentences.size()];
    Arrays.fill(sectionOf, -1);
    alike = new double[passages.size()];
    gone = new boolean[passages.size()];
    weights = sentences.stream().mapToDouble(s -> weight(Set.copyOf(s.terms()))).toArray();
    meanWeight = Math.max(1e-9, Arrays.stream(weights).average().orElse(1));
    var names = new Names(sentences);
    introductions = passages.stream().map(names::introductionsOf).toList();
    for (int s = 0; s < sections; s++) {
      chosen.add(new ArrayList<>());
      share[s] = placement.share(s);
      shares += share[s];
      for (int p = 0; p < open[s].length; p++) {
        open[s][p] = placement.isOpen(s, passages.get(p));
      }
    }
  }

  /// The passages chosen for each section, in the order they were spoken.
  List<List<Passage>> make() {
    for (Demand demand : shares > 0 ? Demand.values() : new Demand[0]) {
      boolean found = demand == Demand.HIGH || words < budget.floor();
      while (found && words < budget.target()) {
        found = takeBest(demand);
      }
    }
    chosen.forEach(list -> list.sort(Comparator.comparingInt(Passage::first)));
    return chosen;
  }

  private boolean takeBest(Demand demand) {
    int bestPassage = -1;
    int bestSection = -1;
    double best = 0;
    for (int p = 0; p < gone.length; p++) {
      if (gone[p]
          || isBelow(p, demand)
          || alike[p] > TOO_ALIKE
          || spoken + passages.get(p).spoken() > budget.ceiling()) {
        continue;
      }
      double merit = merit(p);
      for (int s = 0; s < filled.length && merit > 0; s++) {
        double gain = merit * suitability(p, s);
        if (gain > best) {
          best = gain;
          bestPassage = p;
          bestSection = s;
        }
      }
    }
    boolean worthIt = bestPassage >= 0 && (words < budget.floor() || best > POOR * gains / taken);
    if (worthIt) {
      gains += best;
      taken++;
      take(passages.get(toItsEnd(bestPassage)), bestSection);
    }
    return worthIt;
  }

  /// The passage, or one of the same beginning that tells its turn to the end in a few words more.
  private int toItsEnd(int p) {
    Passage start = passages.get(p);
    int end = p;
    for (int q = p + 1; q < gone.length && passages.get(q).first() == start.first(); q++) {
      Passage longer = passages.get(q);
      boolean fits =
          !gone[q]
              && longer.words() - start.words() <= FEW
              && spoken + longer.spoken() <= budget.ceiling();
      end = fits && talk.endsTurn(longer.sentences().getLast()) ? q : end;
    }
    return end;
  }

  private boolean isBelow(int p, Demand demand) {
    Passage passage = passages.get(p);
    boolean goesOn =
        before(passage) >= 0 && neighbours.words(p) + passage.words() <= Passages.MAX_WORDS;
    return !demand.isMet(passage, () -> neighbours.words(p), goesOn);
  }

  /// What a passage is worth at this point, wherever it may go.
  private double merit(int p) {
    Passage passage = passages.get(p);
    boolean goesOn = before(passage) >= 0;
    boolean leadsUp = after(passage) >= 0;
    double standing =
        goesOn
            ? GOES_ON
            : passage.opening() * (leadsUp ? GOES_ON : passage.fit(neighbours.words(p)));
    return passage.worth() * standing * (1 - alike[p]) * familiarity(p);
  }

  /// How well it goes into a section: what continues a chosen passage stays with it.
  private double suitability(int p, int section) {
    if (!open[section][p]) {
      return 0;
    }
    Passage passage = passages.get(p);
    int before = before(passage);
    int after = after(passage);
    boolean elsewhere = (before >= 0 && before != section) || (after >= 0 && after != section);
    return elsewhere || neighbours.areElsewhere(p, section)
        ? 0
        : (0.35 + placement.affinity(section, p)) * room(section, passage.words());
  }

  /// Less for every name whose first mention the reader will not have seen.
  private double familiarity(int p) {
    int strangers = 0;
    for (int introduction : introductions.get(p)) {
      strangers += sectionOf[introduction] < 0 ? 1 : 0;
    }
    return Math.pow(STRANGER, Math.min(3, strangers));
  }

  /// The section of the sentence that a passage goes on from; -1 where it is not chosen.
  private int before(Passage passage) {
    return talk.goesOn(passage.first()) ? sectionOf[passage.first() - 1] : -1;
  }

  private int after(Passage passage) {
    return talk.goesOn(passage.last() + 1) ? sectionOf[passage.last() + 1] : -1;
  }

  /// A section takes its share easily, twice its share hardly.
  private double room(int section, int more) {
    double due = budget.target() * share[section] / shares;
    double full = (filled[section] + more / 2.0) / due;
    return full < 0.7 ? 1.1 : Math.max(0.05, 1.1 - 1.0 * (full - 0.7));
  }

  private void take(Passage passage, int section) {
    chosen.get(section).add(passage);
    neighbours.add(passage, section);
    words += passage.words();
    spoken += passage.spoken();
    filled[section] += passage.words();
    Arrays.fill(sectionOf, passage.first(), passage.last() + 1, section);
    Set<String> terms = new HashSet<>();
    passage.sentences().forEach(sentence -> terms.addAll(sentence.terms()));
    double[] shared = new double[sentences.size()];
    Arrays.setAll(shared, i -> sharedWeight(sentences.get(i), terms));
    for (int p = 0; p < gone.length; p++) {
      Passage other = passages.get(p);
      gone[p] |= other.overlaps(passage);
      alike[p] = Math.max(alike[p], likeness(other, shared));
    }
  }

  /// The share of what is already chosen; a few words such as "He did not." are like nothing.
  private double likeness(Passage passage, double[] shared) {
    double same = Arrays.stream(shared, passage.first(), passage.last() + 1).sum();
    double all = Arrays.stream(weights, passage.first(), passage.last() + 1).sum();
    return same / Math.max(all, meanWeight);
  }

  private double sharedWeight(Sentence sentence, Set<String> terms) {
    Set<String> shared = new HashSet<>(sentence.terms());
    shared.retainAll(terms);
    return weight(shared);
  }

  private double weight(Set<String> terms) {
    return terms.stream().sorted().mapToDouble(salience::weight).sum();
  }
}
