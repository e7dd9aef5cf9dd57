package ghostwriter.drafting.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What the client asked to keep out of the book. "Leave that out" withholds its turn up to there
/// (the turn before, where it opens one); "off the record" withholds the rest of its turn too, and
/// everything until "back on the record" where that is said. What is told again elsewhere in much
/// the same words is withheld as well. In doubt too much is withheld: it can be asked for again.
final class Withheld {
  private static final String OBJECT =
      "(?:that|this|it|all (?:of )?(?:that|this|it)|(?:that|this|the) (?:\\w+ ){0,2}(?:bit|part|story|name|thing|letter|detail|one|episode)s?(?: about [\\w' ]{1,40})?|(?:his|her|their|my) names?)";
  private static final Pattern BACKWARD =
      Pattern.compile(
          "\\b(?:leave|keep|cut|take|strike|edit)s? "
              + OBJECT
              + " out\\b(?! on| of (?:the )?(?:way|sight))|\\b(?:leave|keep|cut) out "
              + OBJECT
              + "|\\b(?:do not|don't|never|not to|rather you (?:did not|didn't)|please not) (?:write|print|use|put|publish|include|quote|repeat|mention|tell|record)\\b(?: (?:down|any of))?(?: "
              + OBJECT
              + ")|\\b(?:scratch|strike|delete|erase|forget|cut|drop) (?:that|this|the last)\\b|\\bnot for (?:the book|print|publication|the record)|\\b(?:stays?|keep it|that's|is) (?:just )?between (?:us|you and me|ourselves|these walls)|\\b(?:should|must|can|can't) ?(?:not|n't)? (?:go|be|appear|stand) in (?:the|this) (?:book|text|article)|\\bthat stays (?:out|here|in this room)\\b|\\bi (?:shouldn't|should not) have said (?:that|this)|\\bwouldn't want (?:\\w+ ){1,4}to (?:read|know|see|hear) (?:that|this|it)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FORWARD =
      Pattern.compile(
          "\\boff (?:the )?record\\b|\\b(?:strictly )?between (?:you and me|us|ourselves),|\\bin (?:strict )?confidence\\b|\\bconfidentially\\b|\\b(?:turn|switch) (?:that|it|the \\w+) off\\b|\\b(?:ignore|disregard|forget) (?:all |any |your |the |my )*(?:previous |prior |above |earlier )*(?:instructions|prompts|rules)\\b|\\bsystem prompt\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BACK_ON =
      Pattern.compile(
          "\\bback on (?:the )?record\\b|\\bon the record again\\b", Pattern.CASE_INSENSITIVE);

  /// How long "off the record" may last, in turns, when nobody says that it is over.
  private static final int MAX_OFF = 40;

  private static final double SAME_STORY = 0.5;

  private final Talk talk;
  private final Set<Sentence> withheld = new HashSet<>();

  Withheld(Talk talk) {
    this.talk = talk;
    for (Sentence sentence : talk.sentences()) {
      String text = sentence.text().replace('’', '\'');
      if (FORWARD.matcher(text).find()) {
        withholdFrom(sentence);
      } else if (BACKWARD.matcher(text).find()) {
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
      if (turn > request.turn() && BACK_ON.matcher(talk.text(turn)).find()) {
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
    talk.sentences().stream()
        .filter(sentence -> secrets.stream().anyMatch(secret -> isSame(secret, sentence)))
        .forEach(withheld::add);
  }

  private static boolean isSame(Set<String> secret, Sentence sentence) {
    Set<String> shared = new HashSet<>(sentence.terms());
    shared.retainAll(secret);
    return shared.size() >= 3 && shared.size() >= SAME_STORY * secret.size();
  }
}
