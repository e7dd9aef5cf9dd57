package ghostwriter.drafting.offline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How well a sentence can open a passage: one that begins with "He" or "And" points back at
/// something the reader has not seen.
final class Opening {
  private static final Pattern DATED =
      Pattern.compile("^(?:It|That|This) (?:was|is) (?:in|on|about|a|an|the|not until|only)\\b.*");
  private static final Pattern POINTS_BACK =
      Pattern.compile(
          "^[\"'“‘]?(?:He|She|They|Him|Her|His|Hers|Their|Theirs|It|Its|This|That"
              + "|These|Those|Such|Both|Either|Neither|Another|Others|Same|Here)\\b.*");
  private static final Pattern PERSON =
      Pattern.compile("\\b(?:he|him|his|she|her|hers|they|them|their)\\b");
  private static final Pattern ANTECEDENT =
      Pattern.compile(
          "(?i:\\b(?:my|our|the|an?|every|each|some|many|most|all|those|people"
              + "|\\w+ple|two|three|\\w{4,}s)\\b)|(?<=\\S )\\p{Lu}\\p{Ll}"
              + "|^\\p{Lu}\\p{Ll}+ (?:and|was|had|said|got|came|went)\\b");

  private static final Pattern PLAIN_START = Pattern.compile("[\"“‘']?[\\p{Lu}\\p{Lo}\\p{N}£$€]");

  /// What a sentence may begin with that asks for something before it.
  private static final List<Weakness> WEAKNESSES =
      List.of(
          new Weakness(
              0.15,
              "[\"'“‘]?(?:And|But|So|Or|Nor|Because|'Cause|Then|Which|Who|Whose|Also|Unless|Although"
                  + "|'S|Without|Of course|Including|Like|Besides|Anyway|As well"
                  + "|However|Therefore|Instead|Otherwise|Though|Yet|Still|Plus"
                  + "|Thus|Hence|Again|After that|In fact|For example|For instance|First"
                  + "|Second|Secondly|Third|Thirdly|Finally|Now|Well|Like|Yes|No|Yeah|Yep"
                  + "|Okay|OK|Right|Sure|Absolutely|Exactly|Um|Uh|Oh|Not|Just|Except)\\b"),
          new Weakness(0.5, "(?:\\S+ ){0,12}(?:instead|that (?:night|day|letter)|the other)\\b"),
          new Weakness(0.7, "(?:M(?:r|adam)s?\\.? ?(?:Speaker|Chair)|Chair|Minister)\\b"),
          new Weakness(
              0.7,
              "(?:\\S+ ){0,9}(?:(?:this|these|those) (?!year|week|month|time|morning"
                  + "|afternoon|evening|country|province|is|was|day|pandemic|crisis"
                  + "|government)|that(?=[,.;])|that (?:is|was|has|picture|one|sort|kind"
                  + "|time|point|approach|process|\\w+(?:ion|ment|ity|ing)\\b))"),
          new Weakness(
              0.6,
              "(?!There )(?i:(?:\\S+ ){0,4}(?:others?|latter|former|same|else|too"
                  + "|either|as well|of (?:them|those|these|it)|there|that one)\\b)"));

  private Opening() {}

  /// @param text the sentence without its lead-in
  static double of(String text) {
    String line = text.replace('\n', ' ');
    if (!PLAIN_START.matcher(line).lookingAt()) {
      return 0.01;
    }
    if (DATED.matcher(line).matches()) {
      return 0.85;
    }
    if (POINTS_BACK.matcher(line).matches()) {
      return 0.12;
    }
    double standing = speaksOfAStranger(line) ? 0.55 : 1;
    standing *= line.split(" ", 6).length < 5 ? 0.8 : 1;
    for (Weakness weakness : WEAKNESSES) {
      standing *= weakness.where.matcher(line).lookingAt() ? weakness.factor : 1;
    }
    return standing;
  }

  /// "I asked him", where nobody was named yet.
  private static boolean speaksOfAStranger(String line) {
    Matcher pronoun = PERSON.matcher(line);
    return pronoun.find() && !ANTECEDENT.matcher(line.substring(0, pronoun.start())).find();
  }

  private record Weakness(double factor, Pattern where) {
    Weakness(double factor, String expression) {
      this(factor, Pattern.compile(expression));
    }
  }
}
