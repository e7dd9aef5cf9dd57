package ghostwriter.interview;

import ghostwriter.interview.Conversation.Step;
import ghostwriter.interview.LineEvent.Outcome;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;

/// One step of a conversation in the making. Used by one thread, thrown away after it.
final class Deliberation {
  private final Instant now;
  private final List<Act> acts = new ArrayList<>();
  private Stage stage;
  private Mode mode;
  private Speaking speaking;
  private final Set<String> calls;
  private final Set<String> openCalls;
  private final Set<String> mentioned;
  private Outbox outbox;
  private long heard;

  Deliberation(Conversation from, Instant now) {
    this.now = now;
    stage = from.stage();
    mode = from.mode();
    speaking = from.speaking();
    calls = new LinkedHashSet<>(from.calls());
    openCalls = new LinkedHashSet<>(from.openCalls());
    mentioned = new LinkedHashSet<>(from.mentioned());
    outbox = from.outbox();
    heard = from.heard();
  }

  private Step step() {
    return new Step(
        new Conversation(stage, mode, speaking, calls, openCalls, mentioned, outbox, heard),
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
      case Happening.Writing() -> speaking = speaking.with(speaking.floor().wrote(now));
      case Happening.ToolDone done -> toolDone(done);
      case Happening.Moved(Mode to) -> move(to);
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
      speaking = speaking.wish(new Wish.Answer());
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
      case LineEvent.Kept(String item) -> kept(item);
      case LineEvent.Rejected(String item) -> rejected(item);
      case LineEvent.SpeechStarted() -> speaking = speaking.with(speaking.floor().speech(true));
      case LineEvent.SpeechStopped() -> speaking = speaking.with(speaking.floor().speech(false));
      case LineEvent.ReplyStarted(String reply, var purpose) ->
          speaking = speaking.with(speaking.floor().begin(reply, purpose.isPresent(), now));
      case LineEvent.Caption _ -> speaking = speaking.with(speaking.owed().begun());
      case LineEvent.Said _ -> said();
      case LineEvent.ToolCalled(String call, String tool, String arguments) ->
          toolCalled(call, tool, arguments);
      case LineEvent.ReplyEnded ended -> replyEnded(ended);
      case LineEvent.ReplyRefused() -> speaking = speaking.refused(now);
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
    outbox.commands().forEach(this::send);
    show(Standing.LISTENING, "");
    speaking = speaking.excuse(false);
  }

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
    speaking = speaking.lineLost();
    if (!openCalls.isEmpty()) {
      openCalls.clear();
      speaking = speaking.wish(new Wish.Answer());
    }
  }

  private void typed(String item, Words text) {
    speaking = speaking.typed();
    add(item, new Outbox.Parcel(new LineCommand.ClientSaid(item, text), 0));
  }

  private void add(String item, Outbox.Parcel parcel) {
    outbox = outbox.with(item, parcel);
    if (stage instanceof Stage.Talking) {
      send(parcel.command());
    }
  }

  private void kept(String item) {
    boolean news = outbox.isNews(item);
    outbox = outbox.without(item);
    if (news) {
      tellSoFar();
    }
  }

  /// What was said is said, whether or not the assistant can take it in.
  private void rejected(String item) {
    outbox
        .words()
        .filter(said -> said.item().equals(item))
        .findFirst()
        .ifPresent(said -> {
          acts.add(new Act.Keep(said));
          excuse(
              "The assistant could not take in what you wrote last; it is kept for the book. Say it"
                  + " again in other words, or in parts.");
        });
    kept(item);
  }

  private void excuse(String sentence) {
    show(Standing.LISTENING, sentence);
    speaking = speaking.excuse(true);
  }

  /// What was said to its end is owed no more, even where the line is lost before the reply's end.
  private void said() {
    if (stage instanceof Stage.Talking talking) {
      stage = talking.proven();
    }
    boolean narrated = speaking.owed().narrates();
    speaking = speaking.with(speaking.owed().done());
    if (narrated) {
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
    move(done.mode());
    send(new LineCommand.ToolAnswered(done.call(), done.output()));
    speaking = speaking.wish(new Wish.Answer());
  }

  private void move(Mode to) {
    if (to != mode) {
      mode = to;
      if (stage instanceof Stage.Talking) {
        acts.add(new Act.Configure(mode));
      }
    }
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
      speaking =
          speaking.wish(
              new Wish.Narrate(
                  ended.seq(), ended.job(), progress, Narration.instructions(ended.progress())));
    } else {
      add(ended.item(), new Outbox.Parcel(progress, ended.seq()));
    }
  }

  /// What is still to be told must be found again after a crash, so nothing behind it counts as
  /// told.
  private void tellSoFar() {
    long next = LongStream.concat(speaking.owed().news(), outbox.news()).min().orElse(heard + 1);
    acts.add(new Act.Told(next - 1));
  }

  /// Only a reply with a purpose is one that was asked for here; the provider may begin others by
  /// itself.
  private void replyEnded(LineEvent.ReplyEnded ended) {
    speaking = speaking.with(speaking.floor().end(ended.reply()));
    if (ended.purpose().isEmpty()) {
      return;
    }
    if (ended.outcome() == Outcome.FAILED) {
      failed();
    } else if (ended.outcome() == Outcome.COMPLETED || !isUnheardNews()) {
      wentWell();
    } else if (ended.outcome() == Outcome.CANCELLED) {
      speaking = speaking.refused(now);
    } else {
      failed();
    }
  }

  /// Whether the sentence on a draft was cut off before the client heard any of it.
  private boolean isUnheardNews() {
    return speaking.owed().narrates() && !speaking.owed().heard();
  }

  private void wentWell() {
    speaking = speaking.wentOn();
    if (speaking.excused()) {
      speaking = speaking.excuse(false);
      show(Standing.LISTENING, "");
    }
    said();
  }

  private void failed() {
    speaking = speaking.failed(now);
    if (speaking.isAtItsEnd() && !speaking.excused()) {
      excuse(
          "The assistant cannot answer just now; what you said is kept. Write again in a while.");
    }
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
    speaking = speaking.with(Owed.NOTHING);
    if (stage instanceof Stage.Talking && speaking.floor().reply().isPresent()) {
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
    Floor floor = speaking.floor();
    if (floor.isStuck(now)) {
      send(new LineCommand.Hush());
      speaking = speaking.with(floor.end(floor.reply().orElseThrow().id())).refused(now);
    } else if (floor.hasLapsed(now)) {
      speaking = speaking.refused(now);
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
        && speaking.floor().isFree(now)
        && openCalls.isEmpty();
  }

  private void send(LineCommand command) {
    acts.add(new Act.Send(command));
  }

  /// The gate: everything that lets the assistant speak passes here.
  private void speakIfFree() {
    if (stage instanceof Stage.Talking && openCalls.isEmpty() && speaking.mayAsk(now)) {
      speaking = speaking.ask(now);
      Wish wish = speaking.owed().current().orElseThrow();
      mention(wish);
      send(wish.reply());
    }
  }

  /// News reaches the line no sooner than it is to be told: an answer that is asked for meanwhile
  /// would be about it.
  private void mention(Wish wish) {
    if (wish instanceof Wish.Narrate news && mentioned.add(news.item())) {
      send(news.progress());
    }
  }
}
