package ghostwriter.web;

import ghostwriter.ops.AuditReport;
import ghostwriter.ops.Finding;
import ghostwriter.ops.TranscriptAudit;
import ghostwriter.vocabulary.ProjectId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What the nightly check found, for the operator.
@RestController
class AuditController {
  record AuditView(
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      int projects,
      int count,
      List<FindingView> findings) {}

  record FindingView(
      String kind,
      ProjectId projectId,
      @Nullable String sessionId,
      String itemId,
      Instant foundAt,
      Instant seenAt) {}

  private final TranscriptAudit audit;
  private final Access access;

  AuditController(TranscriptAudit audit, Access access) {
    this.audit = audit;
    this.access = access;
  }

  @GetMapping("/api/audit")
  AuditView last() {
    access.operator();
    return view(audit.last());
  }

  private static AuditView view(AuditReport report) {
    return new AuditView(
        report.startedAt().orElse(null),
        report.finishedAt().orElse(null),
        report.projects(),
        report.count(),
        report.findings().stream().map(AuditController::view).toList());
  }

  private static FindingView view(Finding finding) {
    return new FindingView(
        finding.kind(),
        finding.project(),
        finding.session().isEmpty() ? null : finding.session(),
        finding.item(),
        finding.foundAt(),
        finding.seenAt());
  }
}
