package ghostwriter.drafting.offline;

import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.Terms;
import ghostwriter.drafting.evidence.SharedWords;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ItemId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How well a passage fits a section that its turn concerns: by the words that belong under its
/// heading, by what had been asked just before, and by when it was said, for people begin at the
/// beginning. Which turns concern a section, its evidence tells.
final class Placement {
  /// So many different words of a section's guide in one turn say that it is spoken of.
  private static final int MUCH = 3;

  /// So many turns with one of them say it too.
  private static final int SEVERAL = 5;

  private static final double OWN = 0.6;
  private static final double ASKED = 0.3;

  /// Sections that lead in or out are shorter than what they frame.
  private static final Pattern FRAME =
      Pattern.compile("(?i)^(?:opening|close|closing|introduction|conclusion|prologue|epilogue)$");

  private final Talk talk;
  private final List<Passage> passages;
  private final List<SectionBrief> sections;
  private final double[][] affinity;
  private final boolean[] open;
  private final List<Set<ItemId>> evidence;

  Placement(Talk talk, List<Passage> passages, List<SectionBrief> sections) {
    this.talk = talk;
    this.passages = passages;
    this.sections = sections;
    evidence = sections.stream().map(Placement::evidence).toList();
    affinity = new double[sections.size()][];
    open = new boolean[sections.size()];
    var own = SharedWords.apart(talk.sentences().stream().map(s -> marked(s.text())).toList());
    var asked = SharedWords.apart(questions());
    for (int s = 0; s < affinity.length; s++) {
      String query = query(sections.get(s));
      open[s] = isSpokenOf(query);
      affinity[s] = affinities(own.scores(query), asked.scores(query));
      addPrior(affinity[s], s);
    }
    openAllWhereNoneIs();
  }

  /// Where the guides say nothing about such a talk, or in another language, the time must do.
  private void openAllWhereNoneIs() {
    if (IntStream.range(0, open.length).noneMatch(s -> open[s])) {
      Arrays.fill(open, true);
    }
  }

  private static Set<ItemId> evidence(SectionBrief section) {
    return section.evidence().stream().map(ConversationItem::id).collect(Collectors.toSet());
  }

  /// Whether a passage may go into a section: something belongs there, and this is evidence for it.
  boolean isOpen(int section, Passage passage) {
    return open[section] && evidence.get(section).contains(talk.item(passage.turn()).id());
  }

  /// How much of the whole a section should hold, against 1 for an ordinary one.
  double share(int section) {
    return !open[section] ? 0 : FRAME.matcher(sections.get(section).heading()).find() ? 0.55 : 1;
  }

  /// From 0 to about 1.2.
  double affinity(int section, int passage) {
    return affinity[section][passage];
  }

  private static String query(SectionBrief section) {
    String about = section.guide().about();
    String words = about.isBlank() ? section.heading() : about;
    return Arrays.stream(Trait.values())
        .filter(trait -> trait.isWantedBy(about))
        .map(Trait::mark)
        .collect(Collectors.joining("", words, ""));
  }

  private static String marked(String text) {
    return Arrays.stream(Trait.values())
        .filter(trait -> trait.isIn(text))
        .map(Trait::mark)
        .collect(Collectors.joining("", text, ""));
  }

  private List<String> questions() {
    List<String> questions = new ArrayList<>();
    for (int turn = 0; turn < talk.size(); turn++) {
      questions.add(talk.sentencesOf(turn).isEmpty() ? "" : talk.askedBefore(turn));
    }
    return questions;
  }

  /// Whether one turn says much of what belongs here, or several say something.
  private boolean isSpokenOf(String query) {
    Set<String> cues = Set.copyOf(Terms.of(query));
    int turns = 0;
    int most = 0;
    for (Set<String> terms : termsByTurn()) {
      int found = (int) terms.stream().filter(cues::contains).count();
      most = Math.max(most, found);
      turns += Math.min(1, found);
    }
    return most >= MUCH || turns >= SEVERAL;
  }

  /// What may be used of each turn, with the question before it.
  private Collection<Set<String>> termsByTurn() {
    Map<Integer, Set<String>> terms = new HashMap<>();
    for (Passage passage : passages) {
      if (passage.sentences().size() == 1) {
        terms
            .computeIfAbsent(
                passage.turn(), turn -> new HashSet<>(Terms.of(talk.askedBefore(turn))))
            .addAll(Terms.of(marked(passage.sentences().getFirst().text())));
      }
    }
    return terms.values();
  }

  private double[] affinities(double[] own, double[] asked) {
    double[] ownScores = new double[passages.size()];
    double[] askedScores = new double[passages.size()];
    for (int p = 0; p < ownScores.length; p++) {
      Passage passage = passages.get(p);
      double sum = Arrays.stream(own, passage.first(), passage.last() + 1).sum();
      ownScores[p] = sum / Math.sqrt(passage.sentences().size());
      askedScores[p] = asked[passage.turn()];
    }
    double ownScale = high(ownScores);
    double askedScale = high(askedScores);
    double[] affinities = new double[ownScores.length];
    Arrays.setAll(
        affinities,
        p ->
            OWN * Math.min(1.2, ownScores[p] / ownScale)
                + ASKED * Math.min(1.2, askedScores[p] / askedScale));
    return affinities;
  }

  /// The first section draws what was said early, the last what was said late; those between care
  /// less.
  private void addPrior(double[] affinities, int section) {
    double centre = (section + 0.5) / affinity.length;
    boolean outer = section == 0 || section == affinity.length - 1;
    for (int p = 0; p < affinities.length; p++) {
      double distance = (passages.get(p).turn() + 0.5) / talk.size() - centre;
      affinities[p] += (outer ? 0.45 : 0.15) * Math.exp(-distance * distance / 0.08);
    }
  }

  private static double high(double[] scores) {
    double[] sorted = scores.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 1 : Math.max(1e-9, sorted[(int) (0.97 * (sorted.length - 1))]);
  }
}
