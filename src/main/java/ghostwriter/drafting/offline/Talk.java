package ghostwriter.drafting.offline;

import ghostwriter.drafting.Sentences;
import ghostwriter.transcript.ConversationItem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The material of a draft, cut into sentences where it is the client's, and with what was asked
/// before each turn.
final class Talk {
  /// A question this many turns back still tells what the client is talking about.
  private static final int QUESTION_REACH = 6;

  private static final Pattern NAME = Pattern.compile("\\p{Lu}\\p{Ll}[\\p{L}'’-]+");

  private static final int MURMUR = 4;

  /// Between two sentences of a turn that follow each other, in characters.
  private static final int SPACE = 3;

  /// Turns this close still speak of the same thing.
  static final int NEAR = 3;

  private static final Pattern FEELING =
      Pattern.compile(
          "(?i)(?:oh,? |ah,? |well,? )*(?:i'm (?:so |very )?sorry|(?:that's|that is"
              + "|how|what an?) (?:lovely|wonderful|beautiful|awful|terrible|funny|sad"
              + "|extraordinary|amazing|moving|remarkable)|(?:my )?goodness|good heavens"
              + "|wow|ha\\b|gosh|really\\?|extraordinary|astonishing)");

  private final List<ConversationItem> items;
  private final List<List<Sentence>> byTurn = new ArrayList<>();
  private final List<Sentence> sentences;
  private final List<Sentence> all = new ArrayList<>();

  /// Terms come again and again: each is kept once.
  private final Map<String, String> pool = new HashMap<>();

  private final Pattern address;
  private final boolean punctuated;
  private final BitSet goesOn = new BitSet();

  Talk(List<ConversationItem> items, Locale language, Sentences splitter) {
    this.items = items;
    address = address(items);
    List<Sentence> spoken = new ArrayList<>();
    for (int turn = 0; turn < items.size(); turn++) {
      byTurn.add(items.get(turn).client() ? split(turn, language, splitter) : List.of());
      all.addAll(byTurn.getLast());
      if (!isMurmur(turn)) {
        spoken.addAll(byTurn.getLast());
      }
    }
    sentences = Digest.of(spoken);
    punctuated = isPunctuated();
    for (int i = 1; i < sentences.size(); i++) {
      goesOn.set(i, isContinued(sentences.get(i - 1), sentences.get(i)));
    }
  }

  int size() {
    return items.size();
  }

  ConversationItem item(int turn) {
    return items.get(turn);
  }

  String text(int turn) {
    return items.get(turn).text().text();
  }

  String speaker(int turn) {
    return items.get(turn).speaker();
  }

  /// The sentences of the client that may be used, in order: without turns such as "Mm-hmm", and of
  /// a very long talk not all, see {@link Digest}.
  List<Sentence> sentences() {
    return sentences;
  }

  /// All sentences of the client, murmurs too.
  List<Sentence> allSentences() {
    return all;
  }

  /// The client's sentences of one turn; none where it is not theirs.
  List<Sentence> sentencesOf(int turn) {
    return turn < 0 ? List.of() : byTurn.get(turn);
  }

  /// Whether a later sentence may follow an earlier one in a paragraph: the same speaker says both,
  /// soon after each other, with no question between.
  boolean standsBeside(Sentence earlier, Sentence later) {
    int distance = later.turn() - earlier.turn();
    return distance >= 0
        && distance <= NEAR
        && speaker(earlier.turn()).equals(speaker(later.turn()))
        && !isAskedBetween(earlier.turn(), later.turn())
        && earlier.endsHard()
        && later.startsHard();
  }

  /// The last turn of the same speaker before this one; -1 where there is none.
  int turnBefore(int turn) {
    int before = turn - 1;
    while (before >= 0 && !speaker(before).equals(speaker(turn))) {
      before--;
    }
    return before;
  }

