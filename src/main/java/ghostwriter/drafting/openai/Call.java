package ghostwriter.drafting.openai;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One HTTP call, followed as it is answered. Closing it drops the connection, which tells a model
/// to stop.
final class Call implements AutoCloseable {
  /// What came next.
  sealed interface Signal {
    /// The first of all.
    record Head(int status, HttpHeaders headers) implements Signal {}

    record Bytes(List<ByteBuffer> buffers) implements Signal {
      public Bytes {
        buffers = List.copyOf(buffers);
      }
    }

    /// The answer is over; nothing was wrong with the connection.
    record Over() implements Signal {}

    /// There was no connection, or it failed.
    record Broken() implements Signal {}

    /// Nothing came for as long as one is ready to wait.
    record Late() implements Signal {}
  }

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Patience patience;
  private final long begun = System.nanoTime();
  private final CompletableFuture<?> answer;
  private volatile Flow.@Nullable Subscription subscription;

  Call(HttpClient http, HttpRequest request, Patience patience) {
    this.patience = patience;
    BodyHandler<Boolean> handler =
        head -> {
          signals.add(new Signal.Head(head.statusCode(), head.headers()));
          return new Body();
        };
    this.answer = http.sendAsync(request, handler);
    // What comes of it arrives as a signal.
    var _ =
        answer.whenComplete((_, failure) -> {
          if (failure != null) {
            signals.add(new Signal.Broken());
          }
        });
  }

  Signal next() throws InterruptedException {
    Duration left = patience.deadline().minusNanos(System.nanoTime() - begun);
    Duration wait = left.compareTo(patience.silence()) < 0 ? left : patience.silence();
    Signal signal = signals.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    var stream = subscription;
    if (signal instanceof Signal.Bytes && stream != null) {
      stream.request(1);
    }
    // The last one stays: whoever looks again is told the same.
    if (signal instanceof Signal.Over || signal instanceof Signal.Broken) {
      signals.add(signal);
    }
    return signal == null ? new Signal.Late() : signal;
  }

  @Override
  public void close() {
    var stream = subscription;
    if (stream != null) {
      stream.cancel();
    }
    answer.cancel(true);
  }

  private final class Body implements BodySubscriber<Boolean> {
    @Override
    public CompletionStage<Boolean> getBody() {
      return CompletableFuture.completedStage(true);
    }

    @Override
    public void onSubscribe(Flow.Subscription stream) {
      subscription = stream;
      stream.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      signals.add(new Signal.Bytes(buffers));
    }

    @Override
    public void onError(Throwable failure) {
      signals.add(new Signal.Broken());
    }

    @Override
    public void onComplete() {
      signals.add(new Signal.Over());
    }
  }
}
