package ghostwriter.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Plain text with `Name: words` lines. A turn goes on over the following lines until the next
/// name; blank lines and lines that hold only a time are passed over. What stands before the first
/// name (a title, a date) was said by nobody and is left out.
final class NamedLines implements TranscriptFormat {
  private static final Pattern TIME_ALONE =
      Pattern.compile(
          "[\\[(]?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:[.,]\\d+)?[\\])]?(?: *-+> *[\\d:.,]+)?");

  /// A title page this long is accepted before the first turn, in characters.
  private static final int MAX_PREAMBLE = 200;

  private static final String NO_NAMES =
      "No line of this file says who speaks; write each turn as \"Name: words\" and"
          + " choose it again.";

  /// It is the form of last resort: any text may be of it.
  @Override
  public boolean recognises(String fileName, String text) {
    return true;
  }

  @Override
  public RawTurns read(String text) {
    List<String> lines = text.lines().map(String::strip).filter(NamedLines::says).toList();
    List<Passage> passages = passages(lines, new SpeakerHeads(lines).speakers());
    Passage preamble = passages.removeFirst();
    return isConversation(preamble, passages)
        ? new RawTurns.Found(passages.stream().map(Passage::turn).toList())
        : new RawTurns.Malformed(NO_NAMES);
  }

  /// The lines under each head; the first passage holds what stands before the first head.
  private static List<Passage> passages(List<String> lines, Set<String> speakers) {
    List<Passage> passages = new ArrayList<>(List.of(new Passage("", new ArrayList<>())));
    for (String line : lines) {
      SpeakerHead.of(line)
          .filter(head -> speakers.contains(head.name()))
          .ifPresentOrElse(
              head -> passages.add(new Passage(head)), () -> passages.getLast().lines.add(line));
    }
    return passages;
  }

  /// A long text with a stray `Dear John:` at its end is a text, not a conversation.
  private static boolean isConversation(Passage preamble, List<Passage> passages) {
    int spoken = passages.stream().mapToInt(Passage::length).sum();
    return !passages.isEmpty() && preamble.length() <= Math.max(spoken, MAX_PREAMBLE);
  }

  private static boolean says(String line) {
    return !line.isEmpty() && !TIME_ALONE.matcher(line).matches();
  }

  private record Passage(String speaker, List<String> lines) {
    Passage(SpeakerHead head) {
      this(head.name(), new ArrayList<>(List.of(head.words())));
    }

    RawTurn turn() {
      return new RawTurn(speaker, String.join(" ", lines));
    }

    int length() {
      return lines.stream().mapToInt(String::length).sum();
    }
  }
}
