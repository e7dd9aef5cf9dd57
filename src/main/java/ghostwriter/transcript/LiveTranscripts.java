package ghostwriter.transcript;

import ghostwriter.transcript.ItemStore.Shelf;
import ghostwriter.transcript.SessionStore.Held;
import ghostwriter.transcript.TranscriptChange.ItemPlaced;
import ghostwriter.transcript.TranscriptChange.ItemTold;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes raw events in: they are stored first, then folded, then the rows of the items they changed
/// are brought up to date. All within the caller's transaction.
final class LiveTranscripts {
  private final SessionStore sessions;
  private final RawEventStore events;
  private final ItemStore items;
  private final Folds folds;

  LiveTranscripts(SessionStore sessions, RawEventStore events, ItemStore items) {
    this.sessions = sessions;
    this.events = events;
    this.items = items;
    this.folds = new Folds(events);
  }

  /// @param mode null leaves the session's mode
  /// @throws SessionClosed where nothing can be said in it
  Appended append(SessionId session, List<RawEvent> more, @Nullable Mode mode, Instant now) {
    Held held =
        sessions.advance(session, more.size(), mode).orElseThrow(() -> new SessionClosed(session));
    long before = held.events() - more.size();
    Fold fold = folds.at(session, before);
    events.add(session, before + 1, more);
    List<TranscriptChange> changes = new ArrayList<>();
    for (RawEvent event : more) {
      Fold.Step step = fold.on(event);
      changes.addAll(step.changes());
      fold = step.fold();
    }
    if (held.project().isPresent()) {
      var shelf = new Shelf(held.project().get(), session, held.mode(), held.dictionary());
      write(shelf, held.told(), changes, now);
    }
    folds.keepAfterCommit(session, held.events(), fold);
    return new Appended(held.events(), changes);
  }

  private void write(Shelf shelf, int told, List<TranscriptChange> changes, Instant now) {
    Outcome outcome = Outcome.of(changes, told);
    for (TranscriptChange change : changes) {
      if (change instanceof ItemPlaced(var item, var after)) {
        FoldedItem asItIs = outcome.items().getOrDefault(item.id(), item);
        items.insert(shelf, asItIs, after, outcome.told().get(item.id()));
      }
    }
    outcome.items().values().stream()
        .filter(item -> item.state().settled() && !outcome.placed().contains(item.id()))
        .forEach(item -> items.update(shelf, item, outcome.told().get(item.id()), now));
    if (outcome.lastTold() > told) {
      sessions.tell(shelf.session(), outcome.lastTold());
    }
  }

  /// What a row of changes comes to, item by item.
  private record Outcome(
      Map<String, FoldedItem> items, Set<String> placed, Map<String, Integer> told, int lastTold) {
    static Outcome of(List<TranscriptChange> changes, int toldBefore) {
      Map<String, FoldedItem> items = new LinkedHashMap<>();
      Set<String> placed = new HashSet<>();
      Map<String, Integer> told = new HashMap<>();
      int number = toldBefore;
      for (TranscriptChange change : changes) {
        items.put(change.item().id(), change.item());
        if (change instanceof ItemPlaced) {
          placed.add(change.item().id());
        } else if (change instanceof ItemTold) {
          told.put(change.item().id(), ++number);
        }
      }
      return new Outcome(items, placed, told, number);
    }
  }

  /// Gives a session to a project, with all that was said in it so far.
  AssignResult assign(SessionId session, ProjectId project, String dictionary) {
    Held held = sessions.advance(session, 0, null).orElseThrow(() -> new SessionClosed(session));
    if (held.project().isPresent()) {
      return new AssignResult.AlreadyAssigned(held.project().get());
    }
    Fold fold = folds.at(session, held.events());
    Map<String, Integer> told = new HashMap<>();
    fold.items().stream()
        .filter(item -> fold.isTold(item.id()))
        .forEach(item -> told.put(item.id(), told.size() + 1));
    sessions.assign(session, project, dictionary);
    items.insertAll(new Shelf(project, session, Mode.SELECTING, dictionary), fold.items(), told);
    sessions.tell(session, told.size());
    return new AssignResult.Assigned(fold.items().size());
  }

  /// The fold that appends have been made to: what the live view was told.
  Fold fold(LiveSession session) {
    return folds.read(session.id(), session.events());
  }

  /// The fold of what is stored, from the first event on.
  Fold refold(LiveSession session) {
    return events.fold(session.id(), Fold.start(), 0, session.events());
  }

  void close(SessionId session, Instant now) {
    sessions.finish(session, now);
    folds.forgetAfterCommit(session);
  }
}
