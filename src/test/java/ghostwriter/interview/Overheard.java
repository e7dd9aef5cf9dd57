package ghostwriter.interview;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.transcript.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/// Hears what goes over a line and keeps it. Waits ten seconds at most for anything.
public final class Overheard implements Line.Listener {
  private final LinkedBlockingQueue<Frame> waiting = new LinkedBlockingQueue<>();
  private final List<Frame> frames = new ArrayList<>();

  @Override
  public void on(Frame frame) {
    waiting.add(frame);
  }

  /// The next frame.
  public Frame next() {
    try {
      Frame frame = waiting.poll(10, TimeUnit.SECONDS);
      assertThat(frame).as("a frame, after %s", events()).isNotNull();
      frames.add(frame);
      return frame;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Hears on up to the first event of this kind, and tells it.
  public <T extends LineEvent> T until(Class<T> kind) {
    while (true) {
      for (LineEvent event : next().events()) {
        if (kind.isInstance(event)) {
          return kind.cast(event);
        }
      }
    }
  }

  /// Hears on to the end, and tells all events there were.
  public List<LineEvent> untilDown() {
    until(LineEvent.Down.class);
    return events();
  }

  /// All that was heard so far, without what has come but was not asked for.
  public List<Frame> frames() {
    return List.copyOf(frames);
  }

  /// Whether something has come that was not asked for yet.
  public boolean isWaiting() {
    return !waiting.isEmpty();
  }

  public List<LineEvent> events() {
    return frames.stream().flatMap(frame -> frame.events().stream()).toList();
  }

  public <T extends LineEvent> List<T> events(Class<T> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// What went one way.
  public List<JsonNode> messages(Direction direction) {
    return frames.stream()
        .filter(frame -> frame.direction() == direction)
        .flatMap(frame -> frame.message().stream())
        .toList();
  }
}