  /// The next turn of the same speaker; -1 where there is none.
  int turnAfter(int turn) {
    return IntStream.range(turn + 1, size())
        .filter(after -> speaker(after).equals(speaker(turn)))
        .findFirst()
        .orElse(-1);
  }

  /// The last turn of a client before this one; -1 where there is none.
  int clientTurnBefore(int turn) {
    int before = turn - 1;
    while (before >= 0 && !items.get(before).client()) {
      before--;
    }
    return before;
  }

  /// What somebody else asked last before a turn; empty where nobody asked.
  String askedBefore(int turn) {
    for (int before = turn - 1; before >= Math.max(0, turn - QUESTION_REACH); before--) {
      boolean other = !speaker(before).equals(speaker(turn));
      if (other && text(before).contains("?")) {
        return text(before);
      }
    }
    return "";
  }

  /// Whether a sentence was spoken to its end. Where hardly any turn ends with a mark, as when
  /// people type, the end of a turn is the end of a sentence.
  boolean isComplete(Sentence sentence) {
    return sentence.isComplete() || (!punctuated && endsTurn(sentence) && sentence.endsWithWord());
  }

  boolean endsTurn(Sentence sentence) {
    return sentencesOf(sentence.turn()).getLast().from() == sentence.from();
  }

  /// Whether a sentence calls one of the speakers by name: "We might, Mark, see."
  boolean isAddressed(Sentence sentence) {
    return address.matcher(sentence.text()).find();
  }

  /// Whether the next speaker was moved, amused or taken aback by a turn.
  boolean isAnsweredWithFeeling(int turn) {
    return turn + 1 < size()
        && !speaker(turn + 1).equals(speaker(turn))
        && FEELING.matcher(text(turn + 1)).lookingAt();
  }

  /// Whether nothing was said between two turns but a word or two such as "Mm-hmm".
  boolean isHardlyInterrupted(int first, int second) {
    return IntStream.range(first + 1, second).allMatch(this::isMurmur);
  }

  /// Whether a sentence goes straight on from the one before it in {@link #sentences}: in the same
  /// turn, or after a murmur, where every reader still sees where it begins.
  boolean goesOn(int sentence) {
    return sentence >= 0 && sentence < sentences.size() && goesOn.get(sentence);
  }

  private boolean isContinued(Sentence before, Sentence after) {
    return (before.turn() == after.turn() && after.from() - before.to() <= SPACE)
        || (before.turn() < after.turn()
            && speaker(before.turn()).equals(speaker(after.turn()))
            && isHardlyInterrupted(before.turn(), after.turn())
            && before.endsHard()
            && after.startsHard());
  }

  private boolean isPunctuated() {
    List<Sentence> ends =
        byTurn.stream()
            .filter(turn -> !turn.isEmpty())
            .map(List::getLast)
            .filter(sentence -> sentence.words() > MURMUR)
            .toList();
    return 3 * ends.stream().filter(Sentence::endsWithWord).count() <= 2L * ends.size();
  }

  private static Pattern address(List<ConversationItem> items) {
    String names =
        items.stream()
            .flatMap(item -> NAME.matcher(item.speaker()).results().map(MatchResult::group))
            .distinct()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    return names.isEmpty()
        ? Pattern.compile("(?!)")
        : Pattern.compile("(?:^|, )(?:%s)(?:,|[.!]$)".formatted(names));
  }

  private boolean isMurmur(int turn) {
    return items.get(turn).text().count() <= MURMUR && !text(turn).contains("?");
  }

  boolean isAskedBetween(int first, int second) {
    return IntStream.range(first + 1, second).anyMatch(turn -> text(turn).contains("?"));
  }

  int clientWords() {
    return items.stream()
        .filter(ConversationItem::client)
        .mapToInt(item -> item.text().count())
        .sum();
  }

  private List<Sentence> split(int turn, Locale language, Sentences splitter) {
    String text = text(turn);
    return splitter.of(text, language).stream()
        .map(span -> Sentence.of(turn, span.from(), text.substring(span.from(), span.to()), pool))
        .toList();
  }
}
