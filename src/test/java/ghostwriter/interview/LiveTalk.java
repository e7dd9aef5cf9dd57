package ghostwriter.interview;

import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.Direction;
import ghostwriter.transcript.Mode;
import ghostwriter.transcript.RawEvent;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// A live session as a provider tells it, stored event by event.
final class LiveTalk {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  final SessionId session;
  private final TestHouse house;
  private Mode mode = Mode.SELECTING;
  private int epoch = 1;
  private @Nullable String last;

  LiveTalk(TestHouse house) {
    this.house = house;
    session = house.inTransaction(() -> house.transcripts.openSession("Talk", Optional.empty()));
  }

  LiveTalk in(ProjectId project) {
    house.inTransaction(() -> house.transcripts.assign(session, project));
    return inMode(Mode.GHOSTWRITING);
  }

  LiveTalk inMode(Mode now) {
    mode = now;
    return this;
  }

  void types(String item, String text) {
    says(item, "user", "input_text", text);
  }

  void answers(String item, String text) {
    says(item, "assistant", "output_text", text);
  }

  private void says(String item, String role, String part, String text) {
    ObjectNode done = event("conversation.item.done", item, role);
    done.withObject("/item").put("status", "completed");
    done.withObject("/item").putArray("content").addObject().put("type", part).put("text", text);
    append(RawEvent.of(epoch, Direction.FROM_PROVIDER, NOW, done));
    last = item;
  }

  /// Words were spoken and are still being written down.
  void speaks(String item) {
    ObjectNode done = event("conversation.item.done", item, "user");
    done.withObject("/item").put("status", "completed");
    done.withObject("/item").putArray("content").addObject().put("type", "input_audio");
    append(RawEvent.of(epoch, Direction.FROM_PROVIDER, NOW, done));
    last = item;
  }

  /// A new connection, on which the provider knows an item by another name.
  void renews(String item, String name) {
    append(RawEvent.connectionEnded(epoch, NOW));
    epoch++;
    append(RawEvent.replayed(epoch, NOW, item, name));
    ObjectNode done = event("conversation.item.done", name, "user");
    done.withObject("/item").put("status", "completed");
    append(RawEvent.of(epoch, Direction.FROM_PROVIDER, NOW, done));
  }

  private ObjectNode event(String type, String item, String role) {
    ObjectNode event = house.json.createObjectNode().put("type", type);
    event.put("previous_item_id", last);
    event.putObject("item").put("id", item).put("type", "message").put("role", role);
    return event;
  }

  private void append(RawEvent event) {
    house.inTransaction(() -> house.transcripts.append(session, List.of(event), mode));
  }
}
