package ghostwriter.web;

import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.interview.Interview;
import ghostwriter.interview.Interviews;
import ghostwriter.vocabulary.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// A live session as server-sent events: what there is, then what changes. The request's own
/// virtual thread writes until the browser is gone, the person may no longer read, or the server
/// stops.
@RestController
class SessionStreamController {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  /// A hint from another node may be lost.
  private static final Duration LOOK = Duration.ofSeconds(3);

  /// How many items a new viewer is shown.
  private static final int SHOWN = 300;

  record Snapshot(SessionView session, List<SpokenView> items, boolean earlier) {}

  private final Interviews interviews;
  private final SessionAccess sessions;
  private final Access access;
  private final Accounts accounts;
  private final JsonMapper json;
  private final Viewers viewers;

  SessionStreamController(
      Interviews interviews,
      SessionAccess sessions,
      Access access,
      Accounts accounts,
      Viewers viewers,
      JsonMapper json) {
    this.viewers = viewers;
    this.interviews = interviews;
    this.sessions = sessions;
    this.access = access;
    this.accounts = accounts;
    this.json = json;
  }

  @GetMapping("/api/sessions/{session}/stream")
  void stream(
      @PathVariable SessionId session, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    sessions.read(session);
    try (var watch = interviews.watch(session);
        var _ = viewers.sit(access.person().id(), watch::wake)) {
      new Viewer(session, request, new EventStream(response)).follow(watch);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /// What one viewer has been shown.
  private final class Viewer {
    private final SessionId session;
    private final HttpServletRequest request;
    private final EventStream out;
    private final Map<String, SpokenView> items = new HashMap<>();
    private @Nullable SessionView shown;
    private long lastBeat = System.nanoTime();

    private Viewer(SessionId session, HttpServletRequest request, EventStream out) {
      this.session = session;
      this.request = request;
      this.out = out;
    }

    private void follow(Interviews.Watch watch) throws InterruptedException {
      while (viewers.stay() && out.isThere()) {
        Optional<SessionView> now = look();
        if (now.isEmpty()) {
          return;
        }
        show(now.get(), SpokenView.of(interviews.items(session)));
        beatWhenDue();
        if (out.isThere()) {
          watch.await(LOOK);
        }
      }
    }

    /// Asked anew each time: a sign-in may end, and a membership be taken away.
    private Optional<SessionView> look() {
      Optional<Interview> interview = interviews.find(session);
      Optional<Person> person = SignInFilter.person(request, accounts);
      return interview.flatMap(it ->
          person
              .filter(who -> sessions.role(who, it).isPresent())
              .map(who -> sessions.view(it, who)));
    }

    private void show(SessionView now, List<SpokenView> all) {
      if (shown == null) {
        snapshot(now, all);
      } else {
        if (!shown.withoutDraft().equals(now.withoutDraft())) {
          write("session", now);
        }
        all.stream()
            .filter(item -> !item.equals(items.get(item.itemId())))
            .forEach(item -> write("item", item));
      }
      shown = now;
      withdraw(all);
      all.forEach(item -> items.put(item.itemId(), item));
    }

    /// What turned out to be nothing, such as noise, must not stand there unfinished.
    private void withdraw(List<SpokenView> all) {
      Set<String> there = all.stream().map(SpokenView::itemId).collect(Collectors.toSet());
      items.values().stream()
          .filter(item -> !there.contains(item.itemId()))
          .forEach(item -> write("item", item.withdrawn()));
      items.keySet().retainAll(there);
    }

    private void snapshot(SessionView now, List<SpokenView> all) {
      int from = Math.max(0, all.size() - SHOWN);
      write("snapshot", new Snapshot(now, all.subList(from, all.size()), from > 0));
    }

    private void write(String kind, Object data) {
      out.event(kind, json.writeValueAsString(data));
    }

    private void beatWhenDue() {
      if (System.nanoTime() - lastBeat > HEARTBEAT.toNanos()) {
        lastBeat = System.nanoTime();
        out.beat();
      }
    }
  }
}
