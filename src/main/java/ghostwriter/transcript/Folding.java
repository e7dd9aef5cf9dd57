package ghostwriter.transcript;

import ghostwriter.transcript.Facts.Standing;
import ghostwriter.transcript.Fold.Parked;
import ghostwriter.transcript.Sequence.Spot;
import ghostwriter.transcript.TranscriptChange.ItemAmended;
import ghostwriter.transcript.TranscriptChange.ItemDeleted;
import ghostwriter.transcript.TranscriptChange.ItemPlaced;
import ghostwriter.transcript.TranscriptChange.ItemSettled;
import ghostwriter.transcript.TranscriptChange.ItemTold;
import ghostwriter.transcript.TranscriptEvent.ConnectionEnded;
import ghostwriter.transcript.TranscriptEvent.Deleted;
import ghostwriter.transcript.TranscriptEvent.Described;
import ghostwriter.transcript.TranscriptEvent.Heard;
import ghostwriter.transcript.TranscriptEvent.NotUnderstood;
import ghostwriter.transcript.TranscriptEvent.OutOfBand;
import ghostwriter.transcript.TranscriptEvent.Place;
import ghostwriter.transcript.TranscriptEvent.Placed;
import ghostwriter.transcript.TranscriptEvent.Replayed;
import ghostwriter.transcript.TranscriptEvent.SessionEnded;
import ghostwriter.transcript.TranscriptEvent.TimedOut;
import ghostwriter.transcript.TranscriptEvent.Truncated;
import ghostwriter.transcript.TranscriptEvent.Worded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.pcollections.HashPMap;
import org.pcollections.OrderedPSet;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/// The work on one raw event: takes a fold apart, changes it, and puts a new one together. Used
/// once, by one thread.
final class Folding {
  private final int epoch;
  private final Instant at;
  private final List<TranscriptChange> changes = new ArrayList<>();
  private HashPMap<String, Facts> facts;
  private Sequence sequence;
  private PMap<Spot, String> replays;
  private OrderedPSet<Parked> parked;
  private TreePMap<Long, String> untold;
  private OrderedPSet<String> pending;

  Folding(Fold before, int epoch, Instant at) {
    this.epoch = epoch;
    this.at = at;
    facts = before.facts;
    sequence = before.sequence.opened(epoch);
    replays = before.replays;
    parked = before.parked;
    untold = before.untold;
    pending = before.pending;
  }

  Fold.Step fold(List<TranscriptEvent> events) {
    events.forEach(this::apply);
    return new Fold.Step(now(), changes);
  }

  private Fold now() {
    return new Fold(facts, sequence, replays, parked, untold, pending);
  }

  private void apply(TranscriptEvent event) {
    switch (event) {
      case Placed(var item, var place) -> place(new Spot(epoch, item), place);
      case Described it -> learn(it.item(), known -> known.with(it));
      case Heard it -> learn(it.item(), known -> known.with(it));
      case Worded(var item, var part, var text) -> learn(item, known -> known.with(part, text));
      case NotUnderstood(var item) -> learn(item, known -> known.with(known.marks().failing()));
      case TimedOut(var item) -> giveUpOn(item);
      case Truncated(var item, var heard) ->
          mark(item, known -> known.with(known.marks().truncating(heard)));
      case Deleted(var item) -> mark(item, known -> known.with(known.marks().deleting()));
      case Replayed(var original, var item) -> replay(original, new Spot(epoch, item));
      case OutOfBand(var items) -> items.forEach(this::forget);
      case ConnectionEnded _ -> end(it -> it == epoch);
      case SessionEnded _ -> end(_ -> true);
    }
  }

  private void learn(String id, UnaryOperator<Facts> lesson) {
    if (!replays.containsKey(new Spot(epoch, id))) {
      change(id, lesson);
    }
  }

  private void change(String id, UnaryOperator<Facts> lesson) {
    Facts before = Optional.ofNullable(facts.get(id)).orElseGet(() -> unknown(id));
    Facts after = lesson.apply(before).after(before);
    facts = facts.plus(id, after);
    if (after.isShown()) {
      announce(before, after);
    }
  }

  private Facts unknown(String id) {
    pending = pending.plus(id);
    return Facts.unknown(id, epoch);
  }

  /// What happens to an item that nobody has heard of leaves no trace.
  private void mark(String id, UnaryOperator<Facts> marking) {
    if (facts.containsKey(id)) {
      learn(id, marking);
    }
  }

  private void announce(Facts before, Facts after) {
    if (after.marks().deleted() && !before.marks().deleted()) {
      changes.add(new ItemDeleted(after.item()));
    } else if (after.isSettled() && !before.isSettled()) {
      changes.add(new ItemSettled(after.item()));
    } else if (!after.item().equals(before.item())) {
      changes.add(new ItemAmended(after.item()));
    }
    if (after.isTold() && after.revision() > before.revision() && !after.marks().deleted()) {
      changes.add(new ItemTold(after.item()));
    }
    tell();
  }

  /// Hands out what is settled with nothing open before it.
  private void tell() {
    while (!untold.isEmpty()) {
      Map.Entry<Long, String> first = untold.firstEntry();
      Facts item = known(first.getValue());
      if (!item.isSettled()) {
        return;
      }
      untold = untold.minus(first.getKey());
      Standing standing = item.standing().orElseThrow();
      facts =
          facts.plus(
              item.id(),
              item.standing(item.epoch(), new Standing(standing.at(), standing.uncertain(), true)));
      if (!item.marks().deleted()) {
        changes.add(new ItemTold(item.item()));
      }
    }
  }

