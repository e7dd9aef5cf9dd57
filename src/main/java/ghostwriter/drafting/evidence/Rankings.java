package ghostwriter.drafting.evidence;

import ghostwriter.drafting.evidence.MeaningStore.Digest;
import ghostwriter.drafting.evidence.MeaningStore.Spot;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ranks a project's conversation. What its passages mean is computed once, when they are first
/// ranked, and kept; only passages with new or corrected words cost time then, some 15 ms each.
@Component
public class Rankings {
  private final MeaningModel model;
  private final MeaningStore store;

  public Rankings(MeaningModel model, JdbcClient sql) {
    this.model = model;
    this.store = new MeaningStore(sql);
  }

  /// Call it with no transaction open: the first time may take seconds.
  ///
  /// @param items settled items in the order of the conversation, everybody's: what was asked tells
  ///   what an answer is about. The places in an order are places in this list; only items marked
  ///   `client` are evidence.
  public Ranking of(ProjectId project, List<ConversationItem> items, Locale language) {
    List<Utterance> turns = Utterance.of(items);
    Meanings meanings = model.speaks(language) ? meanings(project, items, turns) : Meanings.UNKNOWN;
    return new Ranking(turns, language, meanings);
  }

  private Meanings meanings(
      ProjectId project, List<ConversationItem> items, List<Utterance> turns) {
    List<Passage> passages = Passage.of(turns);
    Map<Spot, Meaning> kept = store.of(project);
    Map<Digest, Meaning> known = new HashMap<>();
    kept.forEach((spot, meaning) -> known.put(spot.digest(), meaning));
    Map<SessionId, Integer> counts = new HashMap<>();
    List<Meaning> meanings = new ArrayList<>();
    for (Passage passage : passages) {
      SessionId session = items.get(passage.first()).id().session();
      var spot = new Spot(session, counts.merge(session, 1, Integer::sum) - 1, digest(passage));
      meanings.add(known.computeIfAbsent(spot.digest(), _ -> read(passage)));
      if (!kept.containsKey(spot)) {
        store.keep(project, spot, meanings.getLast());
      }
    }
    store.trim(project, counts);
    return Meanings.of(passages, meanings, model);
  }

  private Digest digest(Passage passage) {
    return Digest.of(Sha256.of(model.name() + "\n" + passage.text()));
  }

  private Meaning read(Passage passage) {
    return model.of(List.of(passage.text())).getFirst();
  }
}
