package ghostwriter.drafting.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the client asked to keep out of the book. "Leave that out" withholds its turn up to there
/// (the turn before, where it opens one); so does a yes to somebody who offers it. "Off the record"
/// withholds its whole turn and what follows, until "back on the record" is said or for 40 turns;
/// "that's off the record" and "between ourselves" withhold their turn. A name that is asked out
/// takes every sentence with it. What is told again elsewhere in much the same words is withheld as
/// well. In doubt too much is withheld: it can be asked for again.
final class Withheld {
  private static final Phrases LEAVE_OUT = Phrases.named("leave-out");
  private static final Phrases NAME_OUT = Phrases.named("name-out");
  private static final Phrases OFF_RECORD = Phrases.named("off-record");
  private static final Phrases ON_RECORD = Phrases.named("on-record");
  private static final Phrases ASIDE = Phrases.named("aside");

  private static final Pattern NAME = Pattern.compile("(?<=[\\p{L},] )\\p{Lu}\\p{Ll}[\\p{L}-]+");
  private static final Pattern YES =
      Pattern.compile(
          "(?i)(?:oh,? |um,? |well,? )?(?:yes|yeah|aye|please|do|i'd rather|better)\\b");

  /// How long "off the record" may last, in turns, when nobody says that it is over.
  private static final int MAX_OFF = 40;

  private static final double SAME_STORY = 0.5;

  private final Talk talk;
  private final Set<Sentence> withheld = new HashSet<>();

  Withheld(Talk talk) {
    this.talk = talk;
    talk.allSentences().forEach(this::heed);
    for (int turn = 0; turn < talk.size(); turn++) {
      heedOffer(turn);
    }
    withholdTheSameElsewhere();
  }

  boolean contains(Sentence sentence) {
    return withheld.contains(sentence);
  }

  private void heed(Sentence sentence) {
    String text = sentence.text();
    if (ASIDE.areIn(text)) {
      withheld.addAll(talk.sentencesOf(sentence.turn()));
    } else if (OFF_RECORD.areIn(text)) {
      withholdFrom(sentence);
    } else if (LEAVE_OUT.areIn(text)) {
      withholdUpTo(sentence);
    } else if (NAME_OUT.areIn(text)) {
      withholdNames(sentence);
    }
  }

  /// "Shall I leave that out?" – "Yes, please."
  private void heedOffer(int turn) {
    boolean accepted =
        turn + 1 < talk.size()
            && talk.sentencesOf(turn).isEmpty()
            && LEAVE_OUT.areIn(talk.text(turn))
            && YES.matcher(talk.text(turn + 1)).lookingAt();
    if (accepted) {
      withheld.addAll(talk.sentencesOf(talk.turnBefore(turn + 1)));
      talk.sentencesOf(turn + 1).stream().limit(1).forEach(withheld::add);
    }
  }

  private void withholdUpTo(Sentence request) {
    List<Sentence> turn = talk.sentencesOf(request.turn());
    boolean refersBack =
        turn.subList(0, turn.indexOf(request)).stream().noneMatch(s -> s.words() > 3);
    turn.stream().filter(sentence -> sentence.from() <= request.from()).forEach(withheld::add);
    if (refersBack) {
      withheld.addAll(talk.sentencesOf(talk.turnBefore(request.turn())));
    }
  }

  private void withholdFrom(Sentence request) {
    int last = Math.min(talk.size(), request.turn() + MAX_OFF) - 1;
    for (int turn = last; turn > request.turn(); turn--) {
      last = ON_RECORD.areIn(talk.text(turn)) ? turn : last;
    }
    for (int turn = request.turn(); turn <= last; turn++) {
      withheld.addAll(talk.sentencesOf(turn));
    }
  }

  private void withholdNames(Sentence request) {
    Matcher name = NAME.matcher(request.text());
    withheld.add(request);
    while (name.find()) {
      String asked = name.group();
      talk.allSentences().stream()
          .filter(sentence -> sentence.text().contains(asked))
          .forEach(withheld::add);
    }
  }

  private void withholdTheSameElsewhere() {
    List<Set<String>> secrets = new ArrayList<>();
    withheld.forEach(sentence -> secrets.add(Set.copyOf(sentence.terms())));
    secrets.removeIf(terms -> terms.size() < 4);
    talk.allSentences().stream()
        .filter(sentence -> secrets.stream().anyMatch(secret -> isSame(secret, sentence)))
        .forEach(withheld::add);
  }

  private static boolean isSame(Set<String> secret, Sentence sentence) {
    Set<String> shared = new HashSet<>(sentence.terms());
    shared.retainAll(secret);
    return shared.size() >= 3 && shared.size() >= SAME_STORY * secret.size();
  }
}
