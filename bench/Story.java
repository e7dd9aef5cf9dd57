import ghostwriter.transcript.RecordedTurn;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// What a client tells, turn by turn: some thirty or some sixty words, with names, places and years, so that the
/// interviewer has something to write down each time.
final class Story {
  private static final List<String> PEOPLE =
      List.of("my brother Anton", "old Mr Halvorsen", "my aunt Ragnhild", "the baker Jonas", "my friend Solveig");
  private static final List<String> PLACES = List.of("Bergen", "Ålesund", "Stavanger", "Molde", "Trondheim");
  private static final List<String> DEEDS =
      List.of(
          "mended the nets on the quay until the light was gone",
          "carried the boxes up from the boat, and nobody said a word about the storm",
          "sold the horse, which my father never forgave",
          "learnt to read the clouds before the radio told us anything",
          "painted the house yellow with what was left from the church");
  private static final List<String> THOUGHTS =
      List.of(
          "I remember the smell of tar and coffee, and that my hands were cold all the way home.",
          "We laughed about it for years, but that evening it was not funny at all, and my mother cried in the kitchen.",
          "It taught me that you can be afraid and still do the thing that has to be done.");

  private final Random random = new Random();
  private int told;

  /// A recorded talk of so many turns, all of them the client's.
  static List<RecordedTurn> talk(int turns) {
    var story = new Story();
    return IntStream.rangeClosed(1, turns)
        .mapToObj(turn -> new RecordedTurn(turn, "Rosa", true, new Words(story.next())))
        .toList();
  }

  String next() {
    told++;
    String scene =
        "In %d %s and I went to %s, where we %s. %s"
            .formatted(1940 + random.nextInt(50), any(PEOPLE), any(PLACES), any(DEEDS), any(THOUGHTS));
    return told % 3 == 0 ? scene + " Later that winter %s came from %s and %s. %s"
            .formatted(any(PEOPLE), any(PLACES), any(DEEDS), any(THOUGHTS)) : scene;
  }

  private String any(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
