package ghostwriter.drafting.evidence;

import ghostwriter.drafting.evidence.MeaningStore.Digest;
import ghostwriter.drafting.evidence.MeaningStore.Spot;
import ghostwriter.drafting.evidence.Ranked.Read;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads passages for what they mean, some 15 ms each, and keeps it in the database: the same words
/// are not read again. Safe for many threads and nodes; where two read the same at once, it is read
/// twice and kept once.
final class PassageReader {
  /// A passage of which it is not known yet what it means.
  private record Unread(Passage passage, Spot spot) {}

  private final MeaningModel model;
  private final MeaningStore store;

  PassageReader(MeaningModel model, JdbcClient sql) {
    this.model = model;
    this.store = new MeaningStore(sql);
  }

  /// Reads a whole conversation, and forgets what was of words that no longer stand.
  List<Read> all(ProjectId project, List<ConversationItem> items) {
    Map<Spot, Meaning> stored = store.of(project);
    List<Read> passages = read(project, cut(items, List.of()), stored);
    store.trim(project, counts(passages, stored.keySet()));
    return passages;
  }

  /// Reads on.
  ///
  /// @param items all of the conversation
  /// @param settled the passages that are known and stay as they are, from the first on
  /// @return all passages
  List<Read> on(ProjectId project, List<ConversationItem> items, List<Read> settled) {
    List<Unread> open = cut(items, settled);
    List<Read> all = new ArrayList<>(settled);
    // Others may have read it meanwhile.
    all.addAll(read(project, open, store.of(project, sessions(open))));
    return all;
  }

  /// Reads the passages that nothing is added to any more, all but the last of each session.
  ///
  /// @param items whole sessions
  /// @param goesOn asked before each passage
  /// @return how many had to be read
  int ahead(ProjectId project, List<ConversationItem> items, BooleanSupplier goesOn) {
    List<Unread> passages = cut(items, List.of());
    Map<Spot, Meaning> stored = store.of(project, sessions(passages));
    int read = 0;
    for (int i = 0; i + 1 < passages.size() && goesOn.getAsBoolean(); i++) {
      Spot spot = passages.get(i).spot;
      boolean last = !passages.get(i + 1).spot.session().equals(spot.session());
      if (!last && !stored.containsKey(spot)) {
        read(project, List.of(passages.get(i)), stored);
        read++;
      }
    }
    return read;
  }

  private List<Unread> cut(List<ConversationItem> items, List<Read> settled) {
    int from = settled.isEmpty() ? 0 : settled.getLast().passage().last() + 1;
    Map<SessionId, Integer> counts = new HashMap<>();
    if (from > 0) {
      Spot last = settled.getLast().spot();
      counts.put(last.session(), last.place() + 1);
    }
    List<Unread> cut = new ArrayList<>();
    for (Passage passage : Passage.of(Utterance.of(items.subList(from, items.size())), from)) {
      SessionId session = items.get(passage.first()).id().session();
      int place = counts.merge(session, 1, Integer::sum) - 1;
      cut.add(new Unread(passage, new Spot(session, place, digest(passage))));
    }
    return cut;
  }

  /// @param stored what the database has of them, perhaps of other words
  private List<Read> read(ProjectId project, List<Unread> passages, Map<Spot, Meaning> stored) {
    Map<Digest, Meaning> known = new HashMap<>();
    stored.forEach((spot, meaning) -> known.put(spot.digest(), meaning));
    List<Read> all = new ArrayList<>();
    for (Unread it : passages) {
      Meaning meaning = known.computeIfAbsent(it.spot.digest(), _ -> meaning(it.passage));
      all.add(new Read(it.passage, it.spot, meaning));
      if (!stored.containsKey(it.spot)) {
        store.keep(project, it.spot, meaning);
      }
    }
    return all;
  }

  private static Set<SessionId> sessions(List<Unread> passages) {
    return passages.stream().map(it -> it.spot.session()).collect(Collectors.toSet());
  }

  /// How many passages each session has, also those that have none any more.
  private static Map<SessionId, Integer> counts(List<Read> passages, Set<Spot> stored) {
    Map<SessionId, Integer> counts = new HashMap<>();
    stored.forEach(spot -> counts.put(spot.session(), 0));
    passages.forEach(read -> counts.merge(read.spot().session(), 1, Integer::sum));
    return counts;
  }

  private Digest digest(Passage passage) {
    return Digest.of(Sha256.of(model.name() + "\n" + passage.text()));
  }

  private Meaning meaning(Passage passage) {
    return model.of(List.of(passage.text())).getFirst();
  }
}
