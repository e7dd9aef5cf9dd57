package ghostwriter.interview;

import ghostwriter.transcript.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A provider in the test's hand: it keeps what it is told as a Realtime server does, and says what
/// the test lets it say.
final class PocketProvider implements Line.Provider {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long SECONDS = 20;
  private static final String WHOLE = "completed";

  private final AtomicInteger numbers = new AtomicInteger();
  private final BlockingQueue<PocketLine> opened = new LinkedBlockingQueue<>();
  private final List<PocketLine> all = new CopyOnWriteArrayList<>();
  private volatile boolean away;

  @Override
  public Line open(Line.Listener listener) {
    var line = new PocketLine(listener);
    if (away) {
      line.lose(false);
      return line;
    }
    all.add(line);
    opened.add(line);
    line.hear(
        JSON.createObjectNode().put("type", "session.created"),
        new LineEvent.Up(Optional.<Instant>empty()));
    return line;
  }

  /// Refuses every line from now on, or not any more.
  void stayAway(boolean now) {
    away = now;
  }

  /// The next line that was opened.
  PocketLine next() throws InterruptedException {
    return Optional.ofNullable(opened.poll(SECONDS, TimeUnit.SECONDS)).orElseThrow();
  }

  int lines() {
    return all.size();
  }

  final class PocketLine implements Line {
    private final Line.Listener listener;
    private final BlockingQueue<LineCommand> commands = new LinkedBlockingQueue<>();
    private final List<LineCommand> replays = new ArrayList<>();
    private volatile boolean over;
    private String last = "";

    private PocketLine(Line.Listener listener) {
      this.listener = listener;
    }

    @Override
    public synchronized void send(LineCommand command) {
      if (over) {
        return;
      }
      var event = JSON.createObjectNode().put("type", "sent." + command.getClass().getSimpleName());
      listener.on(new Frame(Direction.TO_PROVIDER, Optional.of(event), List.of()));
      switch (command) {
        case LineCommand.ClientSaid(String item, var text) ->
            keep(message(item, "user", text.text(), WHOLE));
        case LineCommand.SystemSaid(String item, var text) ->
            keep(message(item, "system", text.text(), WHOLE));
        case LineCommand.Replay(String item, boolean client, var text) -> {
          replays.add(command);
          keep(message(item, client ? "user" : "assistant", text.text(), WHOLE));
        }
        case LineCommand.ReplayCall call -> {
          replays.add(command);
          keep(call(call.item(), call.call(), call.tool(), call.arguments()));
        }
        case LineCommand.ReplayAnswer(String item, String call, var output) -> {
          replays.add(command);
          keep(output(item, call, output.text()));
        }
        case LineCommand.ToolAnswered(String call, var output) ->
            keep(output(newItem(), call, output.text()));
        default -> {}
      }
      commands.add(command);
    }

    private void keep(ObjectNode item) {
      String id = item.path("id").stringValue();
      hear(about("conversation.item.added", item), new LineEvent.Kept(id));
      last = id;
      hear(about("conversation.item.done", item));
    }

    private ObjectNode about(String type, ObjectNode item) {
      ObjectNode event = JSON.createObjectNode().put("type", type);
      event.put("previous_item_id", last.isEmpty() ? null : last).set("item", item);
      return event;
    }

    private String newItem() {
      return "item_" + numbers.incrementAndGet();
    }

    private static ObjectNode message(String id, String role, String text, String status) {
      ObjectNode item = JSON.createObjectNode().put("id", id).put("type", "message");
      item.put("role", role).put("status", status);
      item.putArray("content")
          .addObject()
          .put("type", role.equals("assistant") ? "output_text" : "input_text")
          .put("text", text);
      return item;
    }

    private static ObjectNode call(String id, String call, String tool, String arguments) {
      return JSON.createObjectNode()
          .put("id", id)
          .put("type", "function_call")
          .put("status", "completed")
          .put("call_id", call)
          .put("name", tool)
          .put("arguments", arguments);
    }

    private static ObjectNode output(String id, String call, String output) {
      return JSON.createObjectNode()
          .put("id", id)
          .put("type", "function_call_output")
          .put("call_id", call)
          .put("output", output);
    }

    /// The next command of a kind; others before it are passed over.
    <T extends LineCommand> T expect(Class<T> kind) throws InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      while (System.nanoTime() < deadline) {
        LineCommand command = commands.poll(SECONDS, TimeUnit.SECONDS);
        if (kind.isInstance(command)) {
          return kind.cast(command);
        }
      }
      throw new AssertionError("no " + kind.getSimpleName() + " came");
    }

    List<LineCommand> replays() {
      return replays;
    }

    /// Waits for a wish to speak and speaks.
    String answer(String text) throws InterruptedException {
      LineCommand.Reply reply = expect(LineCommand.Reply.class);
      String response = begin(reply);
      String item = say(text);
      end(response, reply, LineEvent.Outcome.COMPLETED);
      return item;
    }

    String begin(LineCommand.Reply reply) {
      String response = "resp_" + numbers.incrementAndGet();
      hear(
          JSON.createObjectNode().put("type", "response.created"),
          new LineEvent.ReplyStarted(response, Optional.of(reply.purpose())));
      return response;
    }

    String say(String text) {
      String id = startToSay();
      ObjectNode whole = message(id, "assistant", text, WHOLE);
      hear(about("conversation.item.done", whole));
      hear(about("response.output_item.done", whole), new LineEvent.Said(id));
      return id;
    }

    /// Begins an item, says that much of it and leaves it unfinished.
    void startToSay(String text) {
      hear(
          JSON.createObjectNode()
              .put("type", "response.output_text.delta")
              .put("item_id", startToSay())
              .put("content_index", 0)
              .put("delta", text));
    }

    /// Begins an item and leaves it unfinished.
    String startToSay() {
      String id = newItem();
      hear(about("conversation.item.added", message(id, "assistant", "", "in_progress")));
      last = id;
      return id;
    }

    void end(String response, LineCommand.Reply reply, LineEvent.Outcome outcome) {
      ObjectNode event = JSON.createObjectNode().put("type", "response.done");
      event.putObject("response").put("id", response).putArray("output");
      hear(event, new LineEvent.ReplyEnded(response, Optional.of(reply.purpose()), outcome));
    }

    /// Answers the next wish to speak with a tool call.
    ///
    /// @return what the tool answered
    String call(String tool, String arguments) throws InterruptedException {
      LineCommand.Reply reply = expect(LineCommand.Reply.class);
      String response = begin(reply);
      String call = "call_" + numbers.incrementAndGet();
      callAs(call, tool, arguments);
      end(response, reply, LineEvent.Outcome.COMPLETED);
      return expect(LineCommand.ToolAnswered.class).output().text();
    }

    void callAs(String call, String tool, String arguments) {
      ObjectNode item = call(newItem(), call, tool, arguments);
      hear(about("conversation.item.added", item));
      last = item.path("id").stringValue();
      hear(about("conversation.item.done", item));
      hear(
          about("response.output_item.done", item),
          new LineEvent.ToolCalled(call, tool, arguments));
    }

    void lose(boolean forGood) {
      over = true;
      listener.on(
          new Frame(
              Direction.FROM_PROVIDER,
              Optional.empty(),
              List.of(new LineEvent.Down(forGood, "The line was lost."))));
    }

    private void hear(ObjectNode message, LineEvent... events) {
      listener.on(new Frame(Direction.FROM_PROVIDER, Optional.of(message), List.of(events)));
    }

    boolean isOver() {
      return over;
    }

    @Override
    public void close() {
      over = true;
    }
  }
}
