package ghostwriter.interview;

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
import java.util.Set;

/// What a new line is told of the conversation so far: what was noted, and the last turns word for
/// word under names of their own. Pure.
///
/// @param marks say whose words the replayed ones are; to be stored before anything is sent
record Recollection(List<RawEvent> marks, List<LineCommand> commands) {
  static final Recollection NOTHING = new Recollection(List.of(), List.of());

  private static final int TURNS = 24;
  private static final int CHARACTERS = 12_000;

  /// How many notes are told, the newest.
  static final int NOTES = 40;

  /// @param unsent items that will be sent by themselves
  static Recollection of(Fold fold, List<Note> notes, Set<String> unsent, int epoch, Instant now) {
    List<FoldedItem> turns =
        lastTurns(
            fold.items().stream()
                .filter(item -> isSpoken(item) && !unsent.contains(item.id()))
                .toList());
    if (turns.isEmpty()) {
      return NOTHING;
    }
    List<RawEvent> marks = new ArrayList<>();
    List<LineCommand> commands = new ArrayList<>();
    if (!notes.isEmpty()) {
      commands.add(new LineCommand.SystemSaid("notes_" + epoch, summary(notes)));
    }
    for (FoldedItem turn : turns) {
      String name = "replay_" + epoch + "_" + marks.size();
      marks.add(RawEvent.replayed(epoch, now, turn.id(), name));
      commands.add(new LineCommand.Replay(name, turn.role() == Role.USER, turn.text()));
    }
    return new Recollection(marks, commands);
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

  /// The newest, as many as fit.
  private static List<FoldedItem> lastTurns(List<FoldedItem> spoken) {
    int from = spoken.size();
    int characters = 0;
    while (from > 0 && spoken.size() - from < TURNS) {
      characters += spoken.get(from - 1).text().text().length();
      if (characters > CHARACTERS && from < spoken.size()) {
        break;
      }
      from--;
    }
    return spoken.subList(from, spoken.size());
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
