package ghostwriter.realtime.interviewer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// All questions for one sort of book.
final class QuestionBank {
  /// A question that was asked.
  ///
  /// @param about what it took up; empty where nothing
  record Asked(Slot slot, String about) {}

  private final Map<String, List<Question>> questions = new LinkedHashMap<>();

  QuestionBank(String file) {
    Sections sections = Sections.of(file);
    for (String heading : sections.headings()) {
      Slot slot = Slot.valueOf(heading.replaceAll(" .*", "").toUpperCase(Locale.ROOT));
      questions.put(
          heading, sections.under(heading).stream().map(line -> new Question(slot, line)).toList());
    }
  }

  /// A question about what was named that nobody has asked yet: the one whose wording was used
  /// least.
  Optional<String> about(Slot slot, Named named, Said said) {
    return fresh(slot.heading() + " " + named.kind().heading(), it -> it.about(named), said);
  }

  /// A question that takes nothing up.
  Optional<String> plain(Slot slot, Said said) {
    return fresh(slot.heading() + " none", Question::plain, said);
  }

  private Optional<String> fresh(String heading, Function<Question, String> wording, Said said) {
    List<Question> candidates = questions.getOrDefault(heading, List.of());
    Map<Question, Long> uses = new HashMap<>();
    candidates.forEach(it -> uses.put(it, uses(it, said)));
    return candidates.stream()
        .sorted(Comparator.comparing(uses::get))
        .map(wording)
        .filter(Predicate.not(said::asked))
        .filter(said::isFree)
        .findFirst();
  }

  private static long uses(Question question, Said said) {
    return said.plain().stream().filter(text -> question.takenUpIn(text).isPresent()).count();
  }

  /// Which question a text of the interviewer's ends with; empty where it is none of these.
  Optional<Asked> recognise(String text) {
    String plain = Said.plain(text);
    return questions.values().stream()
        .flatMap(List::stream)
        .filter(question -> question.takenUpIn(plain).isPresent())
        .max((a, b) -> Integer.compare(a.length(), b.length()))
        .map(question -> new Asked(question.slot(), question.takenUpIn(plain).orElse("")));
  }
}
