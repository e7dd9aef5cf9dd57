package ghostwriter.interview;

import ghostwriter.transcript.Fold;
import ghostwriter.transcript.FoldedItem;
import ghostwriter.transcript.Mode;
import ghostwriter.transcript.RawEvent;
import ghostwriter.transcript.Role;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a turn of what a session's mailbox, its inbox, its project's feed and the clock bring.
/// Used by the session's thread.
final class Inlet {
  /// How long a session without a word from the client stays connected.
  static final Duration IDLE = Duration.ofMinutes(30);

  /// How long a stop waits for what is pending.
  static final Duration DRAIN = Duration.ofSeconds(8);

  /// How long the words of an item are waited for.
  static final Duration TRANSCRIPTION = Duration.ofSeconds(30);

  /// How often to look for words that are late.
  private static final Duration LATE_LOOK = Duration.ofSeconds(1);

  private final SessionId id;
  private final Surroundings around;
  private final OpenLine line;
  private final Retry retry;
  private @Nullable Narrator narrator;
  private long lastCommand;
  private Optional<Instant> wroteAt = Optional.empty();
  private Instant lastActive;
  private Optional<Instant> closingUntil = Optional.empty();
  private long stopCommand;
  private boolean mayBeOpen = true;
  private Instant lookedForLate = Instant.EPOCH;

  Inlet(SessionId id, Surroundings around, OpenLine line, Retry retry) {
    this.id = id;
    this.around = around;
    this.line = line;
    this.retry = retry;
    this.lastActive = now();
  }

  private Instant now() {
    return around.clock().instant();
  }

  /// Follows a project's feed from now on; a session has one project for ever.
  void follow(ProjectId project) {
    if (narrator == null) {
      long told =
          retry.untilItWorks(
              () -> around.interviews().find(id).map(InterviewStore.Row::toldSeq).orElse(0L));
      narrator = new Narrator(around.feed(), around.json(), project, told);
    }
  }

  /// Whether it waits for the last words before the end.
  boolean closing() {
    return closingUntil.isPresent();
  }

  /// What is to be done about these.
  Turn collect(List<Mail> mails, Conversation conversation, Performer performer) {
    var draft = new Turn.Draft();
    boolean wasClosing = closing();
    boolean look = false;
    for (Mail mail : mails) {
      switch (mail) {
        case Mail.OnLine onLine -> hear(onLine, draft);
        case Mail.Look() -> look = true;
        case Mail.Leave() -> {}
      }
    }
    if (look) {
      look(draft, conversation, performer);
    }
    draft.add(new Happening.Tick());
    // What was typed just before a stop is sent by the turn that takes both in: nothing is over
    // yet.
    if (wasClosing || !closing()) {
      watchTheTime(draft, conversation);
    }
    return draft.turn();
  }

  private void hear(Mail.OnLine mail, Turn.Draft draft) {
    if (!line.carries(mail)) {
      return;
    }
    Frame frame = mail.frame();
    frame
        .message()
        .ifPresent(message -> {
          draft.add(RawEvent.of(mail.epoch(), frame.direction(), mail.at(), message));
          mayBeOpen = true;
        });
    for (LineEvent event : frame.events()) {
      if (event instanceof LineEvent.Down) {
        line.hangUp();
        draft.add(RawEvent.connectionEnded(mail.epoch(), mail.at()));
      } else if (event instanceof LineEvent.SpeechStarted) {
        lastActive = now();
      }
      draft.add(new Happening.OnLine(event));
    }
  }

  /// What the client does comes first: news is told only to somebody who is not busy.
  private void look(Turn.Draft draft, Conversation conversation, Performer performer) {
    retry
        .untilItWorks(() -> around.interviews().find(id))
        .flatMap(InterviewStore.Row::wroteAt)
        .filter(at -> wroteAt.filter(at::equals).isEmpty())
        .ifPresent(at -> wrote(at, draft));
    retry
        .untilItWorks(() -> around.inbox().waiting(id, lastCommand))
        .forEach(waiting -> command(waiting, draft, conversation));
    if (narrator != null) {
      hearNews(narrator, draft, conversation, performer);
    }
  }

