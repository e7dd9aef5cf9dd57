package ghostwriter.web;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import ghostwriter.ops.LongTransaction;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.JobInFull;
import ghostwriter.queue.ListedJob;
import ghostwriter.queue.QueueOverview;
import ghostwriter.queue.TranscriptAnchor;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The queue as the operator sees it.
record QueueView(
    Map<String, Long> counts,
    @Nullable Instant oldestQueuedAt,
    List<Listed> jobs,
    List<LongTransaction> longTransactions) {

  record Listed(
      @JsonUnwrapped JobView job,
      ProjectId projectId,
      String projectTitle,
      @Nullable JobId mergedInto) {
    static Listed of(ListedJob listed, String title) {
      return new Listed(
          JobView.of(listed.job()), listed.project(), title, listed.mergedInto().orElse(null));
    }
  }

  record InFull(
      @JsonUnwrapped Listed job,
      @Nullable SessionId sessionId,
      Request request,
      @Nullable UUID worker,
      long epoch,
      @Nullable Instant due) {
    static InFull of(JobInFull job, String title) {
      return new InFull(
          Listed.of(job.listed(), title),
          job.request().session().orElse(null),
          Request.of(job.request()),
          job.worker().map(worker -> worker.value()).orElse(null),
          job.epoch(),
          job.due().orElse(null));
    }
  }

  record Request(
      String summary,
      List<Pointer> messagePointers,
      List<Anchor> transcriptAnchors,
      Map<String, Object> promptContext) {
    private static Request of(DraftRequest request) {
      return new Request(
          request.summary().text(),
          request.messagePointers().stream().map(Pointer::of).toList(),
          request.transcriptAnchors().stream().map(Anchor::of).toList(),
          request.promptContext());
    }
  }

  record Pointer(SessionId sessionId, String itemId) {
    private static Pointer of(ItemId item) {
      return new Pointer(item.session(), item.id());
    }
  }

  record Anchor(String label, SessionId sessionId, String itemId, int from, int to) {
    private static Anchor of(TranscriptAnchor anchor) {
      return new Anchor(
          anchor.label(), anchor.item().session(), anchor.item().id(), anchor.from(), anchor.to());
    }
  }

  static QueueView of(
      QueueOverview queue, Map<ProjectId, String> titles, List<LongTransaction> open) {
    return new QueueView(
        queue.counts().entrySet().stream()
            .collect(
                toMap(
                    count -> count.getKey().word(), Map.Entry::getValue, Long::sum, TreeMap::new)),
        queue.oldestQueuedAt().orElse(null),
        queue.jobs().stream()
            .map(job -> Listed.of(job, titles.getOrDefault(job.project(), "")))
            .toList(),
        open);
  }
}
