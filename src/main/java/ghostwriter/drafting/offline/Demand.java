package ghostwriter.drafting.offline;

import java.util.function.IntSupplier;

/// What is asked of a passage: much at first; less where too little was said that well.
enum Demand {
  HIGH(25, 0.5, 0.5),
  FAIR(15, 0.5, 0.3),
  LOW(12, 0.1, 0.15),
  NONE(0, 0, 0);

  private final int words;
  private final double opening;
  private final double fluency;

  Demand(int words, double opening, double fluency) {
    this.words = words;
    this.opening = opening;
    this.fluency = fluency;
  }

  /// @param beside how many words already chosen will stand in the same paragraph
  /// @param isLinked whether it goes straight on from a chosen passage
  boolean isMet(Passage passage, IntSupplier beside, boolean isLinked) {
    return passage.fluency() >= fluency
        && (isLinked
            || (passage.opening() >= opening
                && (passage.words() >= words || passage.words() + beside.getAsInt() >= words)));
  }
}
