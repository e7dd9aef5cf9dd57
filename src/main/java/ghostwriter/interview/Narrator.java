package ghostwriter.interview;

import ghostwriter.feed.Feed;
import ghostwriter.feed.FeedEvent;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Follows a project's feed for a session: what ended drafts have to be told. Used by the session's
/// thread.
final class Narrator {
  private static final int PAGE = 200;

  private final Feed feed;
  private final JsonMapper json;
  private final ProjectId project;
  private long seen;

  /// @param told the number of the last news that needs no telling
  Narrator(Feed feed, JsonMapper json, ProjectId project, long told) {
    this.feed = feed;
    this.json = json;
    this.project = project;
    this.seen = told;
  }

  ProjectId project() {
    return project;
  }

  /// What happened since the last look.
  ///
  /// @param any whether there was any news at all
  /// @param ended the drafts that ended
  record News(boolean any, List<Happening.DraftEnded> ended) {}

  News look() {
    List<Happening.DraftEnded> ended = new ArrayList<>();
    long last = seen;
    List<FeedEvent> page;
    do {
      page = feed.after(project, last, PAGE);
      for (FeedEvent event : page) {
        last = event.seq();
        if (event.kind().equals("draftProgress")) {
          ended.add(ended(event));
        }
      }
    } while (page.size() == PAGE);
    boolean any = last > seen;
    // Only now: a look that fails at a later page is tried again as a whole.
    seen = last;
    return new News(any, ended);
  }

  private Happening.DraftEnded ended(FeedEvent event) {
    JsonNode progress = json.readTree(event.payload());
    return new Happening.DraftEnded(
        event.seq(),
        JobId.of(progress.path("jobId").asString("")),
        "progress_" + event.seq(),
        new Words(event.payload()),
        progress.path("status").asString("").equals("completed"));
  }
}
