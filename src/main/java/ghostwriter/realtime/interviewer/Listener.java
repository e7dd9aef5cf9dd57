package ghostwriter.realtime.interviewer;

import static java.util.stream.Collectors.joining;

import ghostwriter.realtime.interviewer.Answer.Intent;
import ghostwriter.realtime.interviewer.Named.Kind;
import ghostwriter.realtime.interviewer.Talk.Exchange;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Understands what the client says: what is wanted, who and what is named, and which parts of a
/// scene are told.
final class Listener {
  private static final int LONG = 12;
  private static final List<Intent> ASKED_FOR =
      List.of(
          Intent.DRAFT,
          Intent.WRITTEN,
          Intent.STOP,
          Intent.OUT,
          Intent.WHAT,
          Intent.WHO,
          Intent.SKIP,
          Intent.UNKNOWN,
          Intent.NO,
          Intent.YES,
          Intent.HELLO,
          Intent.FIX,
          Intent.TODO);
  // Longer ones tell something besides, and that counts more.
  private static final Set<Intent> ALSO_IN_PASSING =
      EnumSet.of(Intent.DRAFT, Intent.OUT, Intent.FIX, Intent.TODO, Intent.WRITTEN);
  private static final int PASSING = 40;

  private final Lexicon lexicon;
  private final NameFinder names;

  Listener(Lexicon lexicon) {
    this.lexicon = lexicon;
    this.names = new NameFinder(lexicon);
  }

  Lexicon lexicon() {
    return lexicon;
  }

  Answer hear(Exchange exchange) {
    return hear(exchange, exchange.words());
  }

  private Answer hear(Exchange exchange, String everything) {
    String words = exchange.words();
    List<Named> named = names.in(words, everything);
    return new Answer(
        exchange.item(), words, intent(words), named, told(words, named), any("sorrow", words));
  }

  /// All that was said, oldest first. Who was clearly a person or a place once, stays one.
  List<Answer> hearAll(List<Exchange> exchanges) {
    String everything = exchanges.stream().map(Exchange::words).collect(joining("\n"));
    List<Answer> answers = exchanges.stream().map(it -> hear(it, everything)).toList();
    Map<String, Named> known = new HashMap<>();
    answers.stream()
        .flatMap(answer -> answer.named().stream())
        .filter(it -> it.kind() == Kind.PERSON || it.kind() == Kind.PLACE)
        .forEach(it -> known.putIfAbsent(it.name(), it));
    return answers.stream()
        .map(answer ->
            answer.with(it -> it.kind() == Kind.NAME ? known.getOrDefault(it.name(), it) : it))
        .toList();
  }

  private Intent intent(String words) {
    int length = Lexicon.words(words).size();
    if (length == 0) {
      return Intent.SILENCE;
    }
    for (Intent intent : ASKED_FOR) {
      boolean fits = length <= LONG || (ALSO_IN_PASSING.contains(intent) && length <= PASSING);
      if (fits && lexicon.says("intent " + intent.name().toLowerCase(Locale.ROOT), words)) {
        return intent;
      }
    }
    return Intent.ANSWER;
  }

  private Set<Slot> told(String words, List<Named> named) {
    Set<Slot> told = EnumSet.noneOf(Slot.class);
    named.forEach(it -> {
      switch (it.kind()) {
        case PERSON -> told.add(Slot.WHO);
        case PLACE, DAY, DATE, AGE, BORN -> told.add(Slot.WHERE);
        case NAME -> {}
      }
    });
    if (Lexicon.words(words).size() >= LONG && any("actions", words)) {
      told.add(Slot.WHAT);
    }
    if (any("feelings", words)) {
      told.add(Slot.FELT);
    }
    return told;
  }

  private boolean any(String heading, String words) {
    return Lexicon.words(words).stream().anyMatch(word -> lexicon.has(heading, word));
  }
}
