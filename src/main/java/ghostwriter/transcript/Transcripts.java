package ghostwriter.transcript;

import ghostwriter.feed.Feed;
import ghostwriter.feed.ProjectEvent.ItemCorrected;
import ghostwriter.feed.Transactions;
import ghostwriter.project.Projects;
import ghostwriter.transcript.CorrectionResult.Corrected;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The door to what was said. Safe for many threads; whatever changes something joins the caller's
/// transaction.
@Component
public class Transcripts {
  /// How much a project's transcript holds.
  public record Extent(int sessions, int items, int words) {
    public static final Extent NOTHING = new Extent(0, 0, 0);
  }

  /// A place in a project's transcript: after this turn of this session.
  public record Cursor(SessionId session, int turn) {}

  private final JdbcClient sql;
  private final SessionStore sessions;
  private final RawEventStore events;
  private final ItemStore items;
  private final ItemReader reader;
  private final Unread unread;
  private final LiveTranscripts live;
  private final Inspection inspection;
  private final Projects projects;
  private final Feed feed;
  private final Ids ids;
  private final InstantSource clock;

  public Transcripts(
      JdbcClient sql,
      JdbcOperations batches,
      JsonMapper json,
      Projects projects,
      Feed feed,
      Ids ids,
      InstantSource clock) {
    this.sql = sql;
    this.sessions = new SessionStore(sql);
    this.events = new RawEventStore(sql, batches, json);
    this.items = new ItemStore(sql, batches);
    this.reader = new ItemReader(sql);
    this.unread = new Unread(sql);
    this.live = new LiveTranscripts(sessions, events, items);
    this.inspection = new Inspection(sql);
    this.projects = projects;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /// Stores a recorded conversation as a finished session, all of it settled.
  ///
  /// @param name what the recording is called
  public SessionId addRecording(ProjectId project, String name, List<RecordedTurn> turns) {
    Transactions.require();
    var session = new SessionId(ids.next());
    var now = clock.instant();
    String dictionary = dictionary(project);
    sessions.addRecording(session, project, name, turns.getLast().turn(), dictionary, now);
    items.insertRecording(project, session, dictionary, turns, now);
    return session;
  }

  /// The id of an imported item.
  public static String importedId(int turn) {
    return "imported_" + turn;
  }

  /// Whose words are evidence in a project, as the conversations name them; empty where everybody's
  /// are.
  public List<String> clients(ProjectId project) {
    return reader.clients(project);
  }

  private String dictionary(ProjectId project) {
    return Dictionaries.of(projects.find(project).orElseThrow().language());
  }

  /// Opens a live session. Without a project it is assigned one later.
  public SessionId openSession(String name, Optional<ProjectId> project) {
    Transactions.require();
    var session = new SessionId(ids.next());
    sessions.open(session, name, clock.instant());
    project.ifPresent(it -> live.assign(session, it, dictionary(it)));
    return session;
  }

  /// Gives a session to a project, once. What was said so far goes into the project's transcript,
  /// marked as said while selecting.
  ///
  /// @throws SessionClosed where it is finished or there is none
  public AssignResult assign(SessionId session, ProjectId project) {
    Transactions.require();
    return live.assign(session, project, dictionary(project));
  }

  /// Stores raw events, in order, and what follows from them. The caller acts on the changes after
  /// its commit. One writer a session: a second one waits for the first one's commit.
  ///
  /// @throws SessionClosed where the session is finished or there is none
  public Appended append(SessionId session, List<RawEvent> more, Mode mode) {
    Transactions.require();
    return live.append(session, more, mode, clock.instant());
  }

  /// A live session; empty where there is none, or where it is a recording.
  public Optional<LiveSession> session(SessionId session) {
    return sessions.find(session);
  }

  /// The transcript of a live session as its raw events tell it, also before it has a project.
  ///
  /// @return empty where there is no such live session
  public Optional<Fold> fold(SessionId session) {
    return sessions.find(session).map(live::fold);
  }

  /// Ends a session for good: what is still open settles, and what is stored is compared with what
  /// the raw events say. Wait for pending transcriptions before. Ending it twice compares again.
  public Finished finish(SessionId session) {
    Transactions.require();
    LiveSession before = sessions.find(session).orElseThrow(() -> new SessionClosed(session));
    if (!before.open()) {
      return new Finished(before.events(), List.of(), compare(before));
    }
    var now = clock.instant();
    int epoch = Math.max(before.epoch(), 1);
    Appended last = live.append(session, List.of(RawEvent.sessionEnded(epoch, now)), null, now);
    var anomalies = compare(sessions.find(session).orElseThrow());
    live.close(session, now);
    return new Finished(last.seq(), last.changes(), anomalies);
  }

  private List<Anomaly> compare(LiveSession session) {
    Fold again = live.refold(session);
    List<Anomaly> found =
        new ArrayList<>(Inspection.between(session.id(), live.fold(session), again));
    session
        .project()
        .ifPresent(project -> found.addAll(inspection.against(project, session.id(), again)));
    return found;
  }

  /// All that cannot be about a project's transcript: holes, duplicates, and where the rows differ
  /// from the raw events.
  public List<Anomaly> inspect(ProjectId project) {
    List<Anomaly> found = new ArrayList<>();
    for (SessionId id : sessions.of(project)) {
      Optional<LiveSession> talk = sessions.find(id);
      found.addAll(inspection.turns(project, id, talk.isEmpty()));
      talk.ifPresent(session -> found.addAll(inspectLive(project, session)));
    }
    return found;
  }

  private List<Anomaly> inspectLive(ProjectId project, LiveSession session) {
    List<Long> gaps = events.gaps(session.id());
    return gaps.isEmpty()
        ? inspection.against(project, session.id(), live.refold(session))
        : gaps.stream()
            .map(seq -> new Anomaly(session.id(), Anomaly.Kind.GAP, "event " + seq))
            .toList();
  }

  /// The projects that have a transcript, in the order of their ids, some at a time.
  ///
  /// @param last the last one of the page before
  public List<ProjectId> projectsAfter(Optional<ProjectId> last) {
    return sessions.projectsAfter(last);
  }

  /// Puts an item's words right. The wording before is kept, and the item counts as new to readers.
  ///
  /// @param revision that of the words which were read
  public CorrectionResult correct(
      ProjectId project, ItemId item, int revision, Words words, PersonId person) {
    Transactions.require();
    var result =
        new Corrections(sql).correct(project, item, revision, words, person, clock.instant());
    if (result instanceof Corrected(var now) && now > revision) {
      feed.post(project, new ItemCorrected(item.session(), item.id(), now));
    }
    return result;
  }

  /// The whole conversation over all sessions, in order: what drafting, search and export read.
  public List<ConversationItem> ofProject(ProjectId project) {
    return page(project, Optional.empty(), Integer.MAX_VALUE);
  }

  /// A stretch of a project's conversation in order.
  public List<ConversationItem> page(ProjectId project, Optional<Cursor> after, int limit) {
    return reader.page(project, after, limit);
  }

  /// The material that was told after a reader's last look, in the conversation's order. What was
  /// said while a project was chosen and its blueprint filled is talk about the book, and none.
  public List<ConversationItem> since(ProjectId project, Through read) {
    return unread.since(project, read);
  }

  /// The numbers under which that material was told.
  public Map<ItemId, Integer> tellings(ProjectId project, Through read) {
    return unread.tellings(project, read);
  }

  /// What a reader must not keep: items that were withdrawn at any time, and those that were told
  /// anew after its last look and have no words now.
  public Set<ItemId> unsaid(ProjectId project, Through read) {
    return unread.unsaid(project, read);
  }

  /// Whether the client told material after a reader's last look.
  public boolean saidSince(ProjectId project, Through read) {
    return unread.saidSince(project, read);
  }

  /// The items that hold these words, best first.
  ///
  /// @param query words, `"phrases"`, `or`, and `-words` that must not occur
  public List<Excerpt> search(ProjectId project, String query, int limit) {
    return new Search(sql).find(project, dictionary(project), query, limit);
  }

  /// The items of these ids that the project has; unknown ids are left out.
  public Map<ItemId, ConversationItem> find(ProjectId project, Collection<ItemId> wanted) {
    return reader.find(project, wanted);
  }

  /// What was being answered: the turns before each of these items in its own session, in order.
  ///
  /// @param turns how many before each of them at most
  public Map<ItemId, List<ConversationItem>> before(
      ProjectId project, Collection<ItemId> answers, int turns) {
    return reader.before(project, answers, turns);
  }

  /// The newest thing the client said in a session, withdrawn or lost words left out. It has no
  /// words yet while they are still being written down.
  public Optional<ConversationItem> lastSaid(ProjectId project, SessionId session) {
    return reader.lastSaid(project, session);
  }

  /// What the assistant last asked the client about their book, in all live sessions of a project:
  /// its turns that hold a question, oldest first.
  public List<Words> asked(ProjectId project, int limit) {
    return reader.asked(project, limit);
  }

  /// What an item of a live session is called for good, by that id or by the name it goes by on the
  /// session's last connection.
  public Optional<ItemId> named(SessionId session, String name) {
    return sessions
        .find(session)
        .flatMap(found -> live.fold(found).find(found.epoch(), name))
        .map(item -> new ItemId(session, item.id()));
  }

  /// The items that sources name, each with the words it had when it was cited; unknown ones are
  /// left out.
  public Map<Source, ConversationItem> cited(ProjectId project, Collection<Source> sources) {
    return reader.cited(project, sources);
  }

  /// How far each session of a project may be read.
  public Through settled(ProjectId project) {
    return sessions.settled(project);
  }

  /// The name each session of a project goes by.
  public Map<SessionId, String> names(ProjectId project) {
    return sessions.names(project);
  }

  /// How much each of these projects holds; those without a word are left out.
  public Map<ProjectId, Extent> extents(Collection<ProjectId> wanted) {
    return reader.extents(wanted);
  }
}
