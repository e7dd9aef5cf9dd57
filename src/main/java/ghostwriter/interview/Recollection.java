package ghostwriter.interview;

import ghostwriter.interview.ToolAnswers.Call;
import ghostwriter.notebook.Note;
import ghostwriter.transcript.Fold;
import ghostwriter.transcript.FoldedItem;
import ghostwriter.transcript.ItemKind;
import ghostwriter.transcript.ItemState;
import ghostwriter.transcript.RawEvent;
import ghostwriter.transcript.Role;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a new line is told of the conversation so far: what was noted, and the last turns word for
/// word under names of their own, with the tools that ran and what they answered, so that nothing
/// is done a second time. Pure.
///
/// @param marks say whose words the replayed ones are; to be stored before anything is sent
record Recollection(List<RawEvent> marks, List<LineCommand> commands) {
  private static final int TURNS = 24;
  private static final int CHARACTERS = 12_000;

  /// How many notes are told, the newest.
  static final int NOTES = 40;

  /// What there is to be told.
  ///
  /// @param answers what the session's tools answered
  record Memory(Fold fold, Map<Call, String> answers, List<Note> notes) {
    private Optional<String> answer(FoldedItem call) {
      return call.kind() == ItemKind.TOOL_CALL
          ? Optional.ofNullable(answers.get(new Call(call.epoch(), call.call())))
          : Optional.empty();
    }

    private Optional<FoldedItem> answerItem(FoldedItem call) {
      return fold.items().stream()
          .filter(item -> item.kind() == ItemKind.TOOL_OUTPUT)
          .filter(item -> item.epoch() == call.epoch() && item.call().equals(call.call()))
          .findFirst();
    }
  }

  /// @param unsent items that will be sent by themselves
  static Recollection of(Memory memory, Set<String> unsent, int epoch, Instant now) {
    List<FoldedItem> last =
        last(
            memory,
            memory.fold().items().stream()
                .filter(item -> isSpoken(item) || memory.answer(item).isPresent())
                .filter(item -> !unsent.contains(item.id()))
                .toList());
    var telling = new Telling(memory, epoch, now);
    if (!last.isEmpty()) {
      telling.tell(last);
    }
    return new Recollection(telling.marks, telling.commands);
  }

  /// Whether the assistant has said its part to the end.
  static boolean isAnswer(FoldedItem item) {
    return item.kind() == ItemKind.MESSAGE
        && item.role() == Role.ASSISTANT
        && item.state() == ItemState.COMPLETED;
  }

  private static boolean isSpoken(FoldedItem item) {
    return item.kind() == ItemKind.MESSAGE
        && item.role() != Role.SYSTEM
        && item.state() != ItemState.DELETED
        && !item.text().isBlank();
  }

  /// The newest, as many as fit. What the assistant was cut off in is left out where it is still to
  /// be said.
  private static List<FoldedItem> last(Memory memory, List<FoldedItem> all) {
    int to = all.size();
    while (to > 0 && isCutOff(all.get(to - 1))) {
      to--;
    }
    int from = to;
    int turns = 0;
    int characters = 0;
    while (from > 0 && turns < TURNS) {
      FoldedItem item = all.get(from - 1);
      turns += isSpoken(item) ? 1 : 0;
      characters += item.text().text().length() + memory.answer(item).map(String::length).orElse(0);
      if (characters > CHARACTERS && from < to) {
        break;
      }
      from--;
    }
    return all.subList(from, to);
  }

  private static boolean isCutOff(FoldedItem item) {
    return item.kind() == ItemKind.MESSAGE
        && item.role() == Role.ASSISTANT
        && item.state() != ItemState.COMPLETED;
  }

  /// A recollection in the making.
  private static final class Telling {
    private final Memory memory;
    private final int epoch;
    private final Instant now;
    private final List<RawEvent> marks = new ArrayList<>();
    private final List<LineCommand> commands = new ArrayList<>();
    private int named;

    private Telling(Memory memory, int epoch, Instant now) {
      this.memory = memory;
      this.epoch = epoch;
      this.now = now;
    }

    private void tell(List<FoldedItem> items) {
      if (!memory.notes().isEmpty()) {
        commands.add(new LineCommand.SystemSaid("notes_" + epoch, summary(memory.notes())));
      }
      for (FoldedItem item : items) {
        memory.answer(item).ifPresentOrElse(answer -> tell(item, answer), () -> tell(item));
      }
    }

    private void tell(FoldedItem turn) {
      commands.add(
          new LineCommand.Replay(nameOf(Optional.of(turn)), turn.role() == Role.USER, turn.text()));
    }

    private void tell(FoldedItem call, String answer) {
      String name = nameOf(Optional.of(call));
      commands.add(new LineCommand.ReplayCall(name, name, call.label(), call.text().text()));
      commands.add(
          new LineCommand.ReplayAnswer(nameOf(memory.answerItem(call)), name, new Words(answer)));
    }

    /// @param item empty where the transcript has none: its line was lost before it was told
    private String nameOf(Optional<FoldedItem> item) {
      String name = "replay_" + epoch + "_" + named++;
      item.ifPresent(it -> marks.add(RawEvent.replayed(epoch, now, it.id(), name)));
      return name;
    }
  }

  private static Words summary(List<Note> notes) {
    var text =
        new StringBuilder("This conversation goes on after a break. What was noted in it so far:");
    notes.stream()
        .forEach(note ->
            text.append("\n- ")
                .append(note.kind().name().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(note.text().text().strip()));
    return new Words(text.toString());
  }
}
