package ghostwriter.realtime;

import ghostwriter.realtime.protocol.Act;
import ghostwriter.realtime.protocol.Dialogue;
import ghostwriter.realtime.protocol.Happening;
import ghostwriter.realtime.responder.Piece;
import ghostwriter.realtime.responder.Prompt;
import ghostwriter.realtime.responder.Responder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.socket.CloseStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A session that lives: one virtual thread takes what happens out of a mailbox, lets the
/// [Dialogue] decide, and does what it says. All other threads only put letters in.
final class RealtimeSession {
  private static final Logger LOG = LoggerFactory.getLogger(RealtimeSession.class);
  private static final JsonMapper JSON = new JsonMapper();

  private sealed interface Letter {
    record Frame(int socket, String text) implements Letter {}

    record News(Happening happening) implements Letter {}

    record Joined(Outlet outlet) implements Letter {}

    record Left(int socket) implements Letter {}

    record HungUp() implements Letter {}
  }

  private final String callId;
  private final Dialogue dialogue;
  private final Responder responder;
  private final Outlet first;
  private final Mailbox<Letter> mailbox;
  private final long end;
  private final Map<Integer, Outlet> outlets = new LinkedHashMap<>();
  private final Map<String, Thread> thoughts = new ConcurrentHashMap<>();
  private boolean over;

  /// @param first the socket that opened the session; the session ends with it
  RealtimeSession(
      String callId, Dialogue dialogue, Responder responder, Outlet first, Limits limits) {
    this.callId = callId;
    this.dialogue = dialogue;
    this.responder = responder;
    this.first = first;
    this.mailbox = new Mailbox<>(limits.inboxCharacters());
    this.end = System.nanoTime() + limits.length().toNanos();
  }

  String callId() {
    return callId;
  }

  /// A client's frame; waits where the session cannot follow.
  void receive(int socket, String frame) throws InterruptedException {
    mailbox.put(new Letter.Frame(socket, frame), frame.length());
  }

  /// A sideband listens in and may speak.
  void join(Outlet outlet) {
    if (!mailbox.put(new Letter.Joined(outlet))) {
      outlet.close(CloseStatus.NORMAL);
    }
  }

  /// A socket is gone.
  void leave(int socket) {
    mailbox.put(new Letter.Left(socket));
  }

  void hangUp() {
    mailbox.put(new Letter.HungUp());
  }

  /// Lives until the first socket is gone, the time is over or somebody hangs up.
  void live() {
    outlets.put(first.id(), first);
    CloseStatus status = CloseStatus.NORMAL;
    try {
      perform(dialogue.begin());
      while (!over) {
        take(mailbox.next(Duration.ofNanos(Math.max(0, end - System.nanoTime()))));
      }
    } catch (InterruptedException stopped) {
      status = CloseStatus.GOING_AWAY;
    } catch (RuntimeException broken) {
      // The message might quote what was said; the class and the place may be told.
      LOG.atError()
          .addKeyValue("call", callId)
          .addKeyValue("failure", broken.getClass().getName())
          .addKeyValue("at", broken.getStackTrace().length == 0 ? "" : broken.getStackTrace()[0])
          .log("a session broke");
      status = CloseStatus.SERVER_ERROR;
    } finally {
      for (Letter unread : mailbox.shut()) {
        if (unread instanceof Letter.Joined(var late)) {
          outlets.put(late.id(), late);
        }
      }
      thoughts.values().forEach(Thread::interrupt);
      closeAll(status);
    }
  }

  private void take(Optional<Letter> letter) {
    if (letter.isEmpty()) {
      perform(dialogue.on(new Happening.Expired()));
      return;
    }
    switch (letter.get()) {
      case Letter.Frame(var socket, var text) -> perform(dialogue.on(read(socket, text)));
      case Letter.News(var happening) -> perform(dialogue.on(happening));
      case Letter.Joined(var outlet) -> outlets.put(outlet.id(), outlet);
      case Letter.Left(var socket) -> {
        outlets.remove(socket);
        over |= socket == first.id();
      }
      case Letter.HungUp _ -> over = true;
    }
  }

  private static Happening read(int socket, String text) {
    try {
      JsonNode event = JSON.readTree(text);
      if (event != null && event.isObject()) {
        return new Happening.Received(socket, event);
      }
    } catch (JacksonException none) {
      // answered like any other frame that is no event
    }
    return new Happening.Garbled(socket);
  }

  private void perform(List<Act> acts) {
    for (Act act : acts) {
      switch (act) {
        case Act.Tell(var event) -> tell(JSON.writeValueAsString(event));
        case Act.Answer(var socket, var event) -> {
          Outlet outlet = outlets.get(socket);
          if (outlet != null) {
            outlet.send(JSON.writeValueAsString(event));
          }
        }
        case Act.Ask(var response, var prompt) -> ask(response, prompt);
        case Act.Withdraw(var response) -> {
          Thread thought = thoughts.remove(response);
          if (thought != null) {
            thought.interrupt();
          }
        }
        case Act.Close(var code, var reason) -> {
          closeAll(new CloseStatus(code, reason));
          over = true;
        }
      }
    }
  }

  private void tell(String frame) {
    outlets.values().forEach(outlet -> outlet.send(frame));
  }

  private void closeAll(CloseStatus status) {
    outlets.values().forEach(outlet -> outlet.close(status));
  }

  private void ask(String response, Prompt prompt) {
    Thread thought = Thread.ofVirtual().name(callId).unstarted(() -> think(response, prompt));
    thoughts.put(response, thought);
    thought.start();
  }

  private void think(String response, Prompt prompt) {
    try {
      responder.respond(prompt, piece -> pass(response, piece));
    } catch (InterruptedException | Withdrawn stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.atWarn()
          .addKeyValue("call", callId)
          .addKeyValue("failure", failure.getClass().getName())
          .log("the responder failed");
      pass(response, new Piece.Failed("server_error", "The model had an error."));
    } finally {
      thoughts.remove(response, Thread.currentThread());
    }
  }

  private void pass(String response, Piece piece) {
    try {
      mailbox.put(new Letter.News(new Happening.Thought(response, piece)), weight(piece));
    } catch (InterruptedException stopped) {
      throw new Withdrawn();
    }
  }

  private static int weight(Piece piece) {
    return switch (piece) {
      case Piece.Text(var delta) -> delta.length();
      case Piece.CallArguments(_, var delta) -> delta.length();
      case Piece.CallBegun _, Piece.Ended _, Piece.Failed _ -> 0;
    };
  }

  /// Unwinds a responder whose answer nobody wants any more.
  private static final class Withdrawn extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
