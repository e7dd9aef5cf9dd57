package ghostwriter.interview;

import ghostwriter.account.Person;
import ghostwriter.interview.Ledger.Entry;
import ghostwriter.transcript.LiveSession;
import ghostwriter.transcript.RawEvent;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One live session on the node that holds it: a virtual thread with a mailbox. What the mailbox
/// brought is written down and committed before anything is done about it; [Conversation] decides
/// what is done.
final class InterviewSession {
  /// Told by a session what others have to know.
  interface Witness {
    /// People see a difference.
    void changed(SessionId session);

    /// It belongs to a project.
    void joined(InterviewSession session, ProjectId project);
  }

  private static final Duration PATIENT = Duration.ofSeconds(1);
  private static final Duration IMPATIENT = Duration.ofMillis(50);
  private static final int BATCH = 256;

  private final SessionId id;
  private final UUID node;
  private final Surroundings around;
  private final Witness witness;
  private final BlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>();

  /// Lets a line bring no more than can be written down.
  private final Semaphore room = new Semaphore(Mail.ROOM);

  private final OpenLine line;
  private final Retry retry;
  private final Ledger ledger;
  private final Performer performer;
  private final Inlet inlet;
  private volatile boolean leaving;
  private Conversation conversation;
  private Optional<ProjectId> project = Optional.empty();

  InterviewSession(
      LiveSession live,
      long toldSeq,
      Person person,
      UUID node,
      Surroundings around,
      Witness witness) {
    this.id = live.id();
    this.node = node;
    this.around = around;
    this.witness = witness;
    this.line = new OpenLine(around.lines(), around.clock(), this::take);
    this.retry = new Retry(() -> !leaving);
    this.ledger = new Ledger(id, node, around, live.events());
    this.performer = new Performer(live, person, node, around, line, ledger, retry);
    this.inlet = new Inlet(id, around, line, retry);
    this.conversation = Conversation.at(live.epoch(), around.mode(live.project()), toldSeq);
  }

  SessionId id() {
    return id;
  }

  /// Waits where a line brings more than can be written down.
  private void take(Mail.OnLine mail) {
    room.acquireUninterruptibly(mail.room());
    mailbox.add(mail);
  }

  /// Wakes it, from any thread.
  void look() {
    mailbox.add(new Mail.Look());
  }

  /// Makes the session leave, from any thread; its own ends soon after.
  void leave() {
    leaving = true;
    mailbox.add(new Mail.Leave());
  }

  boolean isLeaving() {
    return leaving;
  }

  /// Runs until the session has nothing to do any more.
  ///
  /// @throws LeaseLost where another node holds it
  void run(Standing standing) throws InterruptedException {
    try {
      begin(standing);
      while (!leaving && !(isQuiet() && release())) {
        turn(inlet.collect(awaitMail(), conversation, performer));
      }
    } finally {
      line.hangUp();
      // Whoever still brings something must not wait for ever.
      room.release(Integer.MAX_VALUE / 2);
    }
  }

  /// A session that is connected as far as people know lost its line with the node before.
  private void begin(Standing standing) {
    followProject();
    if (standing == Standing.CONNECTING || standing == Standing.LISTENING) {
      int epoch = conversation.stage().epoch();
      if (epoch > 0) {
        var ended = List.of(RawEvent.connectionEnded(epoch, around.clock().instant()));
        retry.untilItWorks(again -> ledger.append(ended, conversation, again));
      }
      turn(Turn.of(new Happening.Began(conversation.mode(), inlet.owed())));
    }
    look();
  }

  private boolean isQuiet() {
    return mailbox.isEmpty()
        && switch (conversation.stage()) {
          case Stage.Paused _, Stage.Broken _, Stage.Stopped _ -> true;
          case Stage.Dialling _, Stage.Waiting _, Stage.Talking _, Stage.Closing _ -> false;
        };
  }

  private boolean release() {
    return retry.untilItWorks(() ->
        Boolean.TRUE.equals(around.transaction().execute(_ -> around.nodes().release(id, node))));
  }

  private List<Mail> awaitMail() throws InterruptedException {
    Duration patience = conversation.impatient() || inlet.closing() ? IMPATIENT : PATIENT;
    List<Mail> mails = new ArrayList<>();
    Mail first = mailbox.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      mails.add(first);
      mailbox.drainTo(mails, BATCH);
      room.release(mails.stream().mapToInt(Mail::room).sum());
    }
    return mails;
  }

  /// Writes a turn down, then performs what was decided, and whatever follows from that.
  private void turn(Turn first) {
    Deque<Turn> turns = new ArrayDeque<>(List.of(first));
    while (!turns.isEmpty()) {
      Turn turn = turns.removeFirst();
      Entry entry = retry.untilItWorks(again -> ledger.write(conversation, turn, again));
      conversation = entry.after();
      for (Act act : entry.acts()) {
        performer.perform(act, conversation).map(Turn::of).ifPresent(turns::addLast);
      }
      followProject();
      if (entry.visible()) {
        witness.changed(id);
      }
    }
  }

  private void followProject() {
    if (project.isEmpty() && performer.project().isPresent()) {
      project = performer.project();
      inlet.follow(project.get());
      witness.joined(this, project.get());
      witness.changed(id);
    }
  }
}
