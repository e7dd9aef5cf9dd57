package ghostwriter.ops;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Calls the audit once a night, at three o'clock UTC, on a virtual thread. Where several nodes
/// watch, one of them does it.
@Component
class NightWatch implements SmartLifecycle {
  private static final Logger log = LoggerFactory.getLogger(NightWatch.class);
  private static final LocalTime HOUR = LocalTime.of(3, 0);

  private final TranscriptAudit audit;
  private final InstantSource clock;
  private volatile CountDownLatch end = new CountDownLatch(0);

  NightWatch(TranscriptAudit audit, InstantSource clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public void start() {
    var stopped = new CountDownLatch(1);
    end = stopped;
    Thread.ofVirtual().name("night-watch").start(() -> watch(stopped));
  }

  private void watch(CountDownLatch stopped) {
    try {
      while (!stopped.await(untilNext(clock.instant()).toMillis(), TimeUnit.MILLISECONDS)) {
        tryAudit();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryAudit() {
    try {
      audit.tonight();
    } catch (RuntimeException e) {
      log.atError().addKeyValue("failure", e.getClass().getName()).log("could not audit");
    }
  }

  /// How long to wait for the next three o'clock: never nothing, so that one night is one call.
  static Duration untilNext(Instant now) {
    var today = now.atOffset(ZoneOffset.UTC);
    var next = today.with(HOUR);
    return Duration.between(today, next.isAfter(today) ? next : next.plusDays(1));
  }

  @Override
  public void stop() {
    end.countDown();
  }

  @Override
  public boolean isRunning() {
    return end.getCount() > 0;
  }
}
