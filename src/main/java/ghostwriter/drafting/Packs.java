package ghostwriter.drafting;

import static java.util.stream.Collectors.toSet;

import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.evidence.Ranked;
import ghostwriter.drafting.evidence.Scores;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ItemId;
import java.util.ArrayList;
import java.util.Comparator;
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

  /// The sections with their packs.
  ///
  /// @param unread what of the material had no room and waits for a later update, as a whole
  record Packed(List<SectionBrief> sections, Set<ItemId> unread) {
    Packed {
      sections = List.copyOf(sections);
      unread = Set.copyOf(unread);
    }
  }

  private final Ranked ranked;
  private final Locale language;
  private final int tokens;
  private final Lengths lengths = new Lengths();

  /// @param tokens of one section's pack at most, or [#UNBOUNDED]
  Packs(Ranked ranked, Locale language, int tokens) {
    this.ranked = ranked;
    this.language = language;
    this.tokens = tokens;
  }

  /// For an update: sections that nothing of the material concerns get nothing.
  ///
  /// @param material what is new and what is pointed to, in the order it was told
  /// @param pointed what of it the request points to
  Packed forUpdate(
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
    Portion portion = portion(turns, drafted(sections, placed), scores, apart, pointed);
    List<SectionBrief> packed =
        IntStream.range(0, sections.size())
            .mapToObj(s -> {
              SectionBrief section = sections.get(s);
              List<Integer> concern = placed.get(s);
              List<Integer> its =
                  section.locked() ? portion.readOf(concern) : portion.placed().get(s);
              boolean told = !apart.isEmpty() && (turns.isEmpty() || !concern.isEmpty());
              return its.isEmpty() && !told
                  ? section
                  : section.with(pack(scores.get(s), its, portion, apart, pointed));
            })
            .toList();
    return new Packed(
        packed, portion.unread().stream().map(turn -> item(turn).id()).collect(toSet()));
  }

  /// What is placed where drafts may write: a turn that has room in a locked section only would be
  /// read by nobody.
  private static List<List<Integer>> drafted(
      List<SectionBrief> sections, List<List<Integer>> placed) {
    return IntStream.range(0, sections.size())
        .mapToObj(s -> sections.get(s).locked() ? List.<Integer>of() : placed.get(s))
        .toList();
  }

  /// As much of what was placed as the packs hold.
  private Portion portion(
      List<Integer> turns,
      List<List<Integer>> placed,
      List<Scores> scores,
      List<ConversationItem> apart,
      Set<ItemId> pointed) {
    if (tokens == UNBOUNDED) {
      return new Portion(placed, Set.of());
    }
    var pack = new Pack(ranked.items(), lengths, tokens);
    apart.forEach(pack::need);
    if (!pack.holdsMore()) {
      return Portion.nothingOf(placed);
    }
    return Portion.of(
        turns,
        asked(turns, pointed),
        placed,
        (section, turn) -> scores.get(section).of(turn),
        Portion.Size.of(ranked.items(), lengths, pack.left()));
  }

  /// Those of these turns that the request points to.
  private Set<Integer> asked(List<Integer> turns, Set<ItemId> pointed) {
    return turns.stream().filter(turn -> pointed.contains(item(turn).id())).collect(toSet());
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
    var pack = new Pack(ranked.items(), lengths, tokens);
    for (ConversationItem item : pointed.stream().filter(ConversationItem::client).toList()) {
      ranked.place(item).ifPresentOrElse(pack::need, () -> pack.need(item));
    }
    fill(pack, ranked.ranking().scores(query), -Double.MAX_VALUE, Set.of());
    return pack.items();
  }

  private List<ConversationItem> pack(
      Scores scores,
      List<Integer> placed,
      Portion portion,
      List<ConversationItem> apart,
      Set<ItemId> pointed) {
    var pack = new Pack(ranked.items(), lengths, tokens);
    apart.forEach(pack::need);
    Set<Integer> first = asked(placed, pointed);
    placed.stream().filter(first::contains).forEach(pack::need);
    placed.stream()
        .filter(turn -> !first.contains(turn))
        .sorted(Comparator.comparingDouble((Integer turn) -> -scores.of(turn)))
        .forEach(pack::need);
    if (tokens != UNBOUNDED) {
      fill(pack, scores, 0, portion.unread());
    }
    return pack.items();
  }

  /// @param least what has less to do with it than this is not looked at
  /// @param unread what is not to be drafted yet
  private void fill(Pack pack, Scores scores, double least, Set<Integer> unread) {
    for (int turn : scores.best(LOOKED_AT)) {
      if (pack.isFull() || scores.of(turn) <= least) {
        return;
      }
      if (item(turn).client() && !unread.contains(turn)) {
        pack.take(turn);
      }
    }
  }

  private ConversationItem item(int place) {
    return ranked.items().get(place);
  }
}
