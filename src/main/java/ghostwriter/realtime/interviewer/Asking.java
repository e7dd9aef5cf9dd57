package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.interviewer.Answer.Intent;
import ghostwriter.realtime.interviewer.Reply.Say;
import ghostwriter.realtime.interviewer.Talk.Done;
import ghostwriter.realtime.interviewer.Talk.Exchange;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the next question of an interview for material, and the short receipt before it.
final class Asking {
  private static final int SHORT_QUESTION = 12;
  private static final int FEW_WORDS = 4;

  private final Turn turn;
  private final Said said;
  private final QuestionBank bank;
  private final Phrasebook phrases;
  private final Quotes quotes;
  private final Scene scene;

  Asking(Turn turn, QuestionBank bank, Phrasebook phrases, Listener listener) {
    this.turn = turn;
    this.said = turn.said();
    this.bank = bank;
    this.phrases = phrases;
    this.quotes = new Quotes(listener.lexicon());
    List<Exchange> exchanges = turn.talk().inMind();
    this.scene =
        new Scene(
            exchanges.stream().map(it -> bank.recognise(it.before())).toList(),
            listener.hearAll(exchanges));
  }

  Reply reply(Answer answer) {
    return switch (answer.intent()) {
      case SILENCE -> after("silence", Slot.SMALL);
      case UNKNOWN ->
          scene.current() == Slot.SMALL ? afresh("unknown") : after("unknown", Slot.SMALL);
      case SKIP -> afresh("skip");
      case NO -> afresh("refused");
      case OUT -> afresh("out");
      case WHAT -> after("what", scene.current());
      case WHO -> after("who", scene.current());
      case HELLO -> afresh("hello");
      case YES -> Say.of(phrases.say("short", said), next(answer));
      case DRAFT -> Say.of(drafted(), next(answer));
      case WRITTEN -> Say.of(written(), phrases.ask("written next", said).orElseGet(this::opening));
      case STOP ->
          Say.of(
              phrases.say("stop", said), phrases.ask("stop next", said).orElseGet(this::opening));
      case ANSWER, TODO, FIX -> received(answer);
    };
  }

  /// A receipt of its own kind, then a question of this slot that takes nothing up.
  Reply after(String receipt, Slot slot) {
    return Say.of(phrases.say(receipt, said), bank.plain(slot, said).orElseGet(this::opening));
  }

  private Reply afresh(String receipt) {
    return Say.of(phrases.say(receipt, said), opening());
  }

  private Reply received(Answer answer) {
    String question = next(answer);
    return Say.of(receipt(answer, question), question);
  }

  private String receipt(Answer answer, String question) {
    if (answer.sorrow()) {
      return phrases.say("sorrow", said);
    }
    if (answer.intent() == Intent.FIX || answer.intent() == Intent.TODO) {
      return phrases.say(answer.intent().name().toLowerCase(Locale.ROOT), said);
    }
    if (answer.words().endsWith("?") && answer.length() <= SHORT_QUESTION) {
      return phrases.say("asked", said);
    }
    Optional<String> quote = quotes.of(answer.words(), said);
    Optional<Named> other =
        answer.named().stream()
            .filter(it -> it.kind().compareTo(Named.Kind.PLACE) <= 0)
            .filter(it ->
                !question.toLowerCase(Locale.ROOT).contains(it.name().toLowerCase(Locale.ROOT)))
            .filter(it -> said.times(it.name()) == 0)
            .findFirst();
    int turnNumber = turn.talk().exchanges().size();
    if (other.isPresent() && (turnNumber % 3 == 0 || quote.isEmpty())) {
      return Phrasebook.large(phrases.say("name", other.get().name(), said));
    }
    if (quote.isPresent() && turnNumber % 6 != 4) {
      return phrases.say("quote", quote.get(), said);
    }
    return phrases.say(answer.length() <= FEW_WORDS ? "short" : "plain", said);
  }

  private String next(Answer answer) {
    if (answer.sorrow() && !scene.recently(Slot.SORROW)) {
      Optional<String> gentle = about(Slot.SORROW, answer).or(() -> bank.plain(Slot.SORROW, said));
      if (gentle.isPresent()) {
        return gentle.get();
      }
    }
    Optional<String> more =
        answer.intent() != Intent.DRAFT
                && answer.length() <= FEW_WORDS
                && answer.named().isEmpty()
                && !scene.recently(Slot.MORE)
            ? bank.plain(Slot.MORE, said)
            : Optional.empty();
    return more.orElseGet(() -> scene.isOver() ? another(answer) : within(answer));
  }

