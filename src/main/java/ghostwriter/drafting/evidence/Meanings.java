package ghostwriter.drafting.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the passages of a conversation mean. Immutable, safe for many threads.
public final class Meanings {
  /// Nothing is known: words must do.
  public static final Meanings UNKNOWN = new Meanings(Optional.empty(), List.of(), List.of());

  private final Optional<MeaningModel> model;
  private final List<Passage> passages;
  private final List<Meaning> meanings;

  private Meanings(Optional<MeaningModel> model, List<Passage> passages, List<Meaning> meanings) {
    this.model = model;
    this.passages = List.copyOf(passages);
    this.meanings = List.copyOf(meanings);
  }

  /// Reads a conversation with a model.
  ///
  /// @param turns in the order of the conversation
  public static Meanings of(List<Utterance> turns, Locale language, MeaningModel model) {
    if (!model.speaks(language)) {
      return UNKNOWN;
    }
    List<Passage> passages = Passage.of(turns);
    return new Meanings(
        Optional.of(model), passages, model.of(passages.stream().map(Passage::text).toList()));
  }

  /// @param meanings those of the passages, in their order
  static Meanings of(List<Passage> passages, List<Meaning> meanings, MeaningModel model) {
    return new Meanings(Optional.of(model), passages, meanings);
  }

  /// How much the passages that hold each turn mean what the query means.
  ///
  /// @param turns how many there are
  double[] likeness(String query, int turns) {
    double[] sums = new double[turns];
    int[] counts = new int[turns];
    model
        .map(reader -> reader.of(List.of(query)).getFirst())
        .ifPresent(asked -> add(asked, sums, counts));
    for (int turn = 0; turn < turns; turn++) {
      sums[turn] /= Math.max(1, counts[turn]);
    }
    return sums;
  }

  private void add(Meaning asked, double[] sums, int[] counts) {
    for (int i = 0; i < passages.size(); i++) {
      double likeness = meanings.get(i).likeness(asked);
      for (int turn = passages.get(i).first(); turn <= passages.get(i).last(); turn++) {
        sums[turn] += likeness;
        counts[turn]++;
      }
    }
  }
}
