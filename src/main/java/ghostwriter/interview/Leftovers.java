package ghostwriter.interview;

import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.DraftRequest;
import ghostwriter.transcript.LiveSession;
import ghostwriter.transcript.Mode;
import ghostwriter.transcript.Through;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Urgency;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What was said and nobody has asked to draft yet: when a conversation rests or ends, it is asked
/// for without the assistant, so that nothing stays undrafted.
final class Leftovers {
  private final Transcripts transcripts;
  private final DraftQueue queue;
  private final JsonMapper json;

  Leftovers(Transcripts transcripts, DraftQueue queue, JsonMapper json) {
    this.transcripts = transcripts;
    this.queue = queue;
    this.json = json;
  }

  /// Asks within the caller's transaction.
  void ask(SessionId session, Urgency urgency) {
    transcripts
        .session(session)
        .filter(live -> live.mode() == Mode.GHOSTWRITING)
        .flatMap(LiveSession::project)
        .filter(project -> transcripts.saidSince(project, drafted(project)))
        .ifPresent(project -> queue.enqueue(request(project, session, urgency)));
  }

  private Through drafted(ProjectId project) {
    return queue
        .through(project)
        .map(text -> json.readValue(text, Through.class))
        .orElse(Through.NOTHING);
  }

  private static DraftRequest request(ProjectId project, SessionId session, Urgency urgency) {
    return new DraftRequest(
        project, Optional.of(session), urgency, Words.NONE, List.of(), List.of(), Map.of());
  }
}
