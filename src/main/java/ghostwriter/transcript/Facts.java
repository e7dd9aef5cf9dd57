package ghostwriter.transcript;

import ghostwriter.transcript.TranscriptEvent.Described;
import ghostwriter.transcript.TranscriptEvent.Heard;
import ghostwriter.transcript.TranscriptEvent.Part;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/// All that is known of one item. Facts only add up: in whatever order they come, the same facts
/// give the same state and words.
record Facts(
    String id,
    int epoch,
    Optional<Described> described,
    PMap<Integer, Wording> wordings,
    Marks marks,
    Optional<Standing> standing,
    int revision) {

  /// That it has a place.
  ///
  /// @param told whether readers have it
  record Standing(Instant at, boolean uncertain, boolean told) {}

  static Facts unknown(String id, int epoch) {
    return new Facts(
        id, epoch, Optional.empty(), TreePMap.empty(), Marks.NONE, Optional.empty(), 1);
  }

  Facts with(Described more) {
    Described merged = described.map(known -> merge(known, more)).orElse(more);
    return new Facts(id, epoch, Optional.of(merged), wordings, marks, standing, revision);
  }

  private static Described merge(Described known, Described more) {
    if (!more.whole()) {
      return known;
    }
    if (!known.whole()) {
      return more;
    }
    return new Described(
        known.item(),
        known.kind(),
        known.role(),
        known.label(),
        known.call(),
        true,
        known.cutOff() || more.cutOff(),
        merge(known.parts(), more.parts()));
  }

  private static List<Part> merge(List<Part> known, List<Part> more) {
    var merged = new TreeMap<Integer, Part>();
    more.forEach(part -> merged.put(part.index(), part));
    known.stream()
        .filter(part -> part.text().isPresent() || !merged.containsKey(part.index()))
        .forEach(part -> merged.put(part.index(), part));
    return new ArrayList<>(merged.values());
  }

  Facts with(Heard heard) {
    return marks.quiet() ? this : with(heard.part(), wording(heard.part()).with(heard));
  }

  Facts with(int part, Words words) {
    return with(part, wording(part).with(words));
  }

  private Wording wording(int part) {
    return wordings.getOrDefault(part, Wording.NONE);
  }

  private Facts with(int part, Wording wording) {
    return new Facts(id, epoch, described, wordings.plus(part, wording), marks, standing, revision);
  }

  Facts with(Marks changed) {
    return new Facts(id, epoch, described, wordings, changed, standing, revision);
  }

  /// With a place, on the connection that gave it.
  Facts standing(int onEpoch, Standing place) {
    return new Facts(id, onEpoch, described, wordings, marks, Optional.of(place), revision);
  }

  /// Words that change after they were settled are a new revision. Whether the item was withdrawn
  /// meanwhile makes no difference.
  Facts after(Facts before) {
    boolean reworded =
        before.isShown() && before.stateOfWords().settled() && !before.text().equals(text());
    int next = reworded ? before.revision + 1 : before.revision;
    return new Facts(id, epoch, described, wordings, marks, standing, next);
  }

  boolean isShown() {
    return standing.isPresent();
  }

  boolean isTold() {
    return standing.map(Standing::told).orElse(false);
  }

  boolean isSettled() {
    return state().settled();
  }

  /// Whether the client was heard to say it, and with which words.
  boolean isHeard() {
    return described.isPresent()
        && role() == Role.USER
        && wordings.values().stream()
            .anyMatch(wording -> wording.last().filter(words -> !words.isBlank()).isPresent());
  }

  private Role role() {
    return described.map(Described::role).orElse(Role.USER);
  }

  ItemState state() {
    return marks.deleted() ? ItemState.DELETED : stateOfWords();
  }

  /// The state but for a withdrawal.
  private ItemState stateOfWords() {
    return described
        .filter(Described::whole)
        .map(this::wholeState)
        .orElse(marks.ended() || marks.timedOut() ? ItemState.INCOMPLETE : ItemState.OPEN);
  }

  private ItemState wholeState(Described known) {
    if (known.parts().stream().anyMatch(this::lacksWords)) {
      return withoutWords();
    }
    if (known.cutOff()) {
      return ItemState.INCOMPLETE;
    }
    boolean silent = known.kind() == ItemKind.MESSAGE && text().isBlank();
    return silent ? ItemState.EMPTY : ItemState.COMPLETED;
  }

  private boolean lacksWords(Part part) {
    return part.spoken() && part.text().isEmpty() && wording(part.index()).last().isEmpty();
  }

  private ItemState withoutWords() {
    if (marks.failed()) {
      return ItemState.FAILED;
    }
    return marks.timedOut() || marks.ended() ? ItemState.TIMED_OUT : ItemState.OPEN;
  }

  Words text() {
    var parts = new TreeMap<Integer, String>();
    wordings.forEach((index, wording) -> parts.put(index, words(wording)));
    described.stream()
        .flatMap(known -> known.parts().stream())
        .forEach(part -> parts.merge(part.index(), words(part), (_, both) -> both));
    return new Words(
        parts.values().stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("\n")));
  }

  /// For what was spoken the transcription counts, for what was written the item itself.
  private String words(Part part) {
    Wording wording = wording(part.index());
    Optional<Words> best =
        part.spoken() ? wording.last().or(part::text) : part.text().or(wording::last);
    return best.map(Words::text).orElseGet(() -> words(wording));
  }

  /// Where the words could not be made out, what was guessed meanwhile is no wording.
  private String words(Wording wording) {
    return wording.last().map(Words::text).orElse(marks.failed() ? "" : wording.provisional());
  }

  FoldedItem item() {
    return new FoldedItem(
        id,
        epoch,
        described.map(Described::kind).orElse(ItemKind.MESSAGE),
        role(),
        described.map(Described::label).orElse(""),
        described.map(Described::call).orElse(""),
        state(),
        text(),
        marks.heard(),
        revision,
        standing.map(Standing::uncertain).orElse(false),
        standing.map(Standing::at).orElse(Instant.EPOCH));
  }
}
