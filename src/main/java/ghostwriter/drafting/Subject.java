package ghostwriter.drafting;

import ghostwriter.document.Block;
import ghostwriter.drafting.Brief.SectionBrief;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// What a section is about, as a text that turns are ranked by: its heading, what belongs there,
/// and the words that come up most in what stands there. It has a bound, however long the section
/// is.
final class Subject {
  private static final int MOST = 24;

  private Subject() {}

  static String of(SectionBrief section, Locale language) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Block block : section.blocks()) {
      Terms.of(block.content().markdown().text(), language)
          .forEach(term -> counts.merge(term, 1, Integer::sum));
    }
    List<String> telling =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() > 1)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(MOST)
            .map(Map.Entry::getKey)
            .toList();
    String guide = section.guide().about() + ". " + section.guide().question();
    return section.heading()
        + ". "
        + guide
        + telling.stream().collect(Collectors.joining(" ", " ", ""));
  }
}
