package ghostwriter.ops;

import ghostwriter.document.Documents;
import ghostwriter.notebook.Notebook;
import ghostwriter.queue.DraftQueue;
import ghostwriter.transcript.Anomaly;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.ProjectId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Checks all transcripts: their order, holes and duplicates, whether the rows say what the raw
/// events say, and whether what points into them finds something there. It has no clock of its own:
/// [NightWatch] calls it.
///
/// Each project is read in one snapshot, so that an interview that goes on meanwhile is no finding.
@Component
public class TranscriptAudit {
  private static final Logger log = LoggerFactory.getLogger(TranscriptAudit.class);
  private static final AuditReport NONE =
      new AuditReport(Optional.empty(), Optional.empty(), 0, 0, List.of());

  private final Transcripts transcripts;
  private final Documents documents;
  private final DraftQueue queue;
  private final Notebook notebook;
  private final AuditStore store;
  private final InstantSource clock;
  private final TransactionTemplate snapshot;

  public TranscriptAudit(
      Transcripts transcripts,
      Documents documents,
      DraftQueue queue,
      Notebook notebook,
      JdbcClient sql,
      InstantSource clock,
      PlatformTransactionManager transactions) {
    this.transcripts = transcripts;
    this.documents = documents;
    this.queue = queue;
    this.notebook = notebook;
    this.store = new AuditStore(sql);
    this.clock = clock;
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// Does this night's audit, unless a node has begun it already.
  ///
  /// @return whether it was this call that did it
  public boolean tonight() {
    boolean mine = store.begin(night(), clock.instant());
    if (mine) {
      goThrough();
    }
    return mine;
  }

  /// Does an audit now.
  public AuditReport now() {
    store.beginAgain(night(), clock.instant());
    goThrough();
    return last();
  }

  /// The last audit.
  public AuditReport last() {
    return store.last().orElse(NONE);
  }

  private LocalDate night() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private void goThrough() {
    int projects = 0;
    int findings = 0;
    List<ProjectId> page = transcripts.projectsAfter(Optional.empty());
    while (!page.isEmpty()) {
      for (ProjectId project : page) {
        findings += inspect(project);
        projects++;
      }
      page = transcripts.projectsAfter(Optional.of(page.getLast()));
    }
    store.end(night(), projects, findings, clock.instant());
    log.atInfo()
        .addKeyValue("projects", projects)
        .addKeyValue("findings", findings)
        .log("audited the transcripts");
  }

  private int inspect(ProjectId project) {
    try {
      List<Finding> found = snapshot.execute(_ -> findings(project));
      found.forEach(this::record);
      return found.size();
    } catch (DataIntegrityViolationException gone) {
      log.atInfo().addKeyValue("project", project).log("went away while it was audited");
      return 0;
    } catch (RuntimeException unreadable) {
      log.atError()
          .addKeyValue("project", project)
          .addKeyValue("failure", unreadable.getClass().getName())
          .log("could not read a transcript");
      record(finding(project, "unreadable", "", ""));
      return 1;
    }
  }

  private List<Finding> findings(ProjectId project) {
    List<Finding> found = new ArrayList<>();
    for (Anomaly anomaly : transcripts.inspect(project)) {
      String kind = anomaly.kind().name().toLowerCase(Locale.ROOT);
      found.add(finding(project, kind, anomaly.session().toString(), anomaly.item()));
    }
    found.addAll(dangling(project, "dangling_source", documents.cited(project)));
    Set<ItemId> pointedAt = new HashSet<>(queue.pointedAt(project));
    pointedAt.addAll(notebook.pointedAt(project));
    found.addAll(dangling(project, "dangling_pointer", pointedAt));
    return found;
  }

  private List<Finding> dangling(ProjectId project, String kind, Collection<ItemId> named) {
    var known = transcripts.find(project, named).keySet();
    return named.stream()
        .filter(item -> !known.contains(item))
        .map(item -> finding(project, kind, item.session().toString(), item.id()))
        .toList();
  }

  private Finding finding(ProjectId project, String kind, String session, String item) {
    Instant now = clock.instant();
    return new Finding(project, kind, session, item, now, now);
  }

  private void record(Finding finding) {
    store.record(finding);
    log.atWarn()
        .addKeyValue("kind", finding.kind())
        .addKeyValue("project", finding.project())
        .addKeyValue("session", finding.session())
        .addKeyValue("item", finding.item())
        .log("found something in a transcript that cannot be");
  }
}
