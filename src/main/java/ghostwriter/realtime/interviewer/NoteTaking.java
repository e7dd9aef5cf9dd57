package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.interviewer.Answer.Intent;
import ghostwriter.realtime.interviewer.Reply.Call;
import ghostwriter.realtime.interviewer.Talk.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is written down while the client talks: facts and stories, what stays out, what is to be
/// looked up, which open question is answered, and when there is enough for a draft. A note is made
/// of the client's own words.
final class NoteTaking {
  static final String DRAFT = "queue_draft_update";

  /// After these, what the client says is new material: the last draft, or the end of planning.
  private static final Set<String> BEGINNINGS =
      Set.of(DRAFT, "commit_blueprint", "assign_project_to_session");

  private static final Pattern SENTENCE =
      Pattern.compile("(?<=[.!?])(?<!\\b(?:Mr|Mrs|Ms|Dr|St)\\.)\\s+(?=\\p{Lu})");
  private static final int FACT = 8;
  private static final int STORY = 45;
  private static final int ENOUGH = 220;
  private static final int LONGEST_NOTE = 400;
  private static final int LONGEST_LABEL = 60;
  private static final int MOST_POINTERS = 40;

  private final Listener listener;
  private final Quotes quotes;

  NoteTaking(Listener listener) {
    this.listener = listener;
    this.quotes = new Quotes(listener.lexicon());
  }

  /// What to call before the next question; nothing where this turn has called already.
  List<Call> calls(Turn turn, Answer answer) {
    if (!turn.talk().doneNow().isEmpty()) {
      return List.of();
    }
    List<Call> calls = new ArrayList<>();
    note(answer).ifPresent(calls::add);
    pointer(answer).ifPresent(calls::add);
    todo(turn, answer).ifPresent(calls::add);
    draft(turn, answer).ifPresent(calls::add);
    calls.removeIf(call -> !turn.prompt().offers(call.tool()));
    return calls;
  }

  private Optional<Call> note(Answer answer) {
    return switch (answer.intent()) {
      case OUT -> Optional.of(note("style", answer.words(), answer));
      case TODO -> Optional.of(note("todo", answer.words(), answer));
      case ANSWER, FIX ->
          answer.named().isEmpty() || answer.length() < FACT
              ? Optional.empty()
              : Optional.of(note("fact", densest(answer), answer));
      default -> Optional.empty();
    };
  }

  private static Call note(String kind, String text, Answer answer) {
    return new Call(
        "create_note",
        Turn.arguments()
            .put("kind", kind)
            .put("text", cut(text, LONGEST_NOTE))
            .put("itemId", answer.item()));
  }

  private String densest(Answer answer) {
    return SENTENCE
        .splitAsStream(answer.words())
        .max(
            Comparator.comparingLong(
                sentence -> listener.hear(new Exchange("", "", sentence)).named().size()))
        .orElse(answer.words());
  }

  private Optional<Call> pointer(Answer answer) {
    if (!answer.tells() || answer.length() < STORY) {
      return Optional.empty();
    }
    String label =
        quotes
            .of(answer.words(), new Said(List.of(), List.of()))
            .orElseGet(() -> cut(answer.words(), LONGEST_LABEL));
    return Optional.of(
        new Call(
            "record_transcript_pointer",
            Turn.arguments().put("itemId", answer.item()).put("label", label)));
  }

  private static Optional<Call> todo(Turn turn, Answer answer) {
    String before = turn.talk().last().map(Exchange::before).orElse("");
    return turn.state()
        .openQuestions()
        .filter(open -> !open.id().isEmpty() && answer.tells() && answer.length() >= FACT)
        .filter(open ->
            before
                .toLowerCase(java.util.Locale.ROOT)
                .endsWith(Ghostwriting.asked(open).toLowerCase(java.util.Locale.ROOT)))
        .findFirst()
        .map(open ->
            new Call(
                "update_todo_status",
                Turn.arguments().put("todoId", open.id()).put("status", "done")));
  }

  private Optional<Call> draft(Turn turn, Answer answer) {
    List<Exchange> fresh = turn.talk().since(BEGINNINGS);
    int words = fresh.stream().mapToInt(it -> Lexicon.words(it.words()).size()).sum();
    boolean asked = answer.intent() == Intent.DRAFT;
    if (turn.state().project().isEmpty() || (!asked && words < ENOUGH)) {
      return Optional.empty();
    }
    ObjectNode arguments =
        Turn.arguments()
            .put("projectId", turn.state().project().get().id())
            .put("urgency", asked ? "high" : "normal")
            .put("summary", summary(fresh));
    ArrayNode pointers = arguments.putArray("messagePointers");
    fresh.stream()
        .filter(it -> listener.hear(it).tells())
        .skip(Math.max(0, fresh.size() - MOST_POINTERS))
        .forEach(it -> pointers.add(it.item()));
    arguments.putObject("promptContext").put("mode", "ghostwriting");
    return Optional.of(new Call(DRAFT, arguments));
  }

  private String summary(List<Exchange> fresh) {
    String named =
        fresh.stream()
            .flatMap(it -> listener.hear(it).named().stream())
            .filter(it -> it.kind() != Named.Kind.AGE)
            .map(Named::name)
            .distinct()
            .limit(6)
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "New material from the interview" : "New material: " + named;
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest).strip() + "…";
  }
}
