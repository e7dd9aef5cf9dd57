package ghostwriter.drafting.evidence;

import ghostwriter.project.Project;
import ghostwriter.project.Projects;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.LiveSession;
import ghostwriter.transcript.Through;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Reads what was said for its meaning before a draft needs it. It has no thread of its own: a loop
/// drives it, and a test steps it. For one thread at a time; any number of nodes may do the same on
/// one database.
@Component
public class Indexing {
  /// Of so many projects it is remembered how far they were looked at; others are looked at anew.
  private static final int REMEMBERED = 1_000;

  private final MeaningModel model;
  private final Projects projects;
  private final Transcripts transcripts;
  private final PassageReader passages;
  private final Map<ProjectId, Through> looked = new Latest<>(REMEMBERED);

  public Indexing(MeaningModel model, Projects projects, Transcripts transcripts, JdbcClient sql) {
    this.model = model;
    this.projects = projects;
    this.transcripts = transcripts;
    this.passages = new PassageReader(model, sql);
  }

  /// The project that a live session belongs to by now.
  public Optional<ProjectId> project(SessionId session) {
    return transcripts.session(session).flatMap(LiveSession::project);
  }

  /// Reads the passages that were completed since the last look, in the project's language where
  /// the model speaks it. The last passage of a session is left to whoever ranks it, for it changes
  /// with what follows. Call it with no transaction open: an hour of talk takes seconds.
  ///
  /// @param goesOn asked now and then; where not, the rest is left to the next look
  /// @return how many passages had to be read
  public int catchUp(ProjectId project, BooleanSupplier goesOn) {
    boolean spoken =
        projects.find(project).map(Project::language).filter(model::speaks).isPresent();
    if (!spoken) {
      return 0;
    }
    Through now = transcripts.settled(project);
    List<ConversationItem> items = transcripts.since(project, withoutNews(project, now));
    int read = items.isEmpty() ? 0 : passages.ahead(project, items, goesOn);
    if (goesOn.getAsBoolean()) {
      looked.put(project, now);
    }
    return read;
  }

  /// The sessions in which nothing was told since the last look.
  private Through withoutNews(ProjectId project, Through now) {
    Map<SessionId, Integer> known = looked.getOrDefault(project, Through.NOTHING).told();
    Map<SessionId, Integer> quiet = new HashMap<>(now.told());
    quiet.entrySet().removeIf(it -> !it.getValue().equals(known.get(it.getKey())));
    return new Through(quiet);
  }
}
