package ghostwriter.drafting.offline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How well a sentence can open a passage: one that begins with "He" or "And" points back at
/// something the reader has not seen.
final class Opening {
  private static final Pattern DATED =
      Pattern.compile("^(?:It|That|This) (?:was|is) (?:in|on|about|a|an|the|not until|only)\\b.*");
  private static final Pattern POINTS_BACK =
      Pattern.compile(
          "^[\"'“‘]?(?:He|She|They|Him|Her|His|Hers|Their|Theirs|It|Its|This|That|These|Those|Such|Both|Either|Neither|Another|Others|Same|Neither|Here)\\b.*");
  private static final Pattern JOINS =
      Pattern.compile(
          "^[\"'“‘]?(?:And|But|So|Or|Nor|Because|'Cause|Then|Which|Who|Whose|Also|However|Therefore|Instead|Otherwise|Though|Although|Yet|Still|Plus|Thus|Hence|Again|After that|In fact|For example|For instance|First|Second|Secondly|Third|Thirdly|Finally|Now|Well|Like|Yes|No|Yeah|Yep|Okay|OK|Right|Sure|Absolutely|Exactly|Um|Uh|Oh|Not|Just|Except)\\b.*");
  private static final Pattern NEEDS_CONTEXT =
      Pattern.compile(
          "(?i)^(?:\\S+ ){0,4}(?:others?|latter|former|same|else|too|either|as well|of (?:them|those|these|it)|there|that one)\\b.*");

  private static final Pattern PERSON =
      Pattern.compile("\\b(?:he|him|his|she|her|hers|they|them|their)\\b");
  private static final Pattern ANTECEDENT =
      Pattern.compile(
          "(?i:\\b(?:my|our|the|an?|every|each|some|many|most|all|those|people|\\w+ple|two|three|\\w{4,}s)\\b)|(?<=\\S )\\p{Lu}\\p{Ll}|^\\p{Lu}\\p{Ll}+ (?:and|was|had|said|got|came|went)\\b");

  private static final Pattern VOCATIVE =
      Pattern.compile("^(?:M(?:r|adam)s?\\.? ?(?:Speaker|Chair)|Chair|Minister)\\b");
  private static final Pattern DEMONSTRATIVE =
      Pattern.compile(
          "^(?:\\S+ ){0,9}(?:(?:this|these|those) (?!year|week|month|time|morning|afternoon|evening|country|province|is|was|day|pandemic|crisis|government)|that(?=[,.;])|that (?:is|was|has|picture|one|sort|kind|time|point|approach|process|\\w+(?:ion|ment|ity|ing)\\b))");

  private static final Pattern PLAIN_START = Pattern.compile("[\"“‘']?[\\p{Lu}\\p{Lo}\\p{N}£$€]");

  private Opening() {}

  /// @param text the sentence without its lead-in
  static double of(String text) {
    String line = text.replace('\n', ' ');
    if (!PLAIN_START.matcher(line).lookingAt()) {
      return 0.02;
    }
    if (DATED.matcher(line).matches()) {
      return 0.85;
    }
    if (POINTS_BACK.matcher(line).matches()) {
      return 0.4;
    }
    double person = speaksOfAStranger(line) ? 0.55 : 1;
    double vocative = VOCATIVE.matcher(line).lookingAt() ? 0.7 : 1;
    double pointing = DEMONSTRATIVE.matcher(line).lookingAt() ? 0.7 : 1;
    double brief = line.split(" ", 6).length < 5 ? 0.8 : 1;
    double joining = JOINS.matcher(line).matches() ? 0.5 : 1;
    boolean placed = line.startsWith("There ");
    return person
        * vocative
        * pointing
        * brief
        * joining
        * (!placed && NEEDS_CONTEXT.matcher(line).matches() ? 0.6 : 1);
  }

  /// "I asked him", where nobody was named yet.
  private static boolean speaksOfAStranger(String line) {
    Matcher pronoun = PERSON.matcher(line);
    return pronoun.find() && !ANTECEDENT.matcher(line.substring(0, pronoun.start())).find();
  }
}
