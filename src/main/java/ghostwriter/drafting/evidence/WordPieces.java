package ghostwriter.drafting.evidence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Cuts a text into the pieces a BERT model knows (Wu et al. 2016), lower case and without accents.
/// Immutable, safe for many threads.
final class WordPieces {
  private static final String BEGIN = "[CLS]";
  private static final String END = "[SEP]";
  private static final String UNKNOWN = "[UNK]";

  /// Within a word, a piece is listed with this before it.
  private static final String INNER = "##";

  private static final int LONGEST_WORD = 100;

  private static final Pattern ACCENT = Pattern.compile("\\p{Mn}+");
  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|[^\\s\\p{Cntrl}]");

  private final Map<String, Integer> numbers = new HashMap<>();

  /// @param tokenizer a `tokenizer.json` of that kind
  WordPieces(JsonNode tokenizer) {
    tokenizer
        .path("model")
        .path("vocab")
        .properties()
        .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asInt()));
    if (!numbers.keySet().containsAll(List.of(BEGIN, END, UNKNOWN))) {
      throw new IllegalArgumentException("This is no word piece vocabulary.");
    }
  }

  /// The numbers of a text's pieces between begin and end mark.
  ///
  /// @param longest how many at most, 3 or more; what does not fit is cut off
  long[] of(String text, int longest) {
    List<Integer> pieces = new ArrayList<>(List.of(number(BEGIN)));
    String plain = ACCENT.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    var tokens = TOKEN.matcher(plain.toLowerCase(Locale.ROOT));
    while (tokens.find() && pieces.size() < longest) {
      pieces.addAll(piecesOf(tokens.group()));
    }
    List<Integer> kept = pieces.subList(0, Math.min(pieces.size(), longest - 1));
    kept.add(number(END));
    return kept.stream().mapToLong(Integer::longValue).toArray();
  }

  private List<Integer> piecesOf(String word) {
    List<Integer> pieces = new ArrayList<>();
    int from = 0;
    while (from < word.length()) {
      int to = word.length() > LONGEST_WORD ? from : knownEnd(word, from);
      if (to == from) {
        return List.of(number(UNKNOWN));
      }
      pieces.add(number(marked(word, from, to)));
      from = to;
    }
    return pieces;
  }

  /// Where the longest known piece from here ends; here where there is none.
  private int knownEnd(String word, int from) {
    int to = word.length();
    while (to > from && !numbers.containsKey(marked(word, from, to))) {
      to--;
    }
    return to;
  }

  private static String marked(String word, int from, int to) {
    return (from == 0 ? "" : INNER) + word.substring(from, to);
  }

  private int number(String piece) {
    return numbers.getOrDefault(piece, 0);
  }
}
