package ghostwriter.interview;

import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The sessions that run on this node, and the projects they follow. Safe for many threads.
final class HeldSessions {
  /// A session and the thread that runs it.
  record Held(InterviewSession session, Thread thread) {}

  private final Map<SessionId, Held> held = new ConcurrentHashMap<>();
  private final Map<ProjectId, Set<InterviewSession>> following = new ConcurrentHashMap<>();

  void add(InterviewSession session, Thread thread) {
    held.put(session.id(), new Held(session, thread));
  }

  void follow(InterviewSession session, ProjectId project) {
    following.compute(
        project,
        (_, sessions) -> {
          Set<InterviewSession> all = sessions == null ? ConcurrentHashMap.newKeySet() : sessions;
          all.add(session);
          return all;
        });
  }

  void remove(InterviewSession session) {
    held.computeIfPresent(session.id(), (_, it) -> it.session().equals(session) ? null : it);
    following.keySet().forEach(project -> unfollow(session, project));
  }

  /// In one step, so that a session which joins meanwhile is not forgotten with the empty set.
  private void unfollow(InterviewSession session, ProjectId project) {
    following.computeIfPresent(
        project,
        (_, sessions) -> {
          sessions.remove(session);
          return sessions.isEmpty() ? null : sessions;
        });
  }

  List<Held> all() {
    return List.copyOf(held.values());
  }

  Set<SessionId> ids() {
    return Set.copyOf(held.keySet());
  }

  Optional<InterviewSession> find(SessionId id) {
    return Optional.ofNullable(held.get(id)).map(Held::session);
  }

  Collection<InterviewSession> of(ProjectId project) {
    return following.getOrDefault(project, Set.of());
  }

  void lookAll() {
    held.values().forEach(it -> it.session().look());
  }
}
