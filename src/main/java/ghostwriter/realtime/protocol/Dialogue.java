package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.WireIds;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One session of the protocol: what happens goes in, what is to be done comes out. It owns no
/// thread and no clock, and nothing it is told can make it throw.
public final class Dialogue {
  /// The close code of a session that has lasted its time.
  public static final int GOING_AWAY = 1001;

  private final ItemList items = new ItemList();
  private final Outbox out;
  private final ItemDesk itemDesk;
  private final ResponseDesk responses;
  private final long minutes;
  private SessionSettings settings;

  /// @param minutes how long the session may last, for the message at its end
  public Dialogue(SessionSettings settings, long minutes, WireIds ids) {
    this.settings = settings;
    this.minutes = minutes;
    out = new Outbox(ids);
    itemDesk = new ItemDesk(items, out);
    responses = new ResponseDesk(ids.next("conv"), items, out);
  }

  /// The first event of a session.
  public List<Act> begin() {
    tellSession("session.created");
    return out.take();
  }

  public List<Act> on(Happening happening) {
    switch (happening) {
      case Happening.Received(var socket, var event) -> receive(socket, event);
      case Happening.Garbled(var socket) -> out.refuse(socket, garbled(), Outbox.JSON.nullNode());
      case Happening.Thought(var response, var piece) -> responses.on(response, piece);
      case Happening.Expired _ -> expire();
    }
    if (!responses.busy()) {
      itemDesk.settle();
    }
    return out.take();
  }

  private void receive(int socket, JsonNode event) {
    try {
      obey(ClientEvent.read(event, out.ids()));
    } catch (ProtocolError refused) {
      out.refuse(socket, refused, event);
    }
  }

  private void obey(ClientEvent event) {
    switch (event) {
      case ClientEvent.SessionUpdate(var session) -> {
        settings = settings.with(session);
        tellSession("session.updated");
      }
      case ClientEvent.ItemCreate create -> itemDesk.create(create, responses.busy());
      case ClientEvent.ItemRetrieve(var id) -> itemDesk.retrieve(id);
      case ClientEvent.ItemDelete(var id) -> itemDesk.delete(id);
      case ClientEvent.ItemTruncate truncate -> itemDesk.truncate(truncate);
      case ClientEvent.ResponseCreate(var response) -> responses.create(response, settings);
      case ClientEvent.ResponseCancel(var response) -> responses.cancel(response);
      case ClientEvent.AudioAppend _ -> throw deaf();
      case ClientEvent.AudioCommit _ -> throw nothingToCommit();
      case ClientEvent.AudioClear _ -> out.tell(out.event("input_audio_buffer.cleared"));
    }
  }

  private void tellSession(String type) {
    ObjectNode event = out.event(type);
    event.set("session", settings.toJson());
    out.tell(event);
  }

  private void expire() {
    out.fail(
        new ProtocolError(
            "session_expired",
            null,
            "Your session hit the maximum duration of " + minutes + " minutes."));
    out.close(GOING_AWAY, "session_expired");
  }

  private static ProtocolError garbled() {
    return new ProtocolError("invalid_event", null, "The event is not a JSON object.");
  }

  private static ProtocolError deaf() {
    return new ProtocolError(
        "audio_not_supported",
        "audio",
        "This engine does not hear; send what is said as text items.");
  }

  private static ProtocolError nothingToCommit() {
    return new ProtocolError(
        "input_audio_buffer_commit_empty",
        null,
        "Error committing input audio buffer: buffer too small. Expected at least 100ms of audio,"
            + " but buffer only has 0.00ms of audio.");
  }
}
