package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.interviewer.Named.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hears names, places and times in what somebody says, by capital letters and the small words
/// around them. It would rather miss a name than make one up.
final class NameFinder {
  private static final String CAPITAL = "\\p{Lu}[\\p{L}’'-]*\\p{L}";
  private static final Pattern PROPER =
      Pattern.compile(
          "(?:\\b(?:Mr|Mrs|Ms|Dr|St|Prof|Capt)\\. )?"
              + CAPITAL
              + "(?: (?:(?:of|the|de|van|von|da|di|la|le) )?"
              + CAPITAL
              + ")*");
  private static final Pattern PERSON_BEFORE =
      Pattern.compile(
          "(?i)(?:\\bnames? (?:was|is|were)|\\bcalled|\\bnamed|\\bmarried|\\bmet|\\bmy [\\p{L}-]+ (?:was|is|,)|\\bwith) $");
  private static final Pattern THING_BEFORE =
      Pattern.compile(
          "(?i)\\b(?:it|its|it's|which|ship|boat|house|shop|company|firm|book|song|place|street|farm|village|town)\\b[^.]{0,12}(?:called|named|name was|name is) $");
  private static final Pattern PLACE_BEFORE =
      Pattern.compile(
          "(?:^|\\W)(in|at|near|on|to|from|outside|around|through|across|into|towards|over to|up to|down to) (?:the )?$",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> KEPT_PREPOSITIONS = Set.of("in", "at", "near", "on");

  private final Lexicon lexicon;
  private final Pattern relation;
  private final Pattern date;
  private final Pattern day;
  private final Pattern age;

  NameFinder(Lexicon lexicon) {
    this.lexicon = lexicon;
    String month = "(?:" + lexicon.alternatives("months") + ")";
    String ordinal = "(?:" + lexicon.alternatives("ordinals") + "|\\d{1,2}(?:st|nd|rd|th)?)";
    String year = "(?:1[6-9]\\d\\d|20\\d\\d)";
    relation =
        ignoringCase(
            "\\b(?:my|our) (?:(?:late|older|elder|younger|little|big|great|best|oldest|first|own) )*((?:"
                + lexicon.alternatives("relations")
                + "))\\b(?!-)(?: (?-i:("
                + CAPITAL
                + ")))?");
    day =
        ignoringCase(
            "\\b(?:the )?"
                + ordinal
                + " (?:of )?"
                + month
                + "(?:,? "
                + year
                + ")?\\b|\\b"
                + month
                + " (?:the )?"
                + ordinal
                + "(?:,? "
                + year
                + ")?\\b");
    date =
        ignoringCase(
            "\\b(?:(?:"
                + lexicon.alternatives("seasons")
                + ")(?: of)? |"
                + month
                + "(?: of)? )?"
                + year
                + "(?!s)\\b|\\b"
                + year
                + "s\\b|\\bthe (?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\\b");
    age =
        ignoringCase(
            "\\bwhen I was (?:about |just |only |barely )?((?:"
                + lexicon.alternatives("numbers")
                + "|\\d{1,2}))(?! (?:minutes|hours|days|weeks|months|metres|miles))\\b");
  }

  private static Pattern ignoringCase(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /// Everybody and everything named, in the order of naming, each once.
  ///
  /// @param everything all that was said: a word that stands large in the middle of a sentence
  ///   there is a name at the head of one, too
  List<Named> in(String text, String everything) {
    var heard = new Heard(plain(text), plain(everything));
    heard.times();
    heard.relations();
    heard.proper();
    return heard.inOrder();
  }

  private static String plain(String text) {
    return text.replace('’', '\'');
  }

  private record Spot(int from, int to, Named named) {}

  private final class Heard {
    private final String text;
    private final String everything;
    private final List<Spot> spots = new ArrayList<>();

    Heard(String text, String everything) {
      this.text = text;
      this.everything = everything;
    }

    void times() {
      collect(day, found -> time(found, Kind.DAY, "on "));
      collect(date, found -> time(found, Kind.DATE, "in "));
      collect(age, found -> Named.of(Kind.AGE, "when you were " + found.group(1)));
    }

    private Named time(MatchResult found, Kind kind, String preposition) {
      int start = Math.max(0, text.lastIndexOf('.', found.start()));
      boolean born = text.substring(start, found.start()).contains("born");
      String said = found.group();
      boolean article = said.matches("(?i)(?:spring|summer|autumn|fall|winter)\\b.*|\\d{4}s");
      boolean ordinal =
          kind == Kind.DAY
              && !said.toLowerCase(Locale.ROOT).startsWith("the ")
              && said.contains(" of ");
      String phrase = preposition + (article || ordinal ? "the " : "") + said;
      return Named.of(born ? Kind.BORN : kind, phrase);
    }

    void relations() {
      collect(
          relation,
          found -> {
            String name = found.group(2);
            return Named.of(
                Kind.PERSON,
                name == null || starter(name)
                    ? "your " + found.group(1).toLowerCase(Locale.ROOT)
                    : name);
          });
    }

    void proper() {
      collect(PROPER, this::properName);
    }

    private @Nullable Named properName(MatchResult found) {
      String name = trimmed(found.group());
      if (name.isEmpty() || !isName(found, name)) {
        return null;
      }
      String before =
          text.substring(0, found.start())
              + found.group().substring(0, found.group().indexOf(name));
      Matcher place = PLACE_BEFORE.matcher(near(before));
      if (lexicon.has("titles", Lexicon.words(name).getFirst())) {
        return Named.of(Kind.PERSON, name);
      }
      String full = (before.endsWith("the ") ? "the " : "") + name;
      if (place.find()) {
        String preposition = place.group(1).toLowerCase(Locale.ROOT);
        String kept = KEPT_PREPOSITIONS.contains(preposition) ? preposition : "in";
        return new Named(Kind.PLACE, full, kept + " " + full);
      }
      boolean person =
          acts(found.end())
              || (PERSON_BEFORE.matcher(near(before)).find()
                  && !THING_BEFORE.matcher(near(before)).find());
      return Named.of(person ? Kind.PERSON : Kind.NAME, full);
    }

    // Small words stand close by.
    private static String near(String before) {
      return before.substring(Math.max(0, before.length() - 40));
    }

    // A possessive belongs to the name and not to what we call it, and a common word at the head of
    // a sentence is no part of it.
    private String trimmed(String name) {
      String rest = name.replaceAll("'s$|'$", "");
      while (rest.contains(" ") && starter(rest.substring(0, rest.indexOf(' ')))) {
        rest = rest.substring(rest.indexOf(' ') + 1);
      }
      return rest;
    }

    // At the head of a sentence every word is large: only what is no common word counts there.
    private boolean isName(MatchResult found, String name) {
      List<String> words = Lexicon.words(name);
      String before = text.substring(0, found.start()).stripTrailing();
      boolean head =
          before.isEmpty() || ".!?…:\"“”".indexOf(before.charAt(before.length() - 1)) >= 0;
      if (words.size() == 1) {
        return !starter(name)
            && !name.equals("I")
            && (!head || acts(found.end()) || standsLargeElsewhere(name))
            && !(head && lexicon.has("relations", name));
      }
      return !lexicon.has("months", words.getFirst());
    }

    private boolean standsLargeElsewhere(String name) {
      for (int at = everything.indexOf(name); at >= 0; at = everything.indexOf(name, at + 1)) {
        boolean inside = at > 1 && everything.charAt(at - 1) == ' ';
        if (inside
            && (Character.isLowerCase(everything.charAt(at - 2))
                || everything.charAt(at - 2) == ',')) {
          return true;
        }
      }
      return false;
    }

    private boolean starter(String word) {
      return lexicon.has("starters", word.replaceAll("'.*$", ""))
          || lexicon.has("months", word)
          || lexicon.has("feasts", word);
    }

    private boolean acts(int from) {
      List<String> next = Lexicon.words(text.substring(from, Math.min(text.length(), from + 30)));
      return text.startsWith("'s ", from)
          || (!next.isEmpty()
              && text.startsWith(" ", from)
              && lexicon.has("actions", next.getFirst()));
    }

    private void collect(Pattern pattern, Function<MatchResult, @Nullable Named> reading) {
      for (MatchResult found : pattern.matcher(text).results().toList()) {
        boolean taken =
            spots.stream().anyMatch(spot -> found.start() < spot.to() && spot.from() < found.end());
        Named named = taken ? null : reading.apply(found);
        if (named != null) {
          spots.add(new Spot(found.start(), found.end(), named));
        }
      }
    }

    List<Named> inOrder() {
      List<Named> all = new ArrayList<>();
      spots.sort((a, b) -> Integer.compare(a.from(), b.from()));
      for (Spot spot : spots) {
        if (all.stream().noneMatch(known -> known.sameAs(spot.named().name()))) {
          all.add(spot.named());
        }
      }
      return all;
    }
  }
}
