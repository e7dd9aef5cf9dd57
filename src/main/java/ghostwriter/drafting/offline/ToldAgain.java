package ghostwriter.drafting.offline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds sentences that tell what others have told, in much the same words.
final class ToldAgain {
  private static final int LEAST_TERMS = 4;
  private static final int LEAST_SHARED = 3;
  private static final double SAME_STORY = 0.5;

  /// A term in so many of them tells nothing.
  private static final int MAX_HOLDERS = 200;

  private final List<Integer> sizes = new ArrayList<>();
  private final Map<String, List<Integer>> holders = new HashMap<>();

  ToldAgain(Collection<Sentence> told) {
    told.forEach(sentence -> remember(Set.copyOf(sentence.terms())));
  }

  List<Sentence> in(List<Sentence> sentences) {
    return sizes.isEmpty() ? List.of() : sentences.stream().filter(this::isTold).toList();
  }

  private void remember(Set<String> terms) {
    if (terms.size() >= LEAST_TERMS) {
      terms.forEach(
          term -> holders.computeIfAbsent(term, _ -> new ArrayList<>()).add(sizes.size()));
      sizes.add(terms.size());
    }
  }

  private boolean isTold(Sentence sentence) {
    Map<Integer, Integer> shared = new HashMap<>();
    for (String term : Set.copyOf(sentence.terms())) {
      List<Integer> told = holders.getOrDefault(term, List.of());
      told.subList(0, Math.min(told.size(), MAX_HOLDERS))
          .forEach(one -> shared.merge(one, 1, Integer::sum));
    }
    return shared.entrySet().stream()
        .anyMatch(one ->
            one.getValue() >= LEAST_SHARED
                && one.getValue() >= SAME_STORY * sizes.get(one.getKey()));
  }
}
