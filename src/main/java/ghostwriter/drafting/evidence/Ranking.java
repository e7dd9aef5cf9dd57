package ghostwriter.drafting.evidence;

import java.util.List;
import java.util.Locale;

/// Orders the turns of a conversation by how much they have to do with a query: a section's
/// heading, a question, a finished paragraph. Evidence packs and attached sources are its prefixes.
///
/// It adds what the words say and what the passages mean, each on its own scale: the number of
/// standard deviations above the conversation's mean. Where no meanings are known, as in a language
/// the model does not speak, the words decide alone. Immutable, safe for many threads.
public final class Ranking {
  private final Surroundings surroundings;
  private final SharedWords words;
  private final Meanings meanings;

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
  /// @param all the meanings of all passages as they are then
  Ranking with(List<Utterance> more, Meanings all) {
    Surroundings wider = surroundings.with(more);
    return new Ranking(wider, words.with(more, wider), all);
  }

  /// The places of all turns, best first; equals keep the order of the conversation.
  public List<Integer> order(String query) {
    return scores(query).order();
  }

  /// What each turn has to do with a query.
  public Scores scores(String query) {
    double[] shared = words.scores(query);
    return new Scores(shared, surroundings.mean(meanings.likeness(query, shared.length)));
  }
}