  private void hearNews(
      Narrator from, Turn.Draft draft, Conversation conversation, Performer performer) {
    Narrator.News news = retry.untilItWorks(from::look);
    if (news.any()) {
      performer.hearNews();
      // Nobody takes a commit back: whoever writes goes on writing.
      if (conversation.mode() != Mode.GHOSTWRITING) {
        draft.add(
            new Happening.Moved(
                retry.untilItWorks(() -> around.mode(Optional.of(from.project())))));
      }
      news.ended().forEach(draft::add);
    }
  }

  private void wrote(Instant at, Turn.Draft draft) {
    wroteAt = Optional.of(at);
    if (at.plus(Floor.WRITING).isAfter(now())) {
      lastActive = now();
      draft.add(new Happening.Writing());
    }
  }

  private void command(InboxStore.Waiting waiting, Turn.Draft draft, Conversation conversation) {
    lastCommand = waiting.seq();
    lastActive = now();
    switch (waiting.command()) {
      case Command.Say(String item, Words text) -> draft.add(new Happening.Typed(item, text));
      case Command.Pause() -> {
        draft.add(new Happening.Paused(""));
        draft.addDone(waiting.seq());
      }
      case Command.Resume() -> {
        draft.add(new Happening.Began(conversation.mode(), owed()));
        draft.addDone(waiting.seq());
      }
      case Command.Stop() -> {
        draft.add(new Happening.Stopping());
        closingUntil = Optional.of(now().plus(DRAIN));
        stopCommand = waiting.seq();
      }
    }
  }

  /// Whether the assistant has to speak: nobody has said anything yet, or the client was the last.
  boolean owed() {
    return retry.untilItWorks(() ->
        fold().items().stream()
            .filter(item -> item.role() != Role.SYSTEM)
            .reduce((_, last) -> last)
            .map(last -> !Recollection.isAnswer(last))
            .orElse(true));
  }

  private Fold fold() {
    return around.transcripts().fold(id).orElse(Fold.start());
  }

  private void watchTheTime(Turn.Draft draft, Conversation conversation) {
    if (closingUntil.isPresent()) {
      stopWhenNothingIsOpen(closingUntil.get(), draft, conversation);
    } else {
      switch (conversation.stage()) {
        case Stage.Talking _ -> {
          giveUpOnLateWords(draft);
          pauseWhenIdle(draft);
        }
        // Nobody's session dials for ever.
        case Stage.Dialling _, Stage.Waiting _ -> pauseWhenIdle(draft);
        case Stage.Paused _, Stage.Closing _, Stage.Stopped _, Stage.Broken _ -> {}
      }
    }
  }

  private void stopWhenNothingIsOpen(Instant until, Turn.Draft draft, Conversation conversation) {
    boolean allHeard = !conversation.hasUnheardWords() && openItems().isEmpty();
    if (now().isAfter(until) || !line.isOpen() || allHeard) {
      draft.add(new Happening.Stopped());
      draft.addDone(stopCommand);
      closingUntil = Optional.empty();
    }
  }

  private List<FoldedItem> openItems() {
    List<FoldedItem> open = retry.untilItWorks(() -> fold().open());
    mayBeOpen = !open.isEmpty();
    return open;
  }

  private void giveUpOnLateWords(Turn.Draft draft) {
    if (mayBeOpen && !now().isBefore(lookedForLate.plus(LATE_LOOK))) {
      lookedForLate = now();
      openItems().stream()
          .filter(item -> item.role() == Role.USER)
          .filter(item -> item.at().plus(TRANSCRIPTION).isBefore(now()))
          .forEach(item -> draft.add(RawEvent.timedOut(item.epoch(), now(), item.id())));
    }
  }

  private void pauseWhenIdle(Turn.Draft draft) {
    if (lastActive.plus(IDLE).isBefore(now())) {
      draft.add(
          new Happening.Paused(
              "Paused, because nothing was said for %d minutes; resume when you like."
                  .formatted(IDLE.toMinutes())));
    }
  }
}
