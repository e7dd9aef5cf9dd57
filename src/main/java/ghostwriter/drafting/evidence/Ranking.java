package ghostwriter.drafting.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Orders the turns of a conversation by how much they have to do with a query: a section's
/// heading, a question, a finished paragraph. Evidence packs and attached sources are its prefixes.
///
/// It adds what the words say and what the passages mean, each on its own scale: the number of
/// standard deviations above the conversation's mean. Where no meanings are known, as in a language
/// the model does not speak, the words decide alone. Safe for many threads; it never changes but
/// for what it remembers of the queries that were asked last, here or of the ranking that it
/// carries on: of those, only the last session and what follows is scored again, and the scores are
/// to the last bit what they would be otherwise.
public final class Ranking {
  /// More than a book has sections, as a rule. One takes 0.4 MB after 20 hours of talk.
  private static final int REMEMBERED = 12;

  private final Surroundings surroundings;
  private final SharedWords words;
  private final Meanings meanings;
  private final Map<String, Scored> recent = new Latest<>(REMEMBERED);

  /// @param turns in the order of the conversation
  /// @param meanings of the passages of these very turns, or {@link Meanings#UNKNOWN}
  public Ranking(List<Utterance> turns, Locale language, Meanings meanings) {
    this(turns, language, Surroundings.of(turns), meanings);
  }

  private Ranking(
      List<Utterance> turns, Locale language, Surroundings surroundings, Meanings meanings) {
    this(surroundings, new SharedWords(turns, language, surroundings), meanings);
  }

  private Ranking(Surroundings surroundings, SharedWords words, Meanings meanings) {
    this.surroundings = surroundings;
    this.words = words;
    this.meanings = meanings;
  }

  /// The same with turns that follow. What was there before is not read again.
  ///
  /// @param all the meanings of all passages as they are then; the model must be the same, or none
  ///   as before
  Ranking with(List<Utterance> more, Meanings all) {
    Surroundings wider = surroundings.with(more);
    var longer = new Ranking(wider, words.with(more, wider), all);
    synchronized (recent) {
      longer.recent.putAll(recent);
    }
    return longer;
  }

  /// The places of all turns, best first; equals keep the order of the conversation.
  public List<Integer> order(String query) {
    return scores(query).order();
  }

  /// What each turn has to do with a query.
  public Scores scores(String query) {
    Scored known =
        remembered(query)
            .filter(it -> words.measures(it.asked()))
            .orElseGet(() -> Scored.begun(words.asked(query), meanings.asked(query)));
    if (known.words().turns() == surroundings.turns()) {
      return known.scores();
    }
    Scored now = scored(known);
    synchronized (recent) {
      recent.put(query, now);
    }
    return now.scores();
  }

  private Optional<Scored> remembered(String query) {
    synchronized (recent) {
      return Optional.ofNullable(recent.get(query));
    }
  }

  private Scored scored(Scored known) {
    int from = known.words().settled();
    var shared = new double[surroundings.turns() - from];
    words.score(known.asked(), shared, from);
    var likeness = new double[shared.length];
    known
        .meant()
        .ifPresent(asked -> {
          meanings.liken(asked, likeness, from);
          surroundings.mean(likeness, from);
        });
    int settled = surroundings.lastSession();
    return known.with(
        known.words().with(shared, settled), known.likeness().with(likeness, settled));
  }
}
