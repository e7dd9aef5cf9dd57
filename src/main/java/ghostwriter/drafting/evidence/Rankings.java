package ghostwriter.drafting.evidence;

import ghostwriter.drafting.evidence.MeaningStore.Digest;
import ghostwriter.drafting.evidence.MeaningStore.Spot;
import ghostwriter.drafting.evidence.Ranked.Read;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Through;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ranks a project's conversation. A turn is indexed once: what its passages mean is computed when
/// they are first ranked, some 15 ms each, and kept in the database; the rest is kept in memory for
/// the last projects that were ranked, and only added to while a conversation goes on. After a
/// correction or a withdrawal the words are indexed anew, the meanings only where they changed.
@Component
public class Rankings {
  /// How many projects are kept in memory; of one of 20 hours of talk, some 8 MB.
  private static final int KEPT = 8;

  private final MeaningModel model;
  private final MeaningModel asked;
  private final Transcripts transcripts;
  private final MeaningStore store;

  private final Map<ProjectId, Ranked> kept = new Latest<>(KEPT);

  public Rankings(MeaningModel model, Transcripts transcripts, JdbcClient sql) {
    this.model = model;
    this.asked = new RecentMeanings(model);
    this.transcripts = transcripts;
    this.store = new MeaningStore(sql);
  }

  /// What is to be ranked, as one snapshot held it.
  ///
  /// @param known what was ranked before, where it only goes on
  /// @param items what follows it; all of the conversation where nothing is known
  public record Reading(
      ProjectId project,
      Locale language,
      Through through,
      Optional<Ranked> known,
      List<ConversationItem> items) {
    public Reading {
      items = List.copyOf(items);
    }
  }

  /// Reads what is told of a project's conversation, in the caller's transaction.
  public Reading read(ProjectId project, Locale language) {
    Through through = transcripts.settled(project);
    return kept(project)
        .filter(known -> known.language().equals(language))
        .flatMap(known -> goingOn(project, known, through))
        .orElseGet(() ->
            new Reading(
                project,
                language,
                through,
                Optional.empty(),
                transcripts.since(project, Through.NOTHING)));
  }

  private Optional<Reading> goingOn(ProjectId project, Ranked known, Through through) {
    List<ConversationItem> more = transcripts.since(project, known.through());
    return known.goesOnWith(more, transcripts.unsaid(project, known.through()))
        ? Optional.of(new Reading(project, known.language(), through, Optional.of(known), more))
        : Optional.empty();
  }

  /// Ranks what was read, by words and by meaning. Call it with no transaction open: the first time
  /// may take seconds.
  public Ranked of(Reading reading) {
    return of(reading, model.speaks(reading.language()));
  }

  /// Ranks what was read by its words alone, which costs next to nothing.
  public Ranked byWords(Reading reading) {
    return of(reading, false);
  }

  private Ranked of(Reading reading, boolean byMeaning) {
    Ranked ranked =
        reading
            .known()
            .map(known ->
                known.byMeaning() == byMeaning
                    ? carriedOn(reading, known)
                    : begun(reading, joined(known.items(), reading.items()), byMeaning))
            .orElseGet(() -> begun(reading, reading.items(), byMeaning));
    synchronized (kept) {
      kept.put(reading.project(), ranked);
    }
    return ranked;
  }

  private Optional<Ranked> kept(ProjectId project) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(project));
    }
  }

  private Ranked begun(Reading reading, List<ConversationItem> items, boolean byMeaning) {
    List<Read> passages = List.of();
    Meanings meanings = Meanings.UNKNOWN;
    if (byMeaning) {
      Map<Spot, Meaning> stored = store.of(reading.project());
      passages = read(reading.project(), items, List.of(), stored);
      store.trim(reading.project(), counts(passages, stored.keySet()));
      meanings = meanings(passages);
    }
    var ranking = new Ranking(Utterance.of(items), reading.language(), meanings);
    return new Ranked(reading.through(), reading.language(), items, byMeaning, passages, ranking);
  }

  private Ranked carriedOn(Reading reading, Ranked known) {
    if (reading.items().isEmpty()) {
      return known.upTo(reading.through());
    }
    List<ConversationItem> items = joined(known.items(), reading.items());
    List<Read> passages = List.of();
    Meanings meanings = Meanings.UNKNOWN;
    if (known.byMeaning()) {
      List<Read> settled = known.passages().subList(0, known.settledPassages());
      // Other nodes may have read it meanwhile.
      Set<SessionId> open = sessions(items.subList(end(settled), items.size()));
      passages = read(reading.project(), items, settled, store.of(reading.project(), open));
      meanings = meanings(passages);
    }
    List<Utterance> more = Utterance.of(reading.items(), known.items());
    return known.with(reading.through(), items, passages, known.ranking().with(more, meanings));
  }

  private static List<ConversationItem> joined(
      List<ConversationItem> earlier, List<ConversationItem> later) {
    List<ConversationItem> all = new ArrayList<>(earlier.size() + later.size());
    all.addAll(earlier);
    all.addAll(later);
    return all;
  }

  private static Set<SessionId> sessions(List<ConversationItem> items) {
    return items.stream().map(item -> item.id().session()).collect(Collectors.toSet());
  }

  /// The place of the turn that follows.
  private static int end(List<Read> passages) {
    return passages.isEmpty() ? 0 : passages.getLast().passage().last() + 1;
  }

  /// How many passages each session has, also those that have none any more.
  private static Map<SessionId, Integer> counts(List<Read> passages, Set<Spot> stored) {
    Map<SessionId, Integer> counts = new HashMap<>();
    stored.forEach(spot -> counts.put(spot.session(), 0));
    passages.forEach(read -> counts.merge(read.spot().session(), 1, Integer::sum));
    return counts;
  }

  private Meanings meanings(List<Read> passages) {
    return Meanings.of(
        passages.stream().map(Read::passage).toList(),
        passages.stream().map(Read::meaning).toList(),
        asked);
  }

  /// Reads the passages behind those that are settled.
  ///
  /// @param stored what the database has of them, perhaps of other words
  private List<Read> read(
      ProjectId project,
      List<ConversationItem> items,
      List<Read> settled,
      Map<Spot, Meaning> stored) {
    int from = end(settled);
    Map<SessionId, Integer> counts = new HashMap<>();
    if (from > 0) {
      Spot last = settled.getLast().spot();
      counts.put(last.session(), last.place() + 1);
    }
    Map<Digest, Meaning> known = new HashMap<>();
    stored.forEach((spot, meaning) -> known.put(spot.digest(), meaning));
    List<Read> all = new ArrayList<>(settled);
    for (Passage passage : Passage.of(Utterance.of(items.subList(from, items.size())), from)) {
      SessionId session = items.get(passage.first()).id().session();
      int place = counts.merge(session, 1, Integer::sum) - 1;
      var spot = new Spot(session, place, digest(passage));
      Meaning meaning = known.computeIfAbsent(spot.digest(), _ -> read(passage));
      all.add(new Read(passage, spot, meaning));
      if (!stored.containsKey(spot)) {
        store.keep(project, spot, meaning);
      }
    }
    return all;
  }

  private Digest digest(Passage passage) {
    return Digest.of(Sha256.of(model.name() + "\n" + passage.text()));
  }

  private Meaning read(Passage passage) {
    return model.of(List.of(passage.text())).getFirst();
  }
}
