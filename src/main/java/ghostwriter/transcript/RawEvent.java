package ghostwriter.transcript;

import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One event of a live session as it came or went, without its sound.
///
/// @param epoch the number of the provider connection it belongs to, from 1; a reconnect or a
///   renewal is a new one
/// @param at when it was received or sent
public record RawEvent(int epoch, Direction direction, Instant at, String type, JsonNode payload) {
  /// The database keeps microseconds.
  public RawEvent {
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  static final String TIMED_OUT = "ghostwriter.item.timed_out";
  static final String REPLAYED = "ghostwriter.item.replayed";
  static final String TYPED = "ghostwriter.item.typed";
  static final String CONNECTION_ENDED = "ghostwriter.connection.ended";
  static final String SESSION_ENDED = "ghostwriter.session.ended";

  /// A provider's frame, either way. Sound in it is replaced by its length in bytes; `frame` itself
  /// stays as it is.
  public static RawEvent of(int epoch, Direction direction, Instant at, JsonNode frame) {
    String type = frame.path("type").asString("unknown");
    return new RawEvent(epoch, direction, at, Frames.clean(type), Frames.storable(type, frame));
  }

  /// The words of this item did not come in time: it settles without them. Should they come after
  /// all, they still count.
  public static RawEvent timedOut(int epoch, Instant at, String item) {
    var payload = JsonNodeFactory.instance.objectNode().put("item_id", item);
    return new RawEvent(epoch, Direction.OWN, at, TIMED_OUT, payload);
  }

  /// An item will be told to this epoch's provider under a name of its own, because the provider
  /// does not know what was said on earlier connections. Append it before the item is sent.
  ///
  /// @param newItem the item's id on this connection; may be the original one
  public static RawEvent replayed(int epoch, Instant at, String original, String newItem) {
    var payload =
        JsonNodeFactory.instance
            .objectNode()
            .put("original_item_id", original)
            .put("item_id", newItem);
    return new RawEvent(epoch, Direction.OWN, at, REPLAYED, payload);
  }

  /// The client typed this, and no provider will ever tell: it stands at the end.
  public static RawEvent typed(int epoch, Instant at, String item, Words text) {
    var payload =
        JsonNodeFactory.instance.objectNode().put("item_id", item).put("text", text.text());
    return new RawEvent(epoch, Direction.OWN, at, TYPED, payload);
  }

  /// The epoch's connection is gone: what it left unfinished settles as it is.
  public static RawEvent connectionEnded(int epoch, Instant at) {
    var payload = JsonNodeFactory.instance.objectNode();
    return new RawEvent(epoch, Direction.OWN, at, CONNECTION_ENDED, payload);
  }

  static RawEvent sessionEnded(int epoch, Instant at) {
    var payload = JsonNodeFactory.instance.objectNode();
    return new RawEvent(epoch, Direction.OWN, at, SESSION_ENDED, payload);
  }

  @Override
  public String toString() {
    return "RawEvent[" + epoch + " " + direction.code() + " " + type + "]";
  }
}
