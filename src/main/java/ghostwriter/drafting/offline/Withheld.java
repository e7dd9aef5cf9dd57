package ghostwriter.drafting.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the client asked to keep out of the book. "Leave that out" withholds its turn up to there
/// (the turn before, where it opens one); "off the record" withholds the rest of its turn too, and
/// everything until "back on the record" where that is said. What is told again elsewhere in much
/// the same words is withheld as well. In doubt too much is withheld: it can be asked for again.
final class Withheld {
  private static final Phrases LEAVE_OUT = Phrases.named("leave-out");
  private static final Phrases OFF_RECORD = Phrases.named("off-record");
  private static final Phrases ON_RECORD = Phrases.named("on-record");

  /// How long "off the record" may last, in turns, when nobody says that it is over.
  private static final int MAX_OFF = 40;

  private static final double SAME_STORY = 0.5;

  private final Talk talk;
  private final Set<Sentence> withheld = new HashSet<>();

  Withheld(Talk talk) {
    this.talk = talk;
    for (Sentence sentence : talk.allSentences()) {
      if (OFF_RECORD.areIn(sentence.text())) {
        withholdFrom(sentence);
      } else if (LEAVE_OUT.areIn(sentence.text())) {
        withholdUpTo(sentence);
      }
    }
    withholdTheSameElsewhere();
  }

  boolean contains(Sentence sentence) {
    return withheld.contains(sentence);
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
    int end = request.turn();
    for (int turn = end; turn < Math.min(talk.size(), request.turn() + MAX_OFF); turn++) {
      if (turn > request.turn() && ON_RECORD.areIn(talk.text(turn))) {
        end = turn;
      }
    }
    for (int turn = request.turn(); turn <= end; turn++) {
      withheld.addAll(talk.sentencesOf(turn));
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
