package ghostwriter.drafting.evidence;

import java.util.List;
import java.util.Locale;

/// Where meanings come from: a model that maps texts to vectors, alike for alike texts. Safe for
/// many threads.
public interface MeaningModel {
  /// What tells its vectors from those of any other model.
  String name();

  boolean speaks(Locale language);

  /// One meaning a text, in their order. A text longer than the model reads is cut.
  List<Meaning> of(List<String> texts);
}
