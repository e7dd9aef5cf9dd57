package ghostwriter.drafting.evidence;

import ghostwriter.drafting.evidence.MeaningStore.Digest;
import ghostwriter.vocabulary.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Remembers what was asked for last: most sections stay as they are from one draft to the next.
final class RecentMeanings implements MeaningModel {
  private static final int KEPT = 1_000;

  private final MeaningModel model;

  private final Map<Digest, Meaning> recent = new Latest<>(KEPT);

  RecentMeanings(MeaningModel model) {
    this.model = model;
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public boolean speaks(Locale language) {
    return model.speaks(language);
  }

  @Override
  public synchronized List<Meaning> of(List<String> texts) {
    List<Meaning> meanings = new ArrayList<>();
    for (String text : texts) {
      meanings.add(
          recent.computeIfAbsent(
              Digest.of(Sha256.of(text)), _ -> model.of(List.of(text)).getFirst()));
    }
    return meanings;
  }
}
