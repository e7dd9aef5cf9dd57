package ghostwriter.recording;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Decides which of a file's possible heads of one form are speakers. "Anna:" at the start of a
/// line is one; "And I learned one thing:" is speech. A head counts where it is written like a
/// name, or where it comes back (`interviewer:`) or opens the file; never where it begins like a
/// sentence or is a word that people put before colons (`Note:`).
final class SpeakerHeads {
  private static final int MAX_PLAIN_WORDS = 3;

  private static final Pattern NAME_WORD =
      Pattern.compile("^[\\[(]?(?:\\p{Lu}|\\p{Lo}|\\d|[dlDL]['’]\\p{Lu}).*");

  private static final Set<String> PARTICLES =
      Set.of(
          "of", "the", "and", "de", "da", "di", "do", "du", "dos", "del", "della", "der", "den",
          "van", "von", "zu", "la", "le", "y", "e", "ap", "ab", "bin", "ibn", "al", "el", "for",
          "&");

  /// Words that open a sentence or announce something, but name nobody.
  private static final Set<String> NO_SPEAKER =
      Set.of(
          """
          i he she it we they you this that these those there here and but so or because then
          now well yes no not if when where what who why how as at in on to with my our your
          his their its note notes nb n.b ps p.s warning example remember result results first
          firstly second secondly third thirdly finally lastly also again still once one two
          three date time place location title subject from cc duration recorded transcript
          transcribed participants present attendees chapter part section http https file
          language version page total summary agenda imagine listen look see
          """
              .strip()
              .split("\\s+"));

  private final List<String> lines;
  private final HeadForm form;

  /// @param lines not blank, stripped
  SpeakerHeads(List<String> lines, HeadForm form) {
    this.lines = lines;
    this.form = form;
  }

  Set<String> speakers() {
    Map<String, Integer> times = new HashMap<>();
    Set<String> speakers = new LinkedHashSet<>();
    lines.forEach(line -> form.head(line).ifPresent(h -> times.merge(h.name(), 1, Integer::sum)));
    for (String line : lines) {
      form.head(line)
          .filter(head -> !speakers.contains(head.name()))
          .filter(head -> isSpeaker(head, times.getOrDefault(head.name(), 0)))
          .ifPresent(head -> speakers.add(head.name()));
    }
    return speakers;
  }

  private boolean isSpeaker(SpeakerHead head, int times) {
    List<String> words = Arrays.asList(head.bareName().split("\\s+"));
    String first = words.getFirst().toLowerCase(Locale.ROOT).replaceAll("[.,]+$", "");
    if (NO_SPEAKER.contains(first) && !(words.size() == 1 && words.getFirst().length() == 1)) {
      return false;
    }
    return words.stream().allMatch(SpeakerHeads::isNameWord)
        || (times > 1 && words.size() <= MAX_PLAIN_WORDS && isNoSentence(words));
  }

  private static boolean isNameWord(String word) {
    return NAME_WORD.matcher(word).matches() || PARTICLES.contains(word);
  }

  private static boolean isNoSentence(List<String> words) {
    return words.stream().noneMatch(word -> NO_SPEAKER.contains(word.toLowerCase(Locale.ROOT)));
  }
}
