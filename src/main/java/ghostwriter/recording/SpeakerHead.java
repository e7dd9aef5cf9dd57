package ghostwriter.recording;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The beginning of a line that may name a speaker, and the words behind it. Dates and times before
/// or behind the name (`[00:12:03] Anna:`, `04/05/2020, 10:00 - Anna:`, `Anna (00:12):`) and
/// Markdown's bold marks are dropped.
record SpeakerHead(String name, String words) {
  private static final int MAX_NAME = 100;
  private static final int MAX_NAME_WORDS = 8;

  private static final String CLOCK =
      "\\d{1,2}:\\d\\d(?::\\d\\d)?(?:[.,]\\d+)?(?:[ \u202F]?[AaPp]\\.?[Mm]\\.?)?";
  private static final String DATE = "(?:\\d{1,4}[./-]\\d{1,2}[./-]\\d{2,4},? )";
  private static final String TIME = "[\\[(]?" + CLOCK + "[\\])]?";
  private static final Pattern TIME_BEFORE =
      Pattern.compile("^\u200E?[\\[(]?" + DATE + "?" + CLOCK + "[\\])]?[ ]*[-–—]?[ ]*");
  private static final Pattern TIME_BEHIND = Pattern.compile("[ ]*" + TIME + "$");
  private static final Pattern BOLD =
      Pattern.compile("^(?:\\*\\*|__)(.{1,100}?)(?:(?:\\*\\*|__):|:(?:\\*\\*|__))");

  /// A name holds no sentence: a full stop only behind an abbreviation or an initial.
  private static final Pattern SENTENCE = Pattern.compile("[?!;,…\"“”]|\\p{L}{5,}\\.(?:\\s|$)|//");

  private static final Pattern NAME_START = Pattern.compile("^\\p{L}.*");
  private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)");

  private static final Pattern DATED =
      Pattern.compile("^\u200E?[\\[(]?" + DATE + CLOCK + "[\\])]?.*");
  private static final Pattern NAME_AND_TIME = Pattern.compile("^(\\S.{0,60}?) +" + TIME + "$");
  private static final Pattern LETTER = Pattern.compile("^([QA])[.)]\\s+(\\S.*)$");
  private static final Pattern DASH = Pattern.compile("^(\\S.{0,40}?) +[-–—] +(\\S.*)$");

  /// `Anna: words`.
  static Optional<SpeakerHead> beforeColon(String line) {
    String untimed = TIME_BEFORE.matcher(unbold(line)).replaceFirst("");
    int colon = colonOutsideBrackets(untimed);
    if (colon < 1) {
      return Optional.empty();
    }
    String name = TIME_BEHIND.matcher(untimed.substring(0, colon)).replaceFirst("").strip();
    return isName(name)
        ? Optional.of(new SpeakerHead(name, untimed.substring(colon + 1).strip()))
        : Optional.empty();
  }

  /// `Anna Reis 0:12`, alone on its line.
  static Optional<SpeakerHead> beforeTime(String line) {
    Matcher head = NAME_AND_TIME.matcher(line);
    return head.matches() && isName(head.group(1))
        ? Optional.of(new SpeakerHead(head.group(1), ""))
        : Optional.empty();
  }

  /// `Q. words` and `A. words`.
  static Optional<SpeakerHead> letter(String line) {
    return split(LETTER, line);
  }

  /// `Ben - words`.
  static Optional<SpeakerHead> beforeDash(String line) {
    return split(DASH, TIME_BEFORE.matcher(line).replaceFirst(""));
  }

  /// Whether a line opens with a date and a time, as a messenger writes them.
  static boolean isDated(String line) {
    return DATED.matcher(line).matches();
  }

  private static Optional<SpeakerHead> split(Pattern form, String line) {
    Matcher head = form.matcher(line);
    return head.matches() && isName(head.group(1))
        ? Optional.of(new SpeakerHead(head.group(1), head.group(2)))
        : Optional.empty();
  }

  /// The name without what stands in brackets: "The Chair" of "The Chair (Hon. Anthony Rota)".
  String bareName() {
    return withoutBrackets(name);
  }

  private static String unbold(String line) {
    Matcher bold = BOLD.matcher(line);
    return bold.find() ? bold.group(1) + ":" + line.substring(bold.end()) : line;
  }

  /// The first colon that ends a name: not one of a time, of an address, or inside brackets.
  private static int colonOutsideBrackets(String line) {
    int depth = 0;
    for (int i = 0; i < Math.min(line.length(), MAX_NAME); i++) {
      char c = line.charAt(i);
      depth += "([".indexOf(c) >= 0 ? 1 : ")]".indexOf(c) >= 0 ? -1 : 0;
      if (c == ':' && depth == 0 && (i + 1 == line.length() || mayFollow(line.charAt(i + 1)))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean mayFollow(char c) {
    return Character.isWhitespace(c) || Character.isLetter(c) || "\"“'‘(—–{[.…".indexOf(c) >= 0;
  }

  private static boolean isName(String name) {
    String bare = withoutBrackets(name);
    return NAME_START.matcher(name).matches()
        && !bare.isEmpty()
        && !SENTENCE.matcher(bare).find()
        && bare.split("\\s+").length <= MAX_NAME_WORDS;
  }

  private static String withoutBrackets(String name) {
    String inner = BRACKETS.matcher(name).replaceAll("");
    return BRACKETS.matcher(inner).replaceAll("").strip();
  }
}
