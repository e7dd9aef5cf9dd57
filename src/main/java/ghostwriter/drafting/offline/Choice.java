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

  private static final double STRANGER = 0.9;

  private final Talk talk;
  private final List<Sentence> sentences;
  private final List<Passage> passages;
  private final Placement placement;
  private final Salience salience;
  private final Budget budget;

  private final List<List<Passage>> chosen = new ArrayList<>();
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
      shares += placement.share(s);
    }
  }

  /// The passages chosen for each section, in the order they were spoken.
  List<List<Passage>> make() {
    boolean found = shares > 0;
    while (found && words < budget.target()) {
      found = takeBest();
    }
    chosen.forEach(list -> list.sort(Comparator.comparingInt(Passage::first)));
    return chosen;
  }

  private boolean takeBest() {
    int bestPassage = -1;
    int bestSection = -1;
    double best = 0;
    for (int p = 0; p < gone.length; p++) {
      if (gone[p] || alike[p] > TOO_ALIKE || words + passages.get(p).words() > budget.ceiling()) {
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
      take(passages.get(bestPassage), bestSection);
    }
    return worthIt;
  }

  /// What a passage is worth at this point, wherever it may go.
  private double merit(int p) {
    Passage passage = passages.get(p);
    boolean goesOn = before(passage) >= 0;
    boolean leadsUp = after(passage) >= 0;
    double standing = goesOn ? GOES_ON : passage.opening() * (leadsUp ? GOES_ON : passage.fit());
    return passage.worth() * standing * (1 - alike[p]) * familiarity(p);
  }

  /// How well it goes into a section: what continues a chosen passage stays with it.
  private double suitability(int p, int section) {
    Passage passage = passages.get(p);
    int before = before(passage);
    int after = after(passage);
    boolean elsewhere = (before >= 0 && before != section) || (after >= 0 && after != section);
    return !placement.isOpen(section) || elsewhere
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
    double share = budget.target() * placement.share(section) / shares;
    double full = (filled[section] + more / 2.0) / share;
    return full < 0.7 ? 1.1 : Math.max(0.05, 1.1 - 1.0 * (full - 0.7));
  }

  private void take(Passage passage, int section) {
    chosen.get(section).add(passage);
    words += passage.words();
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
