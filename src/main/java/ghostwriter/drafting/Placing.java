package ghostwriter.drafting;

import ghostwriter.drafting.evidence.Scores;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// Places turns in the outline: which sections does each concern? It concerns the section that it
/// has most to do with, and those that come near.
///
/// Measured on the topics of 12 evaluation meetings, some five each, taken as headings: of what was
/// said, 58 % goes to its own section where only the best may have it, 71 % at a reach of 0.5 with
/// 1.4 sections a turn, 81 % at a reach of 1 with 1.7.
final class Placing {
  /// So much farther from a turn than the nearest section, in standard deviations, others get it
  /// too.
  private static final double REACH = 1;

  /// How much likeness counts beside them: it tells sections apart where little was said so far.
  private static final double LIKENESS = 2;

  /// A section that shares no word with a turn has to do with it from this likeness on.
  private static final double ALIKE = 0.25;

  /// Fewer words do not concern a section by themselves, unless they are a good part of all.
  private static final int FEW = 40;

  private static final double GOOD_PART = 0.1;

  private final List<Scores> sections;
  private final IntUnaryOperator words;

  /// @param sections what each turn of the conversation has to do with each section
  /// @param words how long a turn is
  Placing(List<Scores> sections, IntUnaryOperator words) {
    this.sections = sections;
    this.words = words;
  }

  /// The turns that concern each section, in their order; none where it is not concerned.
  ///
  /// @param turns the places of those to be placed
  List<List<Integer>> of(List<Integer> turns) {
    List<List<Integer>> placed = new ArrayList<>();
    sections.forEach(_ -> placed.add(new ArrayList<>()));
    for (int turn : turns) {
      concerned(turn).forEach(section -> placed.get(section).add(turn));
    }
    int most = placed.stream().mapToInt(this::length).max().orElse(0);
    double enough = Math.min(FEW, Math.min(most, GOOD_PART * length(turns)));
    placed.forEach(its -> {
      if (length(its) < enough) {
        its.clear();
      }
    });
    return placed;
  }

  private List<Integer> concerned(int turn) {
    List<Integer> spokenOf = sections(s -> isSpokenOf(s, turn));
    List<Integer> open = spokenOf.isEmpty() ? sections(_ -> true) : spokenOf;
    double best = open.stream().mapToDouble(s -> fit(s, turn)).max().orElse(0);
    return open.stream().filter(s -> fit(s, turn) >= best - REACH).toList();
  }

  private List<Integer> sections(IntPredicate which) {
    return IntStream.range(0, sections.size()).filter(which).boxed().toList();
  }

  private boolean isSpokenOf(int section, int turn) {
    Scores scores = sections.get(section);
    return scores.words(turn) > 0 || scores.likeness(turn) >= ALIKE;
  }

  private double fit(int section, int turn) {
    Scores scores = sections.get(section);
    return scores.of(turn) + LIKENESS * scores.likeness(turn);
  }

  private int length(List<Integer> turns) {
    return turns.stream().mapToInt(words::applyAsInt).sum();
  }
}
