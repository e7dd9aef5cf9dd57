package ghostwriter.drafting.openai;

import ghostwriter.drafting.openai.Call.Signal;
import ghostwriter.drafting.openai.Form.Reading;
import ghostwriter.drafting.openai.Reply.AtWork;
import ghostwriter.drafting.openai.Reply.Failed;
import ghostwriter.drafting.openai.Tries.Pause;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks a provider once. An answer that is made in the background is looked for until it is there.
/// Safe for many threads.
final class Exchange {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int OK = 200;
  private static final int GONE = 404;
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final String DONE = "[DONE]";

  /// More than any answer has, in bytes.
  private static final int MAX = 32 * 1024 * 1024;

  private final HttpClient http;
  private final Provider provider;
  private final InstantSource clock;
  private final Pause pause;

  Exchange(HttpClient http, Provider provider, InstantSource clock, Pause pause) {
    this.http = http;
    this.provider = provider;
    this.clock = clock;
    this.pause = pause;
  }

  Reply ask(Ask ask) throws InterruptedException {
    long begun = System.nanoTime();
    Reply reply = send(request(ask));
    while (reply instanceof AtWork(var id, _)) {
      reply = look(id, begun);
    }
    return reply;
  }

  /// Looks once more for an answer that is made in the background.
  private Reply look(String id, long begun) throws InterruptedException {
    if (System.nanoTime() - begun > provider.manners().patience().deadline().toNanos()) {
      withdraw(id);
      return new Failed(Fault.down("timeout"));
    }
    try {
      pause.last(LOOK);
      return fetch(id);
    } catch (InterruptedException stopped) {
      withdraw(id);
      throw stopped;
    }
  }

  /// A look that fails says nothing of the answer, unless the provider has forgotten it.
  private Reply fetch(String id) throws InterruptedException {
    try (var call = new Call(http, to(id).GET().build(), provider.manners().patience())) {
      return switch (call.next()) {
        case Signal.Head head when head.status() == OK -> answer(head, call);
        case Signal.Head head when head.status() == GONE -> new Failed(Fault.down("expired"));
        case Signal _ -> new AtWork(id, Tally.NONE);
      };
    }
  }

  /// Tells the provider that nobody waits any more; whether it hears that is not waited for.
  private void withdraw(String id) {
    HttpRequest request = to(id + "/cancel").POST(BodyPublishers.noBody()).build();
    var _ = http.sendAsync(request, BodyHandlers.discarding());
  }

  private HttpRequest.Builder to(String id) {
    return authorized(HttpRequest.newBuilder(URI.create(provider.address() + "/" + id)));
  }

  private Reply send(HttpRequest request) throws InterruptedException {
    try (var call = new Call(http, request, provider.manners().patience())) {
      return switch (call.next()) {
        case Signal.Head head when head.status() == OK -> answer(head, call);
        case Signal.Head head -> refusal(head, call);
        case Signal.Late _ -> new Failed(Fault.down("timeout"));
        case Signal _ -> new Failed(Fault.down("no_connection"));
      };
    }
  }

  private HttpRequest request(Ask ask) {
    String body = JSON.writeValueAsString(provider.form().request(provider, ask));
    return authorized(HttpRequest.newBuilder(provider.address()))
        .header("Content-Type", "application/json")
        .header("Accept", "text/event-stream, application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private HttpRequest.Builder authorized(HttpRequest.Builder request) {
    provider.key().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request.version(provider.version());
  }

  private Reply answer(Signal.Head head, Call call) throws InterruptedException {
    Reading reading = provider.form().reading();
    String type = head.headers().firstValue("Content-Type").orElse("");
    return type.startsWith("text/event-stream") ? follow(call, reading) : whole(call, reading);
  }

  private Reply follow(Call call, Reading reading) throws InterruptedException {
    var events = new EventReader();
    int size = 0;
    while (size <= MAX) {
      switch (call.next()) {
        case Signal.Bytes(var buffers) -> {
          for (ByteBuffer buffer : buffers) {
            size += buffer.remaining();
            Optional<Reply> reply = take(events, buffer, reading);
            if (reply.isPresent()) {
              return reply.get();
            }
          }
        }
        case Signal.Over _ -> {
          return reading.end();
        }
        case Signal.Late _ -> {
          return new Failed(Fault.down("timeout"));
        }
        case Signal _ -> {
          return new Failed(Fault.down("cut_off"));
        }
      }
    }
    return new Failed(Fault.down("endless"));
  }

  private static Optional<Reply> take(EventReader events, ByteBuffer buffer, Reading reading) {
    for (String data : events.read(buffer)) {
      Optional<Reply> reply =
          data.strip().equals(DONE) ? Optional.of(reading.end()) : take(data, reading);
      if (reply.isPresent()) {
        return reply;
      }
    }
    return Optional.empty();
  }

  private static Optional<Reply> take(String data, Reading reading) {
    try {
      return reading.take(JSON.readTree(data));
    } catch (JacksonException e) {
      return Optional.of(new Failed(Fault.down("no_json")));
    }
  }

  private static Reply whole(Call call, Reading reading) throws InterruptedException {
    var body = new ByteArrayOutputStream();
    return switch (collect(call, body)) {
      case Signal.Over _ -> whole(body.toString(StandardCharsets.UTF_8), reading);
      case Signal.Late _ -> new Failed(Fault.down("timeout"));
      case Signal _ -> new Failed(Fault.down("cut_off"));
    };
  }

  private static Reply whole(String body, Reading reading) {
    try {
      JsonNode answer = JSON.readTree(body);
      return answer.path("error").isString()
          ? new Failed(Fault.down("no_answer"))
          : reading.whole(answer);
    } catch (JacksonException e) {
      return new Failed(Fault.down("no_json"));
    }
  }

  /// Reads to the end, as far as there is one.
  private static Signal collect(Call call, ByteArrayOutputStream into) throws InterruptedException {
    while (into.size() <= MAX) {
      Signal next = call.next();
      if (!(next instanceof Signal.Bytes(var buffers))) {
        return next;
      }
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        into.writeBytes(bytes);
      }
    }
    return new Signal.Broken();
  }

  private Reply refusal(Signal.Head head, Call call) throws InterruptedException {
    var body = new ByteArrayOutputStream();
    // A refusal counts though its body may be missing.
    collect(call, body);
    var headers = new RetryHeaders(head.headers(), clock);
    return new Failed(
        Fault.of(
            head.status(),
            Complaint.in(body.toString(StandardCharsets.UTF_8)),
            headers.after(),
            headers.advice()));
  }
}
