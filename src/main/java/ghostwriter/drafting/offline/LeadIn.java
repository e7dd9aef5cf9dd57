package ghostwriter.drafting.offline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words before a sentence that only take the turn ("Well, ", "And so ", "Mr. Chair, "). A passage
/// may begin behind them, where a capital letter follows, so that no letter is altered.
final class LeadIn {
  private static final Pattern LEAD_IN =
      Pattern.compile(
          "^(?:(?:Well|So|And|But|Now|Um+|Uh+|Er+m?|Yeah|Yes|Aye|No|Okay|OK|Ok|Right"
              + "|Oh|Ah|Hm+|Mm+|Look|See|Also"
              + "|Again|Actually|Anyway|Basically|Because|'Cause|Cause|Then|Like"
              + "|Of course|Certainly|You know|You see"
              + "|I mean|I think|M(?:r|adam)s?\\.? ?(?:Speaker|Chair)|Chair|Minister"
              + "|'?[Kk]ay|so|and|but|um|uh|er|well"
              + "|yeah|yes|no|you know|I mean|then|now|because)(?:[,;]|\\.(?= ))? +)+(?=\\p{Lu})");

  private LeadIn() {}

  /// How many characters may go; 0 where there is no lead-in.
  static int length(String sentence) {
    Matcher matcher = LEAD_IN.matcher(sentence);
    return matcher.find() && matcher.end() < sentence.length() ? matcher.end() : 0;
  }
}
