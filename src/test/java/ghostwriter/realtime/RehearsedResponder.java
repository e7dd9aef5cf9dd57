package ghostwriter.realtime;

import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Piece;
import ghostwriter.realtime.responder.Prompt;
import ghostwriter.realtime.responder.Responder;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Answers by what was said last: enough to play every course a response can take.
final class RehearsedResponder implements Responder {
  private static final Pattern WORD = Pattern.compile("(?<= )");

  /// Every prompt, in the order of asking.
  final BlockingQueue<Prompt> prompts = new LinkedBlockingQueue<>();

  /// One entry for each answer that was withdrawn while it waited.
  final BlockingQueue<String> withdrawn = new LinkedBlockingQueue<>();

  /// One entry for each flood that is over, taken or not.
  final BlockingQueue<String> flooded = new LinkedBlockingQueue<>();

  private final AtomicInteger calls = new AtomicInteger();

  @Override
  public void respond(Prompt prompt, Consumer<Piece> out) throws InterruptedException {
    prompts.add(prompt);
    if (prompt.instructions().startsWith("Say exactly: ")) {
      say(out, prompt.instructions().substring("Say exactly: ".length()));
      out.accept(Piece.whole());
    } else {
      answer(prompt, out);
    }
  }

  private void answer(Prompt prompt, Consumer<Piece> out) throws InterruptedException {
    String last =
        switch (prompt.items().isEmpty() ? null : prompt.items().getLast()) {
          case Item.Message message -> message.text();
          case Item.FunctionOutput output -> "The tool says: " + output.output();
          case null, default -> "nothing";
        };
    switch (last.toLowerCase(Locale.ROOT)) {
      case "call" -> call(prompt, out);
      case "remark and call" -> {
        say(out, "I will look");
        call(prompt, out);
        say(out, " it up.");
      }
      case "call twice" -> {
        call(prompt, out);
        call(prompt, out);
      }
      case "wait", "call and wait" -> {
        begin(last, out);
        waitForEver();
      }
      case "crash" -> throw new IllegalStateException("as rehearsed");
      case "refuse" -> out.accept(new Piece.Failed("insufficient_quota", "No money is left."));
      case "filtered" -> {
        say(out, "I must not");
        out.accept(new Piece.Ended(Piece.Ending.FILTERED, Optional.empty()));
      }
      case "flood" -> flood(out);
      default -> say(out, last);
    }
    out.accept(new Piece.Ended(Piece.Ending.WHOLE, Optional.of(new Piece.Usage(20, 5, 7))));
  }

  private static void begin(String last, Consumer<Piece> out) {
    if (last.startsWith("call")) {
      out.accept(new Piece.CallBegun("call_half", "look_up"));
      out.accept(new Piece.CallArguments("call_half", "{\"text\":\"hal"));
    } else {
      say(out, "Let me think");
    }
  }

  private void waitForEver() throws InterruptedException {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      withdrawn.add("withdrawn");
      throw stopped;
    }
  }

  private void flood(Consumer<Piece> out) {
    String much = "many words ".repeat(6_000);
    try {
      for (int i = 0; i < 2_000; i++) {
        out.accept(new Piece.Text(much));
      }
    } finally {
      flooded.add("flooded");
    }
  }

  private void call(Prompt prompt, Consumer<Piece> out) {
    String id = "call_" + calls.incrementAndGet();
    out.accept(new Piece.CallBegun(id, prompt.tools().getFirst().name()));
    out.accept(new Piece.CallArguments(id, "{\"text\":"));
    out.accept(new Piece.CallArguments(id, "\"hello\"}"));
  }

  private static void say(Consumer<Piece> out, String text) {
    WORD.splitAsStream(text).forEach(word -> out.accept(new Piece.Text(word)));
  }
}
