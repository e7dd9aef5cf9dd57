package ghostwriter.drafting.offline;

import ghostwriter.document.Block;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.Sentences;
import ghostwriter.drafting.Terms;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the document already says, in any section: the ranges its blocks cite, and their sentences,
/// so that neither comes twice, not even in slightly other words.
final class Said {
  private static final double SAME = 0.65;

  private final Talk talk;
  private final Map<ItemId, List<Source>> cited = new HashMap<>();
  private final Map<String, List<Set<String>>> written = new HashMap<>();

  Said(Talk talk, List<SectionBrief> sections, Locale language, Sentences splitter) {
    this.talk = talk;
    for (SectionBrief section : sections) {
      for (Block block : section.blocks()) {
        block.content().sources().forEach(this::cite);
        String text = block.content().markdown().text();
        splitter
            .of(text, language)
            .forEach(span -> remember(Terms.of(text.substring(span.from(), span.to()))));
      }
    }
  }

  boolean contains(Sentence sentence) {
    ItemId item = talk.item(sentence.turn()).id();
    boolean isCited =
        cited.getOrDefault(item, List.of()).stream()
            .anyMatch(source -> source.from() < sentence.to() && sentence.from() < source.to());
    return isCited || isWritten(new HashSet<>(sentence.terms()));
  }

  private void cite(Source source) {
    cited.computeIfAbsent(source.item(), _ -> new ArrayList<>()).add(source);
  }

  private void remember(List<String> terms) {
    Set<String> distinct = Set.copyOf(terms);
    distinct.forEach(term -> written.computeIfAbsent(term, _ -> new ArrayList<>()).add(distinct));
  }

  private boolean isWritten(Set<String> terms) {
    return terms.size() >= 3
        && terms.stream()
            .flatMap(term -> written.getOrDefault(term, List.of()).stream())
            .distinct()
            .anyMatch(other -> likeness(terms, other) >= SAME);
  }

  private static double likeness(Set<String> some, Set<String> others) {
    long shared = some.stream().filter(others::contains).count();
    return shared / (double) Math.max(some.size(), others.size());
  }
}
