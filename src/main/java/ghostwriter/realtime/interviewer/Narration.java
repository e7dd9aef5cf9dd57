package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.interviewer.Reply.Say;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Tells in one sentence what has become of a draft, and asks nothing.
final class Narration {
  private static final Pattern END = Pattern.compile("(?<=[.!?])\\s");

  private final Phrasebook phrases;

  Narration(Phrasebook phrases) {
    this.phrases = phrases;
  }

  Reply tell(JsonNode progress, Said said) {
    String summary = progress.path("summary").asString("");
    boolean good = progress.path("status").asString("").equals("completed") && !summary.isBlank();
    return new Say(
        good
            ? phrases.say("progress", sentence(summary), said)
            : phrases.say("progress failed", said));
  }

  /// The first sentence, with a full stop.
  static String sentence(String text) {
    String first = END.split(text.strip(), 2)[0].strip();
    return first.matches("(?s).*[.!?]") ? first : first + ".";
  }
}
