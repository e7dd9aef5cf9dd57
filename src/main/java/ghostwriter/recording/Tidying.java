package ghostwriter.recording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cleans what was transcribed by convention rather than said: marks in braces (`{vocalsound}`),
/// punctuation and clitics that a tokenizer set apart (`we 're`, `yes , well .`), runs of white
/// space. It touches only what is set apart by spaces, so ordinary prose passes unchanged, and it
/// never alters a letter.
final class Tidying {
  private static final Pattern MARK = Pattern.compile("\\{[^{}]*}");

  /// Control characters and halves of characters, which no database or browser would take.
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFEFF&&[^\\s\\u0085]]");

  /// French sets a hard space before a mark and inside its quotes: that one is said on purpose.
  private static final Pattern SPACE =
      Pattern.compile("[\\s\\u0085\\p{Z}&&[^\\u00A0\\u202F]]+|(?<!«)[\\u00A0\\u202F]+(?![?!;:»%])");

  private static final Pattern SPACES = Pattern.compile(" {2,}");

  private static final Pattern CLITIC =
      Pattern.compile(
          "(?<=[\\p{L}\\p{N}_]) +(?=['’](?:s|m|d|re|ll|ve|S|M|D|RE|LL|VE)(?![\\p{L}\\p{N}'’-]))");
  private static final Pattern NOT = Pattern.compile("(?<=\\p{L}) +(?=[nN]['’][tT](?!\\p{L}))");
  private static final Pattern OF_THE_CLOCK = Pattern.compile("(?<![\\p{L}'’])([oO]) ?' ?(?=cl)");
  private static final Pattern POSSESSIVE = Pattern.compile("(?<=s) +(?=['’](?: |$))");

  private static final Pattern SPLIT_ELLIPSIS =
      Pattern.compile("(?<=(?:^| )\\.\\.) (?=\\.(?: |$))");
  private static final Pattern MARK_OFF =
      Pattern.compile(" +(?=(?:[,;:]|\\.|[?!]+)(?:[\"”’)\\]]|\\s|$))");
  private static final Pattern OPENING = Pattern.compile("(?<=(?:^| )[(\\[]) +");
  private static final Pattern CLOSING = Pattern.compile(" +(?=[)\\]](?:[,.;:?!]|\\s|$))");

  private static final Pattern TOKENIZED = Pattern.compile(" [,.?!](?: |$)");
  private static final Pattern HYPHEN = Pattern.compile("(?<=[\\p{L}\\p{N}]) - (?=[\\p{L}\\p{N}])");
  private static final Pattern HUM =
      Pattern.compile("\\b([Mm]m|[Uu]h|[Hh]m) - (?=(?:hmm?|huh|mm?|oh)\\b)");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  private final LooseQuotes quotes = new LooseQuotes();

  /// The canonical text of a turn.
  String clean(String raw) {
    String text = squeeze(raw);
    boolean tokenized = TOKENIZED.matcher(text).find();
    // Before the marks go: in "he 's {pause} 's late" the second clitic has lost its word.
    text = strip(NOT, strip(CLITIC, text));
    text = squeeze(MARK.matcher(text).replaceAll(" "));
    text = OF_THE_CLOCK.matcher(strip(POSSESSIVE, text)).replaceAll("$1'");
    text = HUM.matcher(text).replaceAll("$1-");
    text = tokenized ? HYPHEN.matcher(text).replaceAll("-") : text;
    text = strip(CLOSING, strip(OPENING, quotes.join(text)));
    return strip(MARK_OFF, strip(SPLIT_ELLIPSIS, text));
  }

  /// One space for every run of white space, none at the ends.
  String squeeze(String raw) {
    String printable = UNPRINTABLE.matcher(raw).replaceAll("");
    String spaced = SPACE.matcher(printable).replaceAll(" ");
    return SPACES.matcher(spaced).replaceAll(" ").strip();
  }

  boolean hasWord(String text) {
    return WORD.matcher(text).find();
  }

  private static String strip(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.replaceAll("");
  }
}
