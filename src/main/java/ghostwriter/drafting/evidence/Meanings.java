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

  /// What a query means; empty where nobody knows.
  Optional<Meaning> asked(String query) {
    return model.map(reader -> reader.of(List.of(query)).getFirst());
  }

  /// Tells of the later turns how much the passages that hold each of them mean what was asked.
  ///
  /// @param likeness room for it, all 0
  /// @param from the first of them, where a session begins
  void liken(Meaning asked, double[] likeness, int from) {
    int[] counts = new int[likeness.length];
    for (int i = firstFrom(from); i < passages.size(); i++) {
      double alike = meanings.get(i).likeness(asked);
      for (int turn = passages.get(i).first(); turn <= passages.get(i).last(); turn++) {
        likeness[turn - from] += alike;
        counts[turn - from]++;
      }
    }
    for (int i = 0; i < likeness.length; i++) {
      likeness[i] /= Math.max(1, counts[i]);
    }
  }

  /// The first passage that begins there or later.
  private int firstFrom(int turn) {
    int first = passages.size();
    while (first > 0 && passages.get(first - 1).first() >= turn) {
      first--;
    }
    return first;
  }
}
