package ghostwriter.interview;

import static ghostwriter.interview.Conversation.FAILURES;

import ghostwriter.interview.Conversation.Step;
import ghostwriter.interview.LineEvent.Outcome;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// One step of a conversation in the making. Used by one thread, thrown away after it.
final class Deliberation {
  private final Instant now;
  private final List<Act> acts = new ArrayList<>();
  private Stage stage;
  private Mode mode;
  private Floor floor;
  private final List<Wish> wishes;
  private List<Wish> current;
  private final Set<String> calls;
  private final Set<String> openCalls;
  private final Set<String> mentioned;
  private final Map<String, LineCommand> unsent;
  private long heard;
  private int failures;

  Deliberation(Conversation from, Instant now) {
    this.now = now;
    stage = from.stage();
    mode = from.mode();
    floor = from.floor();
    wishes = new ArrayList<>(from.wishes());
    current = from.current();
    calls = new LinkedHashSet<>(from.calls());
    openCalls = new LinkedHashSet<>(from.openCalls());
    mentioned = new LinkedHashSet<>(from.mentioned());
    unsent = new LinkedHashMap<>(from.unsent());
    heard = from.heard();
    failures = from.failures();
  }

  private Step step() {
    return new Step(
        new Conversation(
            stage,
            mode,
            floor,
            List.copyOf(wishes),
            current,
            calls,
            openCalls,
            mentioned,
            unsent,
            heard,
            failures),
        List.copyOf(acts));
  }

  /// What is said and done about a happening.
  Step on(Happening happening) {
    take(happening);
    speakIfFree();
    return step();
  }

  private void take(Happening happening) {
    switch (happening) {
      case Happening.Began(Mode begun, boolean owed) -> begin(begun, owed);
      case Happening.OnLine(LineEvent event) -> hear(event);
      case Happening.Typed(String item, Words text) -> typed(item, text);
      case Happening.Writing() -> floor = floor.wrote(now);
      case Happening.ToolDone done -> toolDone(done);
      case Happening.DraftEnded ended -> draftEnded(ended);
      case Happening.Paused(String why) -> pause(why);
      case Happening.Stopping() -> close();
      case Happening.Stopped() -> stop();
      case Happening.Tick() -> tick();
    }
  }

  private void begin(Mode begun, boolean owed) {
    if (!(stage instanceof Stage.Paused || stage instanceof Stage.Broken)) {
      return;
    }
    mode = begun;
    if (owed) {
      wish(new Wish.Answer());
    }
    show(Standing.CONNECTING, "");
    dial(1);
  }

  private void dial(int attempt) {
    // Calls are named by the line they came over.
    calls.clear();
    mentioned.clear();
    stage = new Stage.Dialling(stage.epoch() + 1, attempt);
    acts.add(new Act.Dial(stage.epoch()));
  }

  private void show(Standing standing, String sentence) {
    acts.add(new Act.Show(standing, sentence));
  }

  private void hear(LineEvent event) {
    switch (event) {
      case LineEvent.Up up -> up(up);
      case LineEvent.Down down -> down(down);
      case LineEvent.Kept(String item) -> unsent.remove(item);
      case LineEvent.SpeechStarted() -> floor = floor.speech(true);
      case LineEvent.SpeechStopped() -> floor = floor.speech(false);
      case LineEvent.ReplyStarted(String reply, var purpose) ->
          floor = floor.begin(reply, purpose.isPresent(), now);
      case LineEvent.Caption _ -> {}
      case LineEvent.Said _ -> said();
      case LineEvent.ToolCalled(String call, String tool, String arguments) ->
          toolCalled(call, tool, arguments);
      case LineEvent.ReplyEnded ended -> replyEnded(ended);
      case LineEvent.ReplyRefused() -> refused();
      case LineEvent.Complaint _ -> {}
    }
  }

  private void up(LineEvent.Up up) {
    if (!(stage instanceof Stage.Dialling(int epoch, int attempt))) {
      return;
    }
    stage = new Stage.Talking(epoch, attempt, now, up.expiresAt());
    acts.add(new Act.Configure(mode));
    acts.add(new Act.Recall());
    unsent.values().forEach(this::send);
    show(Standing.LISTENING, "");
  }

  /// What a lost line owed is owed by the next one.
  private void down(LineEvent.Down down) {
    switch (stage) {
      case Stage.Paused _, Stage.Closing _, Stage.Stopped _, Stage.Broken _, Stage.Waiting _ -> {}
      case Stage.Dialling(_, int attempt) -> lost(down, attempt + 1);
      case Stage.Talking talking -> lost(down, talking.nextAttempt(now));
    }
  }

