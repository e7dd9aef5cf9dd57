package ghostwriter.drafting.evidence;

import java.util.List;
import java.util.Locale;

/// A model that speaks no language: words decide alone.
public final class NoMeanings implements MeaningModel {
  @Override
  public String name() {
    return "none";
  }

  @Override
  public boolean speaks(Locale language) {
    return false;
  }

  @Override
  public List<Meaning> of(List<String> texts) {
    throw new AssertionError("It was asked though it does not speak the language.");
  }
}
