package ghostwriter.drafting.offline;

import ghostwriter.drafting.Phrases;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the client asked to keep out of the book. "Leave that out" withholds its turn up to there
/// (the turn before, where it opens one); so does a yes to somebody who offers it. "Keep this to
/// yourself" withholds its turn, and its neighbours where it is all of one. "Off the record"
/// withholds its turn and what follows, until "back on the record" is said or for 40 turns. A name
/// or a thing that is asked out takes every sentence with it. What is told again elsewhere in much
/// the same words is withheld as well. In doubt too much is withheld, for it can be asked for
/// again; but no more than {@value #REACH} sentences of a turn on either side.
final class Withheld {
  private static final Phrases LEAVE_OUT = Phrases.named("leave-out");
  private static final Phrases NAME_OUT = Phrases.named("name-out");
  private static final Phrases OFF_RECORD = Phrases.named("off-record");
  private static final Phrases ON_RECORD = Phrases.named("on-record");
  private static final Phrases ASIDE = Phrases.named("aside");
  private static final Phrases INJECTION = Phrases.named("injection");
  private static final Phrases ORDERS = Phrases.named("orders");

  private static final Pattern NAME = Pattern.compile("(?<=[\\p{L},] )\\p{Lu}\\p{Ll}[\\p{L}-]+");

  /// "the story of the divorce"
  private static final Pattern THING =
      Pattern.compile(
          "(?i)\\b(?:(?:story|part|business|affair|matter|anything|chapter)"
              + " (?:of|about|with)|mention|bring up) (?:the|my|his|her|our|their) (\\p{L}{5,})\\b");

  private static final Pattern YES =
      Pattern.compile(
          "(?i)(?:oh,? |um,? |well,? )?(?:yes|yeah|aye|please|do|i'd rather|better)\\b");
  private static final Pattern PROMISE =
      Pattern.compile(
          "(?i)\\b(?:i|we)(?:'ll| will| can| shall) (?:leave|keep|cut|take|edit)"
              + " (?:that|this|it)\\b[^.?!]{0,20} out\\b");

  /// "Don't print this, but he drank." goes on; "Don't print that." looks back.
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?i)\\bthis\\b|[,;:—–] ?(?:but|though|because|and|\\p{L}+ (?:was|had|is))\\b");

  private static final Pattern BACK = Pattern.compile("(?i)\\bthat\\b");

  private static final int MURMUR = 3;

  /// How long "off the record" may last, in turns, when nobody says that it is over.
  private static final int MAX_OFF = 40;

  private static final int REACH = 30;

  /// What stands around the words of a bare request, in characters: "Oh, please", "if you can".
  private static final int AROUND = 16;

  private final Talk talk;
  private final Set<Sentence> asked = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Sentence> distrusted = Collections.newSetFromMap(new IdentityHashMap<>());

  Withheld(Talk talk) {
    this.talk = talk;
    talk.allSentences().forEach(this::heed);
    for (int turn = 0; turn < talk.size(); turn++) {
      heedOffer(turn);
    }
    asked.addAll(new ToldAgain(asked).in(talk.allSentences()));
  }

  boolean contains(Sentence sentence) {
    return asked.contains(sentence) || distrusted.contains(sentence);
  }

  /// How many passages the client asked to leave out: neighbouring sentences are one.
  int passages() {
    int passages = 0;
    boolean inside = false;
    for (Sentence sentence : talk.allSentences()) {
      boolean out = asked.contains(sentence);
      passages += out && !inside ? 1 : 0;
      inside = out;
    }
    return passages;
  }

  private void heed(Sentence sentence) {
    String text = sentence.text();
    if (INJECTION.areIn(text) || ORDERS.areIn(text)) {
      distrusted.addAll(near(sentence, 1, 1));
    } else if (ASIDE.areIn(text)) {
      withholdTurn(sentence);
    } else if (OFF_RECORD.areIn(text)) {
      withholdFrom(sentence);
    } else if (LEAVE_OUT.areIn(text)) {
      withholdUpTo(sentence);
    }
    if (NAME_OUT.areIn(text)) {
      asked.add(sentence);
      withholdAll(NAME.matcher(text), 0);
    }
    if (asked.contains(sentence)) {
      withholdAll(THING.matcher(text), 1);
    }
  }

  /// "Shall I leave that out?" – "Yes, please." Or: "I'll leave that out."
  private void heedOffer(int turn) {
    if (!talk.sentencesOf(turn).isEmpty()) {
      return;
    }
    String text = talk.text(turn);
    boolean accepted =
        turn + 1 < talk.size()
            && LEAVE_OUT.areIn(text)
            && YES.matcher(talk.text(turn + 1)).lookingAt();
    if (accepted) {
      talk.sentencesOf(turn + 1).stream().limit(1).forEach(asked::add);
    }
    if (accepted || (PROMISE.matcher(text).find() && !text.contains("?"))) {
      asked.addAll(talk.sentencesOf(talk.clientTurnBefore(turn)));
    }
  }

  private void withholdTurn(Sentence request) {
    List<Sentence> turn = near(request, REACH, REACH);
    asked.addAll(turn);
    if (isBare(request, ASIDE) && isAllOf(turn, request)) {
      asked.addAll(talk.sentencesOf(talk.turnBefore(request.turn())));
      boolean looksBack = BACK.matcher(request.text()).find();
      asked.addAll(looksBack ? List.of() : talk.sentencesOf(talk.turnAfter(request.turn())));
    }
  }

  private void withholdUpTo(Sentence request) {
    List<Sentence> before = near(request, REACH, 0);
    asked.addAll(near(request, REACH, GOES_ON.matcher(request.text()).find() ? REACH : 0));
    if (isBare(request, LEAVE_OUT) && isAllOf(before, request)) {
      asked.addAll(talk.sentencesOf(talk.turnBefore(request.turn())));
    }
  }

  /// Whether a request tells nothing itself.
  private static boolean isBare(Sentence request, Phrases phrases) {
    String text = request.text();
    return phrases
        .in(text)
        .filter(found -> found.from() <= AROUND && text.length() - found.to() <= AROUND)
        .isPresent();
  }

  private static boolean isAllOf(List<Sentence> sentences, Sentence request) {
    return sentences.stream().noneMatch(s -> s.words() > MURMUR && !s.equals(request));
  }

  private void withholdFrom(Sentence request) {
    int last = Math.min(talk.size(), request.turn() + MAX_OFF) - 1;
    for (int turn = last; turn > request.turn(); turn--) {
      last = ON_RECORD.areIn(talk.text(turn)) ? turn : last;
    }
    asked.addAll(near(request, REACH, Integer.MAX_VALUE));
    for (int turn = request.turn() + 1; turn <= last; turn++) {
      asked.addAll(talk.sentencesOf(turn));
    }
  }

  private void withholdAll(Matcher told, int group) {
    while (told.find()) {
      String thing = told.group(group);
      talk.allSentences().stream()
          .filter(sentence -> sentence.text().contains(thing))
          .forEach(asked::add);
    }
  }

  /// A sentence and its neighbours in its turn.
  private List<Sentence> near(Sentence sentence, int before, int after) {
    List<Sentence> turn = talk.sentencesOf(sentence.turn());
    int at = Collections.binarySearch(turn, sentence, Sentence.BY_PLACE);
    int to = (int) Math.min(turn.size(), at + 1L + after);
    return turn.subList(Math.max(0, at - before), to);
  }
}
