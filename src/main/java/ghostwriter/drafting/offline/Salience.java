package ghostwriter.drafting.offline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// How much a sentence is worth keeping: words that matter in the whole conversation (as in
/// SumBasic, Nenkova and Vanderwende 2005, with rarity instead of plain frequency), names and
/// numbers, things that somebody did and saw, said fluently.
final class Salience {
  private static final Pattern NAME = Pattern.compile("(?<=[\\p{Ll},;] )\\p{Lu}[\\p{L}’'-]+");
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\b\\d[\\d,.]*|[£$€]\\d|\\b(?:two|three|four|five|six|seven|eight|nine|ten"
              + "|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred|thousand"
              + "|million|billion|half|twice)\\b");
  private static final Pattern FIRST_PERSON =
      Pattern.compile("(?i)\\b(?:i|we|my|our|me|us|i'd|we'd)\\b");
  private static final Pattern PAST =
      Pattern.compile(
          "(?i)\\b(?:was|were|had|did|didn't|wasn't|came|went|said|told|took|saw|made"
              + "|gave|found|thought|knew|got|put|stood|sat|ran|left|kept|held|heard|felt"
              + "|met|wrote|read|brought|taught|fell|lost|began|became|grew|sent|built"
              + "|bought|died|used to|would|\\p{L}{3,}ed)\\b");
  private static final Pattern HEDGE =
      Pattern.compile(
          "(?i)\\b(?:i think|i guess|i suppose|maybe|probably|perhaps|somehow"
              + "|something like|obviously|clearly|really|actually|frankly|to be honest"
              + "|if you will|in terms of|with regard to|per se)\\b");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b(?:m(?:r|adam)s?\\.? ?(?:speaker|chair)|chair,|, chair\\b"
              + "|mentioned (?:before|earlier)|i mentioned|i (?:just |also )?(?:'d like"
              + "|want|would like) to (?:remind|highlight|assure|acknowledge|point out"
              + "|emphasi[sz]e|note)|you can appreciate|hon\\.|honou?rable (?:\\w+ )?"
              + "|my (?:hon\\. )?(?:colleague|friend|learned)|opposite|members? (?:of|for)"
              + "|the (?:member|opposition)|this (?:committee|meeting|house)|you(?:'ll|r"
              + "| will| would| can| may| might|'re)?\\b)");

  private final Map<String, Double> keyness = new HashMap<>();
  private final double scale;
  private final double narrated;

  Salience(List<Sentence> sentences) {
    Map<String, Integer> holders = new HashMap<>();
    for (Sentence sentence : sentences) {
      new HashSet<>(sentence.terms()).forEach(term -> holders.merge(term, 1, Integer::sum));
    }
    holders.forEach(
        (term, n) -> keyness.put(term, Math.log(1 + n) * Math.log((sentences.size() + 1.0) / n)));
    double[] centrality = sentences.stream().mapToDouble(this::rawCentrality).sorted().toArray();
    scale =
        centrality.length == 0
            ? 1
            : Math.max(1e-9, centrality[(int) (0.9 * (centrality.length - 1))]);
    narrated = sentences.stream().mapToDouble(Salience::narration).average().orElse(0);
  }

  double of(Sentence sentence) {
    String text = sentence.text();
    double worth =
        0.45 * Math.min(1.2, rawCentrality(sentence) / scale)
            + 0.3 * Math.min(1, 0.35 * count(NAME, text) + 0.3 * count(NUMBER, text))
            + 0.5 * Math.min(1, 2 * narrated) * narration(sentence);
    return worth * Fluency.of(text) * plainness(text) * fit(sentence.words());
  }

  /// The weight of a term in this conversation; 0 for one that does not occur.
  double weight(String term) {
    return keyness.getOrDefault(term, 0.0);
  }

  private double rawCentrality(Sentence sentence) {
    double[] weights =
        sentence.terms().stream().distinct().mapToDouble(this::weight).sorted().toArray();
    double best = Arrays.stream(weights).skip(Math.max(0, weights.length - 8)).sum();
    return best / (4 + Math.min(8, weights.length));
  }

  private static double narration(Sentence sentence) {
    double self = FIRST_PERSON.matcher(sentence.text()).find() ? 0.4 : 0;
    return self + Math.min(0.6, 0.3 * count(PAST, sentence.text()));
  }

  private static double plainness(String text) {
    return Math.pow(0.9, count(HEDGE, text)) * Math.pow(0.82, Math.min(4, count(ADDRESS, text)));
  }

  /// Sentences of 8 to 35 words read best; long ones are mostly several that were never ended.
  private static double fit(int words) {
    return words < 8
        ? 0.6 + 0.05 * words
        : words <= 35 ? 1 : Math.max(0.3, 1 - (words - 35) / 60.0);
  }

  private static int count(Pattern pattern, String text) {
    return (int) pattern.matcher(text).results().count();
  }
}