  /// The next slot of this scene.
  private String within(Answer answer) {
    for (Slot slot : scene.left()) {
      Optional<String> linked = about(slot, answer);
      if (linked.isPresent()) {
        return linked.get();
      }
    }
    if (!answer.named().isEmpty()) {
      return another(answer);
    }
    return following(answer).stream()
        .filter(scene.left()::contains)
        .flatMap(slot -> bank.plain(slot, said).stream())
        .findFirst()
        .orElseGet(this::opening);
  }

  // Where nothing is named, what was told last decides what is natural to ask: after a deed what
  // it felt like, after a feeling what it says.
  private static List<Slot> following(Answer answer) {
    if (answer.told().contains(Slot.FELT)) {
      return List.of(Slot.MEANING, Slot.WHAT, Slot.WHO, Slot.WHERE);
    }
    return answer.told().contains(Slot.WHAT)
        ? List.of(Slot.FELT, Slot.WHO, Slot.WHERE, Slot.MEANING)
        : List.of(Slot.WHAT, Slot.MEANING, Slot.WHO, Slot.FELT);
  }

  /// Another scene: with somebody or something just named, otherwise where the book has a gap.
  private String another(Answer answer) {
    Optional<String> fresh =
        candidates(answer)
            .filter(it -> scene.times(it) == 0)
            .flatMap(it -> bank.about(Slot.OPEN, it, said).stream())
            .findFirst();
    Optional<String> known =
        candidates(answer).flatMap(it -> openOrWithin(it).stream()).findFirst();
    return fresh
        .or(() -> gap().map(gap -> bridged(answer, gap)))
        .or(() -> known)
        .orElseGet(this::opening);
  }

  private Optional<String> openOrWithin(Named named) {
    return bank.about(Slot.OPEN, named, said)
        .or(() ->
            Slot.SCENE.stream()
                .flatMap(slot -> bank.about(slot, named, said).stream())
                .findFirst());
  }

  private String bridged(Answer answer, String question) {
    return candidates(answer)
        .filter(it -> it.kind().compareTo(Named.Kind.PLACE) <= 0)
        .findFirst()
        .map(it ->
            phrases
                .say("bridge", said)
                .replace("{x}", it.name())
                .replace("{q}", Phrasebook.small(question)))
        .orElseGet(() -> turned(question));
  }

  private String turned(String question) {
    return question.contains(":")
        ? question
        : phrases.say("turn", said).replace("{q}", Phrasebook.small(question));
  }

  /// The first question of all, or of a new part of the work.
  String first() {
    return gap().orElseGet(this::opening);
  }

  /// A question that follows nothing said just now.
  String opening() {
    return gap()
        .map(this::turned)
        .or(() ->
            scene.passedOver().stream()
                .flatMap(it -> bank.about(Slot.RETURN, it, said).stream())
                .findFirst())
        .or(() -> bank.plain(Slot.OPEN, said))
        .or(() -> Slot.SCENE.stream().flatMap(slot -> bank.plain(slot, said).stream()).findFirst())
        .orElse("What else belongs in here?");
  }

  // A first conversation starts with the book itself, a later one with what was left open.
  private Optional<String> gap() {
    boolean first = turn.talk().exchanges().isEmpty() && turn.state().writtenSections().isEmpty();
    return Stream.concat(
            first ? turn.state().sectionQuestions() : turn.state().openQuestions(),
            first ? turn.state().openQuestions() : turn.state().sectionQuestions())
        .map(Ghostwriting::asked)
        .filter(question -> !said.asked(question))
        .findFirst();
  }

  private Optional<String> about(Slot slot, Answer answer) {
    return candidates(answer).flatMap(it -> bank.about(slot, it, said).stream()).findFirst();
  }

  /// What the answer named, first what was asked about least.
  private Stream<Named> candidates(Answer answer) {
    return answer.named().stream()
        .sorted(Comparator.comparingLong(this::worn).thenComparing(Named::kind));
  }

  // A proper name before "your father", somebody new before somebody known.
  private long worn(Named named) {
    return scene.times(named) * 2
        + (scene.justAsked(named) ? 3 : 0)
        + (named.name().startsWith("your ") ? 1 : 0);
  }

  private String drafted() {
    Optional<Done> done =
        turn.talk().doneNow().stream().filter(it -> it.tool().equals(NoteTaking.DRAFT)).findFirst();
    String heading =
        done.map(it ->
                it.failed()
                    ? "draft failed"
                    : it.output().path("repeated").asBoolean(false) ? "draft repeated" : "draft")
            .orElse("draft missing");
    return phrases.say(heading, said);
  }

  private String written() {
    List<String> sections = turn.state().writtenSections();
    return turn.state()
        .draftSummary()
        .map(summary -> phrases.say("written", Narration.sentence(summary), said))
        .orElseGet(() ->
            sections.isEmpty()
                ? phrases.say("written nothing", said)
                : phrases.say("written sections", String.join(", ", sections), said));
  }
}
