package ghostwriter.drafting.evidence;

import ghostwriter.drafting.evidence.Ranked.Read;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Through;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ranks a project's conversation. A turn is indexed once: what its passages mean is computed when
/// turns settle ([Indexing]), or at the latest when they are first ranked, and kept in the
/// database; the rest is kept in memory for the last projects that were ranked, and only added to
/// while a conversation goes on. After a correction or a withdrawal the words are indexed anew, the
/// meanings only where they changed.
@Component
public class Rankings {
  /// How many projects are kept in memory; of one of 20 hours of talk, some 12 MB.
  private static final int KEPT = 8;

  private final MeaningModel model;
  private final MeaningModel asked;
  private final Transcripts transcripts;
  private final PassageReader passageReader;

  private final Map<ProjectId, Ranked> kept = new Latest<>(KEPT);

  public Rankings(MeaningModel model, Transcripts transcripts, JdbcClient sql) {
    this.model = model;
    this.asked = new RecentMeanings(model);
    this.transcripts = transcripts;
    this.passageReader = new PassageReader(model, sql);
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
    List<Read> passages = byMeaning ? passageReader.all(reading.project(), items) : List.of();
    var ranking =
        new Ranking(Utterance.of(items), reading.language(), meanings(passages, byMeaning));
    return new Ranked(reading.through(), reading.language(), items, byMeaning, passages, ranking);
  }

  private Ranked carriedOn(Reading reading, Ranked known) {
    if (reading.items().isEmpty()) {
      return known.upTo(reading.through());
    }
    List<ConversationItem> items = joined(known.items(), reading.items());
    List<Read> settled = known.passages().subList(0, known.settledPassages());
    List<Read> passages =
        known.byMeaning() ? passageReader.on(reading.project(), items, settled) : List.of();
    List<Utterance> more = Utterance.of(reading.items(), known.items());
    Ranking longer = known.ranking().with(more, meanings(passages, known.byMeaning()));
    return known.with(reading.through(), items, passages, longer);
  }

  private static List<ConversationItem> joined(
      List<ConversationItem> earlier, List<ConversationItem> later) {
    List<ConversationItem> all = new ArrayList<>(earlier.size() + later.size());
    all.addAll(earlier);
    all.addAll(later);
    return all;
  }

  private Meanings meanings(List<Read> passages, boolean byMeaning) {
    return byMeaning
        ? Meanings.of(
            passages.stream().map(Read::passage).toList(),
            passages.stream().map(Read::meaning).toList(),
            asked)
        : Meanings.UNKNOWN;
  }
}
