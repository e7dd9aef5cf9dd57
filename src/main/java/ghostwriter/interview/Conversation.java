package ghostwriter.interview;

import ghostwriter.interview.Act.Standing;
import ghostwriter.interview.LineEvent.Outcome;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Decides what a live session does: a happening and the time go in, a new conversation and acts
/// come out. Pure and immutable.
///
/// What always holds: one gate for all replies, closed while a reply runs or is asked for and while
/// the client speaks or writes; a tool runs once a call; what the client typed is sent again on a
/// new line until the provider has it; each ended draft is told once.
///
/// @param wishes the replies that are owed, next first
/// @param current what the running reply was asked for
/// @param calls every tool call that was ever run
/// @param openCalls calls whose answer is not there yet
/// @param unsent what the client typed and no provider has confirmed, by our id, oldest first
record Conversation(
    Stage stage,
    Mode mode,
    Floor floor,
    List<Wish> wishes,
    List<Wish> current,
    Set<String> calls,
    Set<String> openCalls,
    Map<String, Words> unsent) {

  /// How long before the provider's own limit a line is renewed, at a quiet moment.
  static final Duration RENEWAL = Duration.ofMinutes(5);

  /// How long a stop waits for what is pending.
  static final Duration DRAIN = Duration.ofSeconds(8);

  /// @param conversation as it stands now
  /// @param acts to perform, in order
  record Step(Conversation conversation, List<Act> acts) {}

  static final Conversation NEW =
      new Conversation(
          new Stage.Paused(0),
          Mode.SELECTING,
          Floor.FREE,
          List.of(),
          List.of(),
          Set.of(),
          Set.of(),
          Map.of());

  Step on(Happening happening, Instant now) {
    var change = new Change(this, now);
    change.take(happening);
    change.speakIfFree();
    return change.step();
  }

  /// One step in the making. Used by one thread, thrown away after it.
  private static final class Change {
    private final Instant now;
    private final List<Act> acts = new ArrayList<>();
    private Stage stage;
    private Mode mode;
    private Floor floor;
    private final List<Wish> wishes;
    private List<Wish> current;
    private final Set<String> calls;
    private final Set<String> openCalls;
    private final Map<String, Words> unsent;

    private Change(Conversation from, Instant now) {
      this.now = now;
      stage = from.stage;
      mode = from.mode;
      floor = from.floor;
      wishes = new ArrayList<>(from.wishes);
      current = from.current;
      calls = new LinkedHashSet<>(from.calls);
      openCalls = new LinkedHashSet<>(from.openCalls);
      unsent = new LinkedHashMap<>(from.unsent);
    }

    private Step step() {
      return new Step(
          new Conversation(
              stage, mode, floor, List.copyOf(wishes), current, calls, openCalls, unsent),
          List.copyOf(acts));
    }

    private void take(Happening happening) {
      switch (happening) {
        case Happening.Began(Mode begun, boolean earlier) -> begin(begun, earlier);
        case Happening.OnLine(LineEvent event) -> hear(event);
        case Happening.Typed(String item, Words text) -> typed(item, text);
        case Happening.Writing() -> floor = floor.wrote(now);
        case Happening.ToolDone done -> toolDone(done);
        case Happening.DraftEnded ended -> draftEnded(ended);
        case Happening.Paused() -> pause();
        case Happening.Resumed() -> resume();
        case Happening.Stopped() -> stop();
        case Happening.Tick() -> tick();
      }
    }

    private void begin(Mode begun, boolean earlier) {
      mode = begun;
      if (!earlier) {
        wish(new Wish.Answer());
      }
      dial(1);
    }

    private void dial(int attempt) {
      stage = new Stage.Dialling(stage.epoch() + 1, attempt);
      acts.add(new Act.Show(Standing.CONNECTING, ""));
      acts.add(new Act.Dial(stage.epoch()));
    }

    private void hear(LineEvent event) {
      switch (event) {
        case LineEvent.Up up -> up(up);
        case LineEvent.Down down -> down(down);
        case LineEvent.Kept(String item) -> unsent.remove(item);
        case LineEvent.SpeechStarted() -> floor = floor.speech(true);
        case LineEvent.SpeechStopped() -> floor = floor.speech(false);
        case LineEvent.ReplyStarted(String reply, var purpose) ->
            floor = floor.begin(reply, purpose.isPresent());
        case LineEvent.Caption _ -> {}
        case LineEvent.ToolCalled(String call, String tool, String arguments) ->
            toolCalled(call, tool, arguments);
        case LineEvent.ReplyEnded ended -> replyEnded(ended);
        case LineEvent.ReplyRefused() -> refused();
        case LineEvent.Complaint _ -> {}
      }
    }

    private void up(LineEvent.Up up) {
      if (!(stage instanceof Stage.Dialling)) {
        return;
      }
      stage = new Stage.Talking(stage.epoch(), up.expiresAt());
      acts.add(new Act.Configure(mode));
      acts.add(new Act.Recall());
      unsent.forEach((item, text) -> send(new LineCommand.ClientSaid(item, text)));
      acts.add(new Act.Show(Standing.LISTENING, ""));
    }

    /// What a lost line owed is owed by the next one.
    private void down(LineEvent.Down down) {
      switch (stage) {
        case Stage.Paused _, Stage.Stopped _, Stage.Broken _, Stage.Waiting _ -> {}
        case Stage.Dialling(_, int attempt) -> lost(down, attempt + 1);
        case Stage.Talking _ -> lost(down, 1);
      }
    }

    private void lost(LineEvent.Down down, int attempt) {
      oweAgain();
      if (down.forGood()) {
        stage = new Stage.Broken(stage.epoch());
        acts.add(new Act.Show(Standing.BROKEN, down.reason()));
      } else {
        stage = new Stage.Waiting(stage.epoch(), attempt, now.plus(Stage.backOff(attempt)));
        acts.add(new Act.Show(Standing.CONNECTING, down.reason()));
      }
    }

    private void oweAgain() {
      oweCurrent();
      if (!openCalls.isEmpty()) {
        openCalls.clear();
        wish(new Wish.Answer());
      }
      floor = Floor.FREE;
    }

    private void typed(String item, Words text) {
      unsent.put(item, text);
      floor = floor.sent();
      wish(new Wish.Answer());
      if (stage instanceof Stage.Talking) {
        send(new LineCommand.ClientSaid(item, text));
      }
    }

    private void toolCalled(String call, String tool, String arguments) {
      if (calls.add(call)) {
        openCalls.add(call);
        acts.add(new Act.RunTool(call, tool, arguments));
      }
    }

    private void toolDone(Happening.ToolDone done) {
      if (!openCalls.remove(done.call())) {
        return;
      }
      if (done.mode() != mode) {
        mode = done.mode();
        acts.add(new Act.Configure(mode));
      }
      send(new LineCommand.ToolAnswered(done.call(), done.output()));
      wish(new Wish.Answer());
    }

    private void draftEnded(Happening.DraftEnded ended) {
      send(
          new LineCommand.SystemSaid(
              ended.item(), new Words("TOOL_PROGRESS::" + ended.progress().text())));
      if (ended.well()) {
        wishes.add(new Wish.Narrate(ended.seq(), ended.job(), Narration.INSTRUCTIONS));
      } else {
        acts.add(new Act.Told(ended.seq()));
      }
    }

    /// Only a reply with a purpose is one that was asked for here; the provider may begin others by
    /// itself.
    private void replyEnded(LineEvent.ReplyEnded ended) {
      floor = floor.end(ended.reply());
      if (ended.purpose().isEmpty()) {
        return;
      }
      List<Wish> answered = current;
      current = List.of();
      if (ended.outcome() == Outcome.FAILED) {
        answered.forEach(this::wishFirst);
        floor = floor.refuse(now);
      } else {
        answered.forEach(this::told);
      }
    }

    private void told(Wish wish) {
      if (wish instanceof Wish.Narrate(long seq, _, _)) {
        acts.add(new Act.Told(seq));
      }
    }

    /// Another reply runs. Where its end has come already, nobody will wake us: the gate is simply
    /// open again.
    private void refused() {
      floor = floor.refuse(now);
      oweCurrent();
    }

    private void oweCurrent() {
      current.forEach(this::wishFirst);
      current = List.of();
    }

    private void pause() {
      if (stage instanceof Stage.Stopped) {
        return;
      }
      oweAgain();
      stage = new Stage.Paused(stage.epoch());
      acts.add(new Act.HangUp());
      acts.add(new Act.Show(Standing.PAUSED, ""));
    }

    private void resume() {
      if (stage instanceof Stage.Paused || stage instanceof Stage.Broken) {
        dial(1);
      }
    }

    private void stop() {
      if (!(stage instanceof Stage.Stopped)) {
        stage = new Stage.Stopped(stage.epoch());
        acts.add(new Act.Finish(DRAIN));
        acts.add(new Act.HangUp());
        acts.add(new Act.Show(Standing.STOPPED, ""));
      }
    }

    private void tick() {
      if (floor.hasLapsed(now)) {
        refused();
      }
      if (stage instanceof Stage.Waiting(_, int attempt, Instant until) && !now.isBefore(until)) {
        dial(attempt);
      } else if (isToBeRenewed()) {
        acts.add(new Act.HangUp());
        dial(1);
      }
    }

    private boolean isToBeRenewed() {
      return stage instanceof Stage.Talking(_, var expiresAt)
          && expiresAt.filter(end -> now.isAfter(end.minus(RENEWAL))).isPresent()
          && floor.isFree(now)
          && openCalls.isEmpty();
    }

    private void wish(Wish wish) {
      if (!wishes.contains(wish)) {
        wishes.add(wish);
      }
    }

    private void wishFirst(Wish wish) {
      wishes.remove(wish);
      wishes.addFirst(wish);
    }

    private void send(LineCommand command) {
      acts.add(new Act.Send(command));
    }

    /// The gate: everything that lets the assistant speak passes here. What the client is owed
    /// comes before news.
    private void speakIfFree() {
      if (wishes.isEmpty()
          || !(stage instanceof Stage.Talking)
          || !floor.isFree(now)
          || !openCalls.isEmpty()) {
        return;
      }
      Wish next =
          wishes.stream()
              .filter(Wish.Answer.class::isInstance)
              .findFirst()
              .orElse(wishes.getFirst());
      wishes.remove(next);
      current = List.of(next);
      floor = floor.ask(now);
      send(next.reply());
    }
  }
}
