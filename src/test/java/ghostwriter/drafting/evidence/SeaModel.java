package ghostwriter.drafting.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Counts what it reads, and knows one thing about a text: whether it speaks of the sea.
final class SeaModel implements MeaningModel {
  final List<String> read = new ArrayList<>();

  @Override
  public String name() {
    return "sea";
  }

  @Override
  public boolean speaks(Locale language) {
    return language.getLanguage().equals("en");
  }

  @Override
  public List<Meaning> of(List<String> texts) {
    read.addAll(texts);
    return texts.stream().map(SeaModel::meaning).toList();
  }

  private static Meaning meaning(String text) {
    boolean sea = text.contains("boats") || text.contains("ocean");
    return Meaning.of(sea ? new float[] {1, 0} : new float[] {0, 1});
  }
}
