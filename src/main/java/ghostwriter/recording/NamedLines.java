package ghostwriter.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Plain text with `Name: words` lines, or another of the {@link HeadForm}s. A turn goes on over
/// the following lines until the next name; blank lines and lines that hold only a time are passed
/// over. What stands before the first name (a title, a date) was said by nobody and is left out.
final class NamedLines implements TranscriptFormat {
  private static final Pattern TIME_ALONE =
      Pattern.compile(
          "[\\[(]?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:[.,]\\d+)?[\\])]?(?: *-+> *[\\d:.,]+)?");

  /// A title page this long is accepted before the first turn, in characters.
  private static final int MAX_PREAMBLE = 200;

  private static final String NO_NAMES =
      "No line of this file says who speaks; write each turn as \"Name: words\", or choose the"
          + " text that Otter, Teams (VTT) or WhatsApp exports.";

  /// It is the form of last resort: any text may be of it.
  @Override
  public boolean recognises(String fileName, String text) {
    return true;
  }

  @Override
  public RawTurns read(String text) {
    List<String> lines = text.lines().map(String::strip).filter(NamedLines::says).toList();
    List<Passage> best = List.of();
    for (HeadForm form : HeadForm.values()) {
      List<Passage> passages = conversation(lines, form);
      best = passages.size() > best.size() ? passages : best;
    }
    return best.isEmpty()
        ? new RawTurns.Malformed(NO_NAMES)
        : new RawTurns.Found(best.stream().map(Passage::turn).toList());
  }

  /// The turns as one form has them; none where the text is not of that form.
  private static List<Passage> conversation(List<String> lines, HeadForm form) {
    Set<String> speakers = new SpeakerHeads(lines, form).speakers();
    List<Passage> passages = passages(lines, form, speakers);
    Passage preamble = passages.removeFirst();
    return form.isBelievable(passages.size(), speakers.size(), lines.size())
            && isConversation(preamble, passages)
        ? passages
        : List.of();
  }

  /// The lines under each head; the first passage holds what stands before the first head. A dated
  /// line that nobody says is a messenger's own.
  private static List<Passage> passages(List<String> lines, HeadForm form, Set<String> speakers) {
    List<Passage> passages = new ArrayList<>(List.of(new Passage("", new ArrayList<>())));
    for (String line : lines) {
      Optional<SpeakerHead> head = form.head(line).filter(h -> speakers.contains(h.name()));
      if (head.isPresent()) {
        passages.add(new Passage(head.get()));
      } else if (!SpeakerHead.isDated(line)) {
        passages.getLast().lines.add(line);
      }
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
