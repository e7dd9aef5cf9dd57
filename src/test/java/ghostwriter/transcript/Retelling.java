package ghostwriter.transcript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Puts a session's events into another order that could have been: what gives items their places
/// stays in its order, and nothing comes before what caused it. Transcriptions are free of their
/// items.
final class Retelling {
  private static final Set<String> PLACING =
      Set.of(
          "input_audio_buffer.committed",
          "conversation.item.added",
          "conversation.item.deleted",
          "conversation.item.truncated");

  private final List<RawEvent> events;
  private final List<List<Integer>> effects = new ArrayList<>();
  private final int[] causes;

  Retelling(List<RawEvent> events) {
    this.events = events;
    this.causes = new int[events.size()];
    events.forEach(_ -> effects.add(new ArrayList<>()));
    chains().values().forEach(this::inOrder);
    responses().values().forEach(this::fromCreatedToDone);
    endsOfConnections();
  }

  /// A connection ends after all that came over it.
  private void endsOfConnections() {
    for (int end = 0; end < events.size(); end++) {
      if (events.get(end).type().equals(RawEvent.CONNECTION_ENDED)) {
        for (int event = 0; event < end; event++) {
          if (events.get(event).epoch() == events.get(end).epoch()) {
            cause(event, end);
          }
        }
      }
    }
  }

  /// Events that follow from each other one by one.
  private Map<String, List<Integer>> chains() {
    Map<String, List<Integer>> chains = new LinkedHashMap<>();
    for (int i = 0; i < events.size(); i++) {
      RawEvent event = events.get(i);
      if (PLACING.contains(event.type())) {
        chains.computeIfAbsent("places", _ -> new ArrayList<>()).add(i);
      }
      String item = item(event);
      if (!item.isEmpty()) {
        String strand = event.type().contains("transcription") ? "ear " : "item ";
        chains.computeIfAbsent(strand + item, _ -> new ArrayList<>()).add(i);
      }
    }
    return chains;
  }

  private static String item(RawEvent event) {
    return event.direction() != Direction.TO_PROVIDER
        ? event
            .payload()
            .path("item_id")
            .asString(event.payload().path("item").path("id").asString(""))
        : "";
  }

  private Map<String, List<Integer>> responses() {
    Map<String, List<Integer>> responses = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      var payload = events.get(i).payload();
      String response =
          payload.path("response_id").asString(payload.path("response").path("id").asString(""));
      if (!response.isEmpty()) {
        responses.computeIfAbsent(response, _ -> new ArrayList<>()).add(i);
      }
    }
    return responses;
  }

  private void inOrder(List<Integer> chain) {
    for (int i = 1; i < chain.size(); i++) {
      cause(chain.get(i - 1), chain.get(i));
    }
  }

  private void fromCreatedToDone(List<Integer> response) {
    int created = response.getFirst();
    int done = response.getLast();
    for (int event : response) {
      if (event != created) {
        cause(created, event);
      }
      if (event != done && event != created) {
        cause(event, done);
      }
    }
  }

  private void cause(int cause, int effect) {
    effects.get(cause).add(effect);
    causes[effect]++;
  }

  /// One such order, each step drawn from all that could come next.
  List<RawEvent> inAnyOrder(Random random) {
    int[] waitingFor = causes.clone();
    List<Integer> ready = new ArrayList<>();
    for (int i = 0; i < waitingFor.length; i++) {
      if (waitingFor[i] == 0) {
        ready.add(i);
      }
    }
    List<RawEvent> told = new ArrayList<>();
    while (!ready.isEmpty()) {
      int next = ready.remove(/* index */ random.nextInt(ready.size()));
      told.add(events.get(next));
      for (int effect : effects.get(next)) {
        if (--waitingFor[effect] == 0) {
          ready.add(effect);
        }
      }
    }
    return told;
  }
}
