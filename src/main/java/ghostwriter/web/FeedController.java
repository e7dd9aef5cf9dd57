package ghostwriter.web;

import ghostwriter.account.Accounts;
import ghostwriter.feed.Feed;
import ghostwriter.feed.FeedEvent;
import ghostwriter.project.Projects;
import ghostwriter.vocabulary.ProjectId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// News of a project as server-sent events. The request's own virtual thread writes the stream
/// until the browser is gone, the person may no longer read, or the server stops.
@RestController
class FeedController {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final int BATCH = 500;

  private final Feed feed;
  private final Access access;
  private final Accounts accounts;
  private final Projects projects;
  private final JsonMapper json;
  private final Viewers viewers;

  FeedController(
      Feed feed,
      Access access,
      Accounts accounts,
      Projects projects,
      Viewers viewers,
      JsonMapper json) {
    this.viewers = viewers;
    this.feed = feed;
    this.access = access;
    this.accounts = accounts;
    this.projects = projects;
    this.json = json;
  }

  @GetMapping("/api/projects/{project}/feed")
  void stream(
      @PathVariable ProjectId project,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen,
      @RequestParam(required = false) @Nullable Long after,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    access.read(project);
    try (var watch = feed.watch(project);
        var _ = viewers.sit(access.person().id(), watch::wake)) {
      long last = feed.last(project);
      long from = lastSeen != null ? lastSeen : after != null ? after : last;
      var viewer = new Viewer(project, request, new EventStream(response));
      viewer.out().event("hello", "{\"seq\":" + last + "}");
      follow(viewer, watch, from);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private record Viewer(ProjectId project, HttpServletRequest request, EventStream out) {
    private boolean isThere() {
      return out.isThere();
    }
  }

  private void follow(Viewer viewer, Feed.Watch watch, long from) throws InterruptedException {
    long seen = from;
    while (viewers.stay() && viewer.isThere()) {
      List<FeedEvent> news = feed.after(viewer.project(), seen, BATCH);
      // Asked after the news was read: what came behind the end of a sign-in is not told any more.
      if (!mayRead(viewer)) {
        return;
      }
      news.forEach(event -> write(event, viewer.out()));
      seen = news.isEmpty() ? seen : news.getLast().seq();
      if (news.size() < BATCH && viewer.isThere()) {
        watch.await(HEARTBEAT);
        viewer.out().beat();
      }
    }
  }

  /// Asked anew each round: a sign-in may end, a membership be taken away, and the project be
  /// deleted while the stream is open.
  private boolean mayRead(Viewer viewer) {
    return SignInFilter.person(viewer.request(), accounts)
        .flatMap(person -> accounts.roleOf(person, viewer.project()))
        .flatMap(_ -> projects.find(viewer.project()))
        .isPresent();
  }

  private void write(FeedEvent event, EventStream out) {
    ObjectNode data = json.createObjectNode();
    data.put("seq", event.seq()).put("at", event.at().toString()).put("kind", event.kind());
    data.setAll((ObjectNode) json.readTree(event.payload()));
    out.event(event.seq(), event.kind(), data.toString());
  }
}
