package ghostwriter.drafting.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A stretch of conversation long enough to mean something by itself, and short enough to mean one
/// thing.
///
/// @param first the place of its first turn
/// @param last the place of its last turn
/// @param text what is said in it, the speakers' names before their words
record Passage(int first, int last, String text) {
  /// In words, at least, except where a session ends.
  private static final int LENGTH = 100;

  /// A sentence without end is cut there, in words.
  private static final int LONGEST = 60;

  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!…])\\s+");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// Cuts a conversation into passages that follow each other. What is said later never changes the
  /// passages before, but the last of its session.
  static List<Passage> of(List<Utterance> turns) {
    return of(turns, 0);
  }

  /// The same for the later part of a conversation that is cut already up to there.
  ///
  /// @param first the place of the first of these turns; a passage begins there
  static List<Passage> of(List<Utterance> turns, int first) {
    var cut = new Cut();
    for (int turn = first; turn < first + turns.size(); turn++) {
      Utterance said = turns.get(turn - first);
      if (said.begins()) {
        cut.end();
      }
      cut.speaks(said.speaker());
      for (String piece : pieces(said.text())) {
        cut.add(turn, piece);
      }
    }
    cut.end();
    return cut.passages;
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (String sentence : SENTENCE_END.split(text.strip(), -1)) {
      String[] words = SPACE.split(sentence);
      for (int from = 0; from < words.length; from += LONGEST) {
        int to = Math.min(words.length, from + LONGEST);
        pieces.add(String.join(" ", List.of(words).subList(from, to)));
      }
    }
    return pieces;
  }

  private static final class Cut {
    final List<Passage> passages = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String speaker = "";
    private boolean named;
    private int words;
    private int first;
    private int last;

    void speaks(String name) {
      named = named && name.equals(speaker);
      speaker = name;
    }

    void add(int turn, String piece) {
      first = words == 0 ? turn : first;
      last = turn;
      text.append(named || speaker.isEmpty() ? "" : speaker + ": ").append(piece).append(' ');
      named = true;
      words += SPACE.split(piece).length;
      if (words >= LENGTH) {
        end();
      }
    }

    void end() {
      if (words > 0) {
        passages.add(new Passage(first, last, text.toString().strip()));
      }
      text.setLength(0);
      words = 0;
      named = false;
    }
  }
}