  private Facts known(String id) {
    return Optional.ofNullable(facts.get(id)).orElseThrow();
  }

  /// The first place an item is given stays its place.
  private void place(Spot spot, Place place) {
    if (sequence.has(spot)) {
      return;
    }
    switch (place) {
      case Place.First _ -> insert(Spot.beginning(epoch), spot, false);
      case Place.Last _ -> insert(sequence.endOf(spot.epoch()).orElseThrow(), spot, false);
      case Place.Somewhere _ -> {
        if (parked.stream().noneMatch(it -> it.spot().equals(spot))) {
          insertLast(spot);
        }
      }
      case Place.After(var previous) ->
          spotOf(spot.epoch(), previous)
              .ifPresentOrElse(it -> insert(it, spot, false), () -> park(spot, previous));
    }
  }

  /// Where an item stands, seen from a connection.
  private Optional<Spot> spotOf(int fromEpoch, String item) {
    Spot here = new Spot(fromEpoch, item);
    return sequence.has(here)
        ? Optional.of(here)
        : Optional.ofNullable(facts.get(item))
            .map(known -> new Spot(known.epoch(), item))
            .filter(sequence::has);
  }

  private void park(Spot spot, String previous) {
    parked = parked.plus(new Parked(spot.epoch(), spot.item(), previous));
    if (!facts.containsKey(spot.item())) {
      facts = facts.plus(spot.item(), unknown(spot.item()));
    }
  }

  private void insertLast(Spot spot) {
    Spot last = sequence.endOf(spot.epoch()).orElseThrow();
    // The first item of a connection can only stand at its beginning.
    insert(last, spot, !last.isBeginning());
  }

  private void insert(Spot previous, Spot spot, boolean uncertain) {
    Sequence before = sequence;
    sequence = sequence.after(previous, spot);
    if (sequence.number(previous) != before.number(previous)) {
      renumber();
    }
    parked = without(spot);
    show(spot, uncertain);
    parked.stream()
        .filter(it -> it.epoch() == spot.epoch() && it.after().equals(spot.item()))
        .forEach(it -> insert(spot, it.spot(), false));
  }

  private OrderedPSet<Parked> without(Spot spot) {
    return parked.minusAll(parked.stream().filter(it -> it.spot().equals(spot)).toList());
  }

  /// An item that already has a place on an earlier connection is only told again.
  private void show(Spot spot, boolean uncertain) {
    if (replays.containsKey(spot)) {
      return;
    }
    Facts known = Optional.ofNullable(facts.get(spot.item())).orElseGet(() -> unknown(spot.item()));
    if (known.isShown()) {
      replays = replays.plus(spot, spot.item());
      return;
    }
    Facts standing = known.standing(spot.epoch(), new Standing(at, uncertain, false));
    facts = facts.plus(spot.item(), standing);
    pending = pending.minus(spot.item());
    untold = untold.plus(sequence.number(spot), spot.item());
    changes.add(new ItemPlaced(standing.item(), shownBefore(spot)));
    if (standing.isSettled()) {
      changes.add(new ItemSettled(standing.item()));
    }
    tell();
  }

  private Optional<String> shownBefore(Spot spot) {
    Fold fold = now();
    Optional<Spot> before = sequence.before(spot);
    while (before.isPresent() && fold.shown(before.get()).isEmpty()) {
      before = sequence.before(before.get());
    }
    return before.map(Spot::item);
  }

  private void renumber() {
    TreePMap<Long, String> renumbered = TreePMap.empty();
    for (String id : untold.values()) {
      renumbered = renumbered.plus(sequence.number(new Spot(known(id).epoch(), id)), id);
    }
    untold = renumbered;
  }

  private void replay(String original, Spot spot) {
    if (!sequence.has(spot)) {
      replays = replays.plus(spot, firstName(original));
    }
  }

  /// The original may itself be named as a later connection knew it.
  private String firstName(String name) {
    return replays.entrySet().stream()
        .filter(it -> it.getKey().item().equals(name) && !it.getValue().equals(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(name);
  }

  private void giveUpOn(String item) {
    if (facts.containsKey(item)) {
      settleParked(it -> it.item().equals(item));
      learn(item, known -> known.with(known.marks().timingOut()));
    }
  }

  private void settleParked(Predicate<Parked> which) {
    parked.stream()
        .filter(which)
        .map(Parked::spot)
        .filter(spot -> !sequence.has(spot))
        .forEach(this::insertLast);
  }

  /// Nothing more comes from these connections.
  private void end(IntPredicate epochs) {
    settleParked(it -> epochs.test(it.epoch()));
    pending.stream().filter(id -> epochs.test(known(id).epoch())).forEach(this::keepWhatWasHeard);
    untold.values().stream()
        .filter(id -> epochs.test(known(id).epoch()))
        .forEach(id -> change(id, known -> known.with(known.marks().ending())));
  }

  /// What has no place was never part of the conversation, but for what the client was heard to
  /// say.
  private void keepWhatWasHeard(String id) {
    Facts item = known(id);
    if (item.isHeard()) {
      insertLast(new Spot(item.epoch(), id));
    } else {
      forget(id);
    }
  }

  private void forget(String id) {
    if (pending.contains(id)) {
      pending = pending.minus(id);
      facts = facts.minus(id);
    }
  }
}
