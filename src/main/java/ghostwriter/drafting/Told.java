package ghostwriter.drafting;

import ghostwriter.document.Changes;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// The one sentence that the client is told about a draft. It is the model's own, as long as it is
/// true of what was stored: it may name no section that did not change, and a draft of which a part
/// only waits as a proposal is not told as if it were all there.
final class Told {
  /// In UTF-16 units: what can be said in one breath.
  static final int LONGEST = 300;

  private final Sentences sentences = new Sentences();

  /// @param summary the model's own sentence
  /// @return nothing where it said nothing: the document keeps its old summary then
  Words of(Words summary, Changes changes) {
    if (summary.isBlank()) {
      return Words.NONE;
    }
    String first = first(summary.text());
    boolean holds =
        first.length() <= LONGEST
            && changes.unplaced().isEmpty()
            && named(first, changes).stream().allMatch(changes.changed()::contains);
    return new Words(holds ? first : plainly(changes));
  }

  private String first(String summary) {
    return sentences.of(summary, Locale.ROOT).stream()
        .findFirst()
        .map(span -> summary.substring(span.from(), span.to()))
        .orElse("");
  }

  /// The sections that a sentence names: their headings, as they are written.
  private static Set<SectionId> named(String sentence, Changes changes) {
    Set<SectionId> named = new HashSet<>();
    changes
        .headings()
        .forEach((section, heading) -> {
          Pattern whole =
              Pattern.compile(
                  "(?<![\\p{L}\\p{N}])" + Pattern.quote(heading) + "(?![\\p{L}\\p{N}])");
          // At the start of a sentence any word has a capital.
          if (whole.matcher(sentence).results().anyMatch(found -> found.start() > 0)) {
            named.add(section);
          }
        });
    return named;
  }

  private static String plainly(Changes changes) {
    List<String> headings =
        changes.headings().entrySet().stream()
            .filter(entry -> changes.changed().contains(entry.getKey()))
            .map(entry -> "“" + entry.getValue() + "”")
            .toList();
    String changed = headings.isEmpty() ? "I changed the text" : "I worked on " + joined(headings);
    return changes.unplaced().isEmpty()
        ? changed + "."
        : changed + "; what I would change in your own or locked text waits for you as a proposal.";
  }

  private static String joined(List<String> headings) {
    List<String> first = new ArrayList<>(headings);
    String last = first.removeLast();
    return first.isEmpty() ? last : String.join(", ", first) + " and " + last;
  }
}
