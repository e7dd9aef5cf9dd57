package ghostwriter.faults;

import java.util.List;
import java.util.Random;

/// Things to say, no two alike.
final class Tale {
  /// In most of what is told.
  static final String SAID_OFTEN = "of them were missing";

  private static final List<String> PEOPLE =
      List.of("my aunt Oline", "old Halvor", "my brother Per", "Mr. Haug", "the ferryman Knut");
  private static final List<String> PLACES =
      List.of("Selnes", "Brekke", "Trondheim", "Marstal", "Vardal");
  private static final List<String> DEEDS =
      List.of(
          "counted the nets twice and found that",
          "came over the ice with a lamp because",
          "wrote in green ink in the school book that",
          "stood on the quay the whole night since");
  private static final String AT_LENGTH =
      " It was the winter in which the sound froze over, and nobody had seen that since my grandfather was a boy."
          + " We walked out as far as the first beacon, all of us in a row with a rope between us, and my mother sang"
          + " so that we should hear where she was. I remember the sound of the ice more than the cold.";

  private final Random random;
  private int told;

  Tale(long seed) {
    random = new Random(seed);
  }

  String next() {
    told++;
    if (told % 11 == 0) {
      return "Draft that, please.";
    }
    String words =
        "In %d, at %s, %s %s %d %s."
            .formatted(1930 + told, one(PLACES), one(PEOPLE), one(DEEDS), 100 + told, SAID_OFTEN);
    return told % 4 == 0 ? words + AT_LENGTH : words;
  }

  private String one(List<String> choice) {
    return choice.get(random.nextInt(choice.size()));
  }
}
