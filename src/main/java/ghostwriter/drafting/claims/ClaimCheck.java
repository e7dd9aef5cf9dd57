package ghostwriter.drafting.claims;

import ghostwriter.document.Doubt;
import ghostwriter.drafting.Sentences;
import ghostwriter.drafting.Span;
import ghostwriter.drafting.Tongue;
import ghostwriter.drafting.evidence.MeaningModel;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Compares what was drafted with what was said: numbers and dates, names, what is denied, and
/// whether there is enough behind a sentence at all. It reports what it cannot find; it never
/// vouches for the rest. Names and denials are looked at in English only. Where a block is in
/// another language than what it rests on, words cannot be compared: there its figures and names
/// are looked at alone. Safe for many threads.
@Component
public final class ClaimCheck {
  private static final Pattern YEAR = Pattern.compile("1[0-9]{3}|20[0-9]{2}");
  private static final Pattern DECADE = Pattern.compile("[2-9]0");

  private static final Pattern FIGURE = Pattern.compile("\\p{N}");

  private final Sentences sentences = new Sentences();
  private final MeaningModel meanings;

  public ClaimCheck(MeaningModel meanings) {
    this.meanings = meanings;
  }

  /// What is in doubt, in the order of the text.
  ///
  /// @param markdown a block's text
  public List<Doubt> doubts(String markdown, Testimony testimony, Locale language) {
    List<Span> claims =
        sentences.of(markdown, language).stream()
            .filter(span -> !testimony.says(markdown.substring(span.from(), span.to())))
            .toList();
    if (claims.isEmpty()) {
      return List.of();
    }
    boolean translated = Tongue.differs(markdown, language, String.join("\n", testimony.said()));
    var check = new Against(testimony, language, translated);
    List<Doubt> doubts = new ArrayList<>();
    for (Span span : claims) {
      doubts.addAll(check.sentence(markdown, span));
    }
    doubts.sort(Comparator.comparingInt(Doubt::from));
    return doubts;
  }

  private final class Against {
    private final Locale language;
    private final boolean english;
    private final boolean translated;
    private final Set<String> numbers;
    private final Set<String> words;
    private final List<String> said;
    private final List<Polarity.Read> read;
    private final Support support;

    /// @param translated whether what is claimed is in another language than what was said
    Against(Testimony testimony, Locale language, boolean translated) {
      this.language = language;
      this.translated = translated;
      this.english = language.getLanguage().equals("en");
      this.numbers = Quantities.values(testimony.all());
      this.words = Token.of(testimony.all()).stream().map(Token::lower).collect(Collectors.toSet());
      this.said = testimony.said().stream().flatMap(text -> cut(text).stream()).toList();
      this.read = said.stream().map(Polarity::of).toList();
      this.support = new Support(meanings, language, said, testimony.all());
    }

    private List<String> cut(String text) {
      return sentences.of(text, language).stream()
          .map(span -> text.substring(span.from(), span.to()))
          .toList();
    }

    /// One doubt for a sentence nobody said; else one for each of its words that does not fit.
    List<Doubt> sentence(String markdown, Span span) {
      String sentence = markdown.substring(span.from(), span.to());
      List<Doubt> doubts = new ArrayList<>();
      numbers(sentence, span, doubts);
      if (english) {
        names(sentence, span, doubts);
      }
      if (english && !translated) {
        denials(sentence, span, doubts);
      }
      if (doubts.isEmpty() && !translated && !support.bears(sentence)) {
        doubts.add(new Doubt(span.from(), span.to(), Doubt.Kind.UNSUPPORTED, new Words(sentence)));
      }
      return doubts;
    }

    private void numbers(String sentence, Span span, List<Doubt> doubts) {
      Set<String> seen = new HashSet<>();
      for (Quantities.Quantity number : Quantities.of(sentence)) {
        if (isReadable(sentence, number) && !isSaid(number.value()) && seen.add(number.value())) {
          doubts.add(doubt(sentence, span, number.from(), number.to(), Doubt.Kind.NUMBER));
        }
      }
    }

    /// Figures are the same in all languages, words for numbers and months are not.
    private boolean isReadable(String sentence, Quantities.Quantity number) {
      return !translated || FIGURE.matcher(sentence.substring(number.from(), number.to())).find();
    }

    /// "In fifty-nine" and "in oh-three" bear out 1959 and 2003, and 1960 "the sixties".
    private boolean isSaid(String value) {
      return numbers.contains(value)
          || (YEAR.matcher(value).matches() && numbers.contains(lastTwo(value)))
          || (DECADE.matcher(value).matches() && numbers.contains("19" + value));
    }

    private static String lastTwo(String year) {
      return Integer.toString(Integer.parseInt(year) % 100);
    }

    private void names(String sentence, Span span, List<Doubt> doubts) {
      Set<String> seen = new HashSet<>();
      for (Token name : ProperNames.of(sentence)) {
        boolean number = Quantities.of(name.word()).size() == 1;
        if (!number && !ProperNames.isAmong(words, name) && seen.add(name.lower())) {
          doubts.add(doubt(sentence, span, name.from(), name.to(), Doubt.Kind.NAME));
        }
      }
    }

    private void denials(String sentence, Span span, List<Doubt> doubts) {
      for (Token word : Polarity.turned(Polarity.of(sentence), read)) {
        doubts.add(doubt(sentence, span, word.from(), word.to(), Doubt.Kind.NEGATION));
      }
    }

    private Doubt doubt(String sentence, Span span, int from, int to, Doubt.Kind kind) {
      return new Doubt(
          span.from() + from, span.from() + to, kind, new Words(sentence.substring(from, to)));
    }
  }
}
