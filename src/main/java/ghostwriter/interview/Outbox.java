package ghostwriter.interview;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Items of ours that no provider has confirmed: a line may be lost with what is on its way.
/// Immutable.
///
/// @param parcels by our id, oldest first
record Outbox(Map<String, Outbox.Parcel> parcels) {
  /// @param news the number of the news in it; 0 where it is none
  record Parcel(LineCommand command, long news) {}

  static final Outbox EMPTY = new Outbox(Map.of());

  Outbox with(String item, Parcel parcel) {
    var all = new LinkedHashMap<>(parcels);
    all.put(item, parcel);
    return new Outbox(all);
  }

  Outbox without(String item) {
    var all = new LinkedHashMap<>(parcels);
    all.remove(item);
    return new Outbox(all);
  }

  boolean isNews(String item) {
    Parcel parcel = parcels.get(item);
    return parcel != null && parcel.news() > 0;
  }

  Set<String> items() {
    return parcels.keySet();
  }

  Stream<LineCommand> commands() {
    return parcels.values().stream().map(Parcel::command);
  }

  /// What the client said.
  Stream<LineCommand.ClientSaid> words() {
    return commands()
        .filter(LineCommand.ClientSaid.class::isInstance)
        .map(LineCommand.ClientSaid.class::cast);
  }

  /// The numbers of the news in it.
  LongStream news() {
    return parcels.values().stream().mapToLong(Parcel::news).filter(seq -> seq > 0);
  }
}
