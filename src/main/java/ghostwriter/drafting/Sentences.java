package ghostwriter.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/// Finds the sentences of a turn: for English with OpenNLP's model, for other languages with the
/// JDK's rules. Both break at some abbreviations and miss some plain ends; that is mended here.
/// Safe for many threads.
public final class Sentences {
  private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

  /// A mark, perhaps a closing quote, then space and something that can begin a sentence.
  private static final Pattern PLAIN_END =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N})%—'’\"”][.!?]{1,3})[\"'”’)]?\\s+(?=[\"'“‘(]?[\\p{Lu}\\p{N}])");

  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:^|[\\s(\"'“‘])(?:(?i:mr|mrs|ms|dr|prof|st|hon|rev|sgt|capt|lt|col|gen"
              + "|sr|jr|vs|etc|fig|approx|e\\.g|i\\.e)"
              + "|\\p{Lu}|(?:\\p{Lu}\\.)+\\p{Lu}|[ap]\\.m)\\.[\"'”’)]?$");

  private static final Pattern NUMBERED = Pattern.compile("(?i)\\b(?:no|nos|vol|pp?)\\.$");

  private static final SentenceModel ENGLISH = model();

  /// The sentences of a text in order, without the space around them.
  public List<Span> of(String text, Locale language) {
    SortedSet<Integer> starts = new TreeSet<>(guess(text, language));
    Matcher end = PLAIN_END.matcher(text);
    while (end.find()) {
      starts.add(end.end());
    }
    starts.removeIf(start -> start > 0 && !isBreak(text, start));
    return spans(text, new ArrayList<>(starts));
  }

  /// Whether a text that ends here ends a sentence for every reader: not in an abbreviation.
  public static boolean endsInAbbreviation(String text) {
    return ABBREVIATION.matcher(text).find();
  }

  private List<Integer> guess(String text, Locale language) {
    if (language.getLanguage().equals("en") || language.getLanguage().isEmpty()) {
      return Arrays.stream(new SentenceDetectorME(ENGLISH).sentPosDetect(text))
          .map(span -> span.getStart())
          .toList();
    }
    BreakIterator breaks = BreakIterator.getSentenceInstance(language);
    breaks.setText(text);
    List<Integer> starts = new ArrayList<>();
    for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
      starts.add(at);
    }
    return starts;
  }

  private static boolean isBreak(String text, int start) {
    String before = text.substring(Math.max(0, start - 24), start).stripTrailing();
    return start < text.length()
        && !Character.isLowerCase(text.charAt(start))
        && !before.isEmpty()
        && ".!?\"'”’)]…".indexOf(before.charAt(before.length() - 1)) >= 0
        && !ABBREVIATION.matcher(before).find()
        && !(Character.isDigit(text.charAt(start)) && NUMBERED.matcher(before).find());
  }

  private static List<Span> spans(String text, List<Integer> starts) {
    List<Span> spans = new ArrayList<>();
    int from = 0;
    for (int next : starts) {
      add(text, from, next, spans);
      from = next;
    }
    add(text, from, text.length(), spans);
    return spans;
  }

  private static void add(String text, int from, int to, List<Span> spans) {
    int first = from;
    int last = to;
    while (first < last && Character.isWhitespace(text.charAt(first))) {
      first++;
    }
    while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
      last--;
    }
    if (first < last) {
      spans.add(new Span(first, last));
    }
  }

  private static SentenceModel model() {
    try (InputStream file = Sentences.class.getResourceAsStream(MODEL)) {
      if (file == null) {
        throw new IllegalStateException("The program lacks its sentence model " + MODEL + ".");
      }
      return new SentenceModel(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
