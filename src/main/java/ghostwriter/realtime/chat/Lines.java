package ghostwriter.realtime.chat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The lines of a streamed answer, one at a time, with a bound on the silence between them. Closing
/// it drops the connection, which tells the model to stop.
final class Lines implements Flow.Subscriber<String>, AutoCloseable {
  /// What came next.
  sealed interface Signal {
    record Line(String text) implements Signal {}

    /// The answer is over; nothing was wrong with the connection.
    record Over() implements Signal {}

    /// The model refused the request.
    record Refused(int status, String body) implements Signal {}

    /// The connection failed.
    record Broken() implements Signal {}

    /// Nothing came for as long as one is ready to wait.
    record Silence() implements Signal {}
  }

  private static final int OK = 200;

  private final LinkedBlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Duration patience;
  private final CompletableFuture<HttpResponse<String>> answer;
  private volatile Flow.@Nullable Subscription subscription;

  Lines(HttpClient http, HttpRequest request, Duration patience) {
    this.patience = patience;
    this.answer =
        http.sendAsync(
            request,
            head ->
                head.statusCode() == OK
                    ? BodySubscribers.fromLineSubscriber(
                        this, _ -> "", StandardCharsets.UTF_8, null)
                    : BodySubscribers.ofString(StandardCharsets.UTF_8));
    // What comes of it arrives as a signal.
    var _ = answer.whenComplete(this::finish);
  }

  // Once lines flow, their subscription tells the end: the response may be complete before they
  // have been taken.
  private void finish(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
    if (subscription != null) {
      return;
    }
    signals.add(
        response == null || failure != null
            ? new Signal.Broken()
            : new Signal.Refused(response.statusCode(), response.body()));
  }

  Signal next() throws InterruptedException {
    Signal signal = signals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    var stream = subscription;
    if (signal instanceof Signal.Line && stream != null) {
      stream.request(1);
    }
    return signal == null ? new Signal.Silence() : signal;
  }

  @Override
  public void onSubscribe(Flow.Subscription stream) {
    subscription = stream;
    stream.request(1);
  }

  @Override
  public void onNext(String line) {
    signals.add(new Signal.Line(line));
  }

  @Override
  public void onError(Throwable failure) {
    signals.add(new Signal.Broken());
  }

  @Override
  public void onComplete() {
    signals.add(new Signal.Over());
  }

  @Override
  public void close() {
    var stream = subscription;
    if (stream != null) {
      stream.cancel();
    }
    answer.cancel(true);
  }
}
