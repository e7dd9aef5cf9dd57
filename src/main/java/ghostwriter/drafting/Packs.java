package ghostwriter.drafting;

import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.evidence.Ranked;
import ghostwriter.drafting.evidence.Scores;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ItemId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// Gives each section that a job concerns its evidence, out of the whole conversation: what is
/// pointed to, then what is new, then what has most to do with the section. The same conversation
/// gives the same packs.
final class Packs {
  /// For whoever reads all that is new, however much it is.
  static final int UNBOUNDED = Integer.MAX_VALUE;

  /// How far down its order a section's evidence is looked for.
  private static final int LOOKED_AT = 120;

  private final Ranked ranked;
  private final Locale language;
  private final int tokens;

  /// @param tokens of one section's pack at most, or [#UNBOUNDED]
  Packs(Ranked ranked, Locale language, int tokens) {
    this.ranked = ranked;
    this.language = language;
    this.tokens = tokens;
  }

  /// For an update: sections that nothing of the material concerns get nothing.
  ///
  /// @param material what is new and what is pointed to, in order
  /// @param pointed what of it the request points to
  List<SectionBrief> forUpdate(
      List<SectionBrief> sections, List<ConversationItem> material, Set<ItemId> pointed) {
    List<Integer> turns = new ArrayList<>();
    List<ConversationItem> apart = new ArrayList<>();
    for (ConversationItem item : material) {
      if (item.client()) {
        ranked.place(item).ifPresentOrElse(turns::add, () -> apart.add(item));
      }
    }
    List<Scores> scores =
        sections.stream()
            .map(section -> ranked.ranking().scores(Subject.of(section, language)))
            .toList();
    List<List<Integer>> placed = new Placing(scores, turn -> item(turn).text().count()).of(turns);
    boolean concernsAll = !apart.isEmpty() && turns.isEmpty();
    return IntStream.range(0, sections.size())
        .mapToObj(s ->
            placed.get(s).isEmpty() && !concernsAll
                ? sections.get(s)
                : sections.get(s).with(pack(scores.get(s), placed.get(s), apart, pointed)))
        .toList();
  }

  /// For a refinement: its section gets what has most to do with it and with what is asked, the
  /// others nothing.
  ///
  /// @param pointed what the request points to
  List<SectionBrief> forRefinement(
      List<SectionBrief> sections, Refinement task, List<ConversationItem> pointed) {
    return sections.stream()
        .map(section ->
            section.id().equals(task.section())
                ? section.with(pack(section, task, pointed))
                : section)
        .toList();
  }

  private List<ConversationItem> pack(
      SectionBrief section, Refinement task, List<ConversationItem> pointed) {
    if (tokens == UNBOUNDED) {
      return ranked.items();
    }
    String query = task.instruction().text() + " " + Subject.of(section, language);
    var pack = new Pack(ranked.items(), tokens);
    for (ConversationItem item : pointed.stream().filter(ConversationItem::client).toList()) {
      ranked.place(item).ifPresentOrElse(pack::need, () -> pack.need(item));
    }
    fill(pack, ranked.ranking().scores(query), -Double.MAX_VALUE);
    return pack.items();
  }

  private List<ConversationItem> pack(
      Scores scores, List<Integer> placed, List<ConversationItem> apart, Set<ItemId> pointed) {
    var pack = new Pack(ranked.items(), tokens);
    apart.forEach(pack::need);
    Set<Integer> first = new HashSet<>();
    placed.stream().filter(turn -> pointed.contains(item(turn).id())).forEach(first::add);
    placed.stream().filter(first::contains).forEach(pack::need);
    placed.stream()
        .filter(turn -> !first.contains(turn))
        .sorted(Comparator.comparingDouble((Integer turn) -> -scores.of(turn)))
        .forEach(pack::need);
    if (tokens != UNBOUNDED) {
      fill(pack, scores, 0);
    }
    return pack.items();
  }

  /// @param least what has less to do with it than this is not looked at
  private void fill(Pack pack, Scores scores, double least) {
    for (int turn : scores.best(LOOKED_AT)) {
      if (pack.isFull() || scores.of(turn) <= least) {
        return;
      }
      if (item(turn).client()) {
        pack.take(turn);
      }
    }
  }

  private ConversationItem item(int place) {
    return ranked.items().get(place);
  }
}