  private void lost(LineEvent.Down down, int attempt) {
    oweAgain();
    if (down.forGood()) {
      stage = new Stage.Broken(stage.epoch());
      show(Standing.BROKEN, down.reason());
    } else {
      stage = new Stage.Waiting(stage.epoch(), attempt, now.plus(Stage.backOff(attempt)));
      show(Standing.CONNECTING, down.reason());
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
    floor = floor.sent();
    failures = 0;
    wish(new Wish.Answer());
    add(item, new LineCommand.ClientSaid(item, text));
  }

  /// Kept until the provider confirms it: a line may be lost with what is on its way.
  private void add(String item, LineCommand command) {
    unsent.put(item, command);
    if (stage instanceof Stage.Talking) {
      send(command);
    }
  }

  /// What was said to its end is owed no more, even where the line is lost before the reply's end.
  private void said() {
    if (stage instanceof Stage.Talking talking) {
      stage = talking.proven();
    }
    List<Wish> fulfilled = current;
    current = List.of();
    if (fulfilled.stream().anyMatch(Wish.Narrate.class::isInstance)) {
      tellSoFar();
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
    if (ended.seq() <= heard) {
      return;
    }
    heard = ended.seq();
    var progress =
        new LineCommand.SystemSaid(
            ended.item(), new Words("TOOL_PROGRESS::" + ended.progress().text()));
    if (ended.well()) {
      wishes.add(
          new Wish.Narrate(
              ended.seq(), ended.job(), progress, Narration.instructions(ended.progress())));
    } else {
      add(ended.item(), progress);
      tellSoFar();
    }
  }

  /// What is still to be narrated must be found again after a crash, so nothing behind it counts as
  /// told.
  private void tellSoFar() {
    long next =
        Stream.concat(current.stream(), wishes.stream())
            .filter(Wish.Narrate.class::isInstance)
            .mapToLong(wish -> ((Wish.Narrate) wish).seq())
            .min()
            .orElse(heard + 1);
    acts.add(new Act.Told(next - 1));
  }

  /// Only a reply with a purpose is one that was asked for here; the provider may begin others by
  /// itself.
  private void replyEnded(LineEvent.ReplyEnded ended) {
    floor = floor.end(ended.reply());
    if (ended.purpose().isEmpty()) {
      return;
    }
    if (ended.outcome() == Outcome.FAILED) {
      failed();
      return;
    }
    failures = 0;
    said();
  }

  /// Later and later, and not for ever: whoever cannot answer now may be out of order or money.
  private void failed() {
    failures++;
    if (failures < FAILURES) {
      oweCurrent();
      floor = floor.hold(now.plus(Stage.backOff(failures)));
    } else {
      floor = floor.hold(now);
      current = List.of();
      wishes.removeIf(Wish.Answer.class::isInstance);
      show(
          Standing.LISTENING,
          "The assistant cannot answer just now; what you said is kept. Write again in a while.");
    }
  }

  /// Another reply runs. Where its end has come already, nobody will wake us: the gate is simply
  /// open again.
  private void refused() {
    floor = floor.hold(now.plus(Floor.PAUSE));
    oweCurrent();
  }

  private void oweCurrent() {
    current.forEach(this::wishFirst);
    current = List.of();
  }

  private void pause(String why) {
    if (stage instanceof Stage.Stopped || stage instanceof Stage.Closing) {
      return;
    }
    oweAgain();
    stage = new Stage.Paused(stage.epoch());
    acts.add(new Act.HangUp());
    show(Standing.PAUSED, why);
  }

  /// Nothing more is begun; what is on its way may still arrive.
  private void close() {
    wishes.clear();
    current = List.of();
    if (stage instanceof Stage.Talking && floor.reply().isPresent()) {
      send(new LineCommand.Hush());
    }
    stage = new Stage.Closing(stage.epoch());
  }

  private void stop() {
    if (!(stage instanceof Stage.Stopped)) {
      stage = new Stage.Stopped(stage.epoch());
      acts.add(new Act.Finish());
      acts.add(new Act.HangUp());
      show(Standing.STOPPED, "");
    }
  }

  private void tick() {
    if (floor.isStuck(now)) {
      send(new LineCommand.Hush());
      floor = floor.end(floor.reply().orElseThrow().id());
      refused();
    } else if (floor.hasLapsed(now)) {
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
    return stage instanceof Stage.Talking talking
        && talking.isOld(now)
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

  /// The gate: everything that lets the assistant speak passes here. What the client is owed comes
  /// before news.
  private void speakIfFree() {
    if (wishes.isEmpty()
        || !(stage instanceof Stage.Talking)
        || !floor.isFree(now)
        || !openCalls.isEmpty()) {
      return;
    }
    Wish next =
        wishes.stream().filter(Wish.Answer.class::isInstance).findFirst().orElse(wishes.getFirst());
    wishes.remove(next);
    current = List.of(next);
    floor = floor.ask(now);
    mention(next);
    send(next.reply());
  }

  /// News reaches the line no sooner than it is to be told: an answer that is asked for meanwhile
  /// would be about it.
  private void mention(Wish wish) {
    if (wish instanceof Wish.Narrate news && mentioned.add(news.item())) {
      send(news.progress());
    }
  }
}
