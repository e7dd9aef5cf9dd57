package ghostwriter.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Captions with voices, as meeting programs export them (WebVTT, W3C 2019): `<v Anna
/// Reis>words</v>` under a time. Cues that follow each other in one voice are one turn; times,
/// notes and the names of cues are passed over.
final class VoiceCaptions implements TranscriptFormat {
  private static final Pattern VOICE =
      Pattern.compile("<v(?:\\.[^\\s>]*)?[ \\t]+([^>]+)>(.*?)(?=</v>|<v[. ]|$)", Pattern.DOTALL);

  private static final Pattern TAG = Pattern.compile("</?[^<>]{0,100}>");

  /// Blocks are parted by blank lines.
  private static final Pattern BLANK = Pattern.compile("\\R[ \\t]*\\R");

  private static final Pattern FIRST_VOICE =
      Pattern.compile("(?m)^<v(?:\\.[^\\s>]*)?[ \\t]+[^>\\n]+>");

  @Override
  public boolean recognises(String fileName, String text) {
    return FIRST_VOICE.matcher(text).find();
  }

  @Override
  public RawTurns read(String text) {
    List<RawTurn> turns = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    String speaker = "";
    for (String block : BLANK.splitAsStream(text).toList()) {
      Matcher voice = VOICE.matcher(block);
      while (voice.find()) {
        if (!speaker.equals(voice.group(1).strip())) {
          close(speaker, words, turns);
          speaker = voice.group(1).strip();
        }
        words.append(' ').append(TAG.matcher(voice.group(2)).replaceAll(""));
      }
    }
    close(speaker, words, turns);
    return new RawTurns.Found(turns);
  }

  private static void close(String speaker, StringBuilder words, List<RawTurn> turns) {
    if (!words.isEmpty()) {
      turns.add(new RawTurn(speaker, words.toString()));
      words.setLength(0);
    }
  }
}
