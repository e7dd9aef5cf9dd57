package ghostwriter.recording;

import ghostwriter.recording.ImportResult.Speaker;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who speaks in a recording, and whose words are evidence.
sealed interface Speakers {
  /// A client was named who does not speak.
  record Unknown(String sentence) implements Speakers {}

  /// @param all in the order they first speak
  record Known(List<Speaker> all, int turns) implements Speakers {
    boolean isClient(String name) {
      return all.stream().anyMatch(speaker -> speaker.client() && speaker.name().equals(name));
    }

    List<String> clients() {
      return all.stream().filter(Speaker::client).map(Speaker::name).toList();
    }

    int words() {
      return all.stream().mapToInt(Speaker::words).sum();
    }
  }

  /// How many names an answer lists.
  int LISTED = 12;

  /// @param clients the names asked for; none means everybody
  static Speakers of(Recording recording, List<String> clients) {
    Map<String, Integer> words = new LinkedHashMap<>();
    recording
        .turns()
        .forEach(turn -> words.merge(turn.speaker(), turn.text().count(), Integer::sum));
    Set<String> chosen = new LinkedHashSet<>(clients.isEmpty() ? words.keySet() : Set.of());
    for (String client : clients) {
      Optional<String> name = match(client, words.keySet());
      if (name.isEmpty()) {
        return new Unknown(sentence(client, words.keySet()));
      }
      chosen.add(name.get());
    }
    List<Speaker> all = new ArrayList<>();
    words.forEach((name, count) -> all.add(new Speaker(name, count, chosen.contains(name))));
    return new Known(List.copyOf(all), recording.turns().size());
  }

  /// The clients of a project that is there already; at least one of them has to speak.
  static Speakers asBefore(Recording recording, List<String> clients) {
    List<String> here =
        clients.stream()
            .filter(
                name -> recording.turns().stream().anyMatch(turn -> turn.speaker().equals(name)))
            .toList();
    return here.isEmpty()
        ? new Unknown(
            "Nobody whose words are evidence in this project speaks in this recording ("
                + String.join(", ", clients)
                + "); say whose words count here.")
        : of(recording, here);
  }

  /// The speaker of that name, whatever the case; else the only one whose name holds it.
  private static Optional<String> match(String asked, Set<String> names) {
    String wanted = asked.strip().toLowerCase(Locale.ROOT);
    Optional<String> same =
        names.stream().filter(name -> name.toLowerCase(Locale.ROOT).equals(wanted)).findFirst();
    List<String> holding =
        names.stream().filter(name -> name.toLowerCase(Locale.ROOT).contains(wanted)).toList();
    return same.or(() ->
        !wanted.isEmpty() && holding.size() == 1
            ? Optional.of(holding.getFirst())
            : Optional.empty());
  }

  private static String sentence(String asked, Set<String> names) {
    String listed = String.join(", ", names.stream().limit(LISTED).toList());
    String more = names.size() > LISTED ? " and " + (names.size() - LISTED) + " more" : "";
    return "No single speaker is called “" + asked + "”; choose from " + listed + more + ".";
  }
}
