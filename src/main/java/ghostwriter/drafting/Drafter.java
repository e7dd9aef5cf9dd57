package ghostwriter.drafting;

import ghostwriter.blueprint.Blueprint;
import ghostwriter.document.ApplyResult;
import ghostwriter.document.Author;
import ghostwriter.document.Documents;
import ghostwriter.document.Edit;
import ghostwriter.drafting.JobOutcome.Finished;
import ghostwriter.drafting.JobOutcome.GiveUp;
import ghostwriter.drafting.JobOutcome.TryLater;
import ghostwriter.drafting.claims.Marking;
import ghostwriter.notebook.Notebook;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftQueue;
import ghostwriter.queue.Failure;
import ghostwriter.queue.Finish;
import ghostwriter.queue.LeaseLost;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// Takes one claimed job through its steps: brief, model, checkpoint, publish.
@Component
class Drafter {
  private final Briefs briefs;
  private final DraftModel model;
  private final Marking marking;
  private final Told told = new Told();
  private final Budget budget;
  private final Documents documents;
  private final Notebook notebook;
  private final Transcripts transcripts;
  private final DraftQueue queue;
  private final JsonMapper json;
  private final TransactionTemplate transaction;
  private final TransactionTemplate snapshot;

  Drafter(
      Briefs briefs,
      DraftModel model,
      Marking marking,
      Budget budget,
      Documents documents,
      Notebook notebook,
      Transcripts transcripts,
      DraftQueue queue,
      JsonMapper json,
      PlatformTransactionManager transactions) {
    this.briefs = briefs;
    this.model = model;
    this.marking = marking;
    this.budget = budget;
    this.documents = documents;
    this.notebook = notebook;
    this.transcripts = transcripts;
    this.queue = queue;
    this.json = json;
    this.transaction = new TransactionTemplate(transactions);
    this.snapshot = new TransactionTemplate(transactions);
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  JobOutcome draft(DraftJob job) {
    Optional<Checkpoint> kept =
        job.answer().map(answer -> json.readValue(answer, Checkpoint.class));
    return kept.map(checkpoint -> goOn(job, checkpoint)).orElseGet(() -> ask(job));
  }

  /// With an answer that an earlier attempt received.
  private JobOutcome goOn(DraftJob job, Checkpoint checkpoint) {
    Optional<Briefs.Read> read = snapshot.execute(_ -> read(job));
    return publish(job, read.map(it -> doubted(job, it.bare(), checkpoint)).orElse(checkpoint));
  }

  private JobOutcome ask(DraftJob job) {
    Optional<Briefs.Read> read = snapshot.execute(_ -> read(job));
    return read.map(material -> ask(job, briefs.assemble(material, model)))
        .orElseGet(() -> new GiveUp(Failure.of(Blueprint.NOT_COMMITTED)));
  }

  /// A run that stood still since its claim may not be ours any more: nothing is paid for it then.
  private Optional<Briefs.Read> read(DraftJob job) {
    queue.confirm(job);
    return briefs.read(job);
  }

  private JobOutcome ask(DraftJob job, Briefs.Assembled read) {
    boolean isGone =
        read.brief()
            .refinement()
            .filter(task ->
                read.brief().sections().stream().noneMatch(it -> it.id().equals(task.section())))
            .isPresent();
    return isGone
        ? new GiveUp(Failure.of("The section is not in the document any more."))
        : model(job, read);
  }

  private JobOutcome model(DraftJob job, Briefs.Assembled read) {
    Optional<String> spent =
        model.isPaid() ? budget.standsAgainst(job.project()) : Optional.empty();
    if (spent.isPresent()) {
      return new GiveUp(new Failure("budget", spent.get(), job.usage()));
    }
    try {
      return answered(job, read, model.draft(read.brief()));
    } catch (Stopped stopped) {
      // All that is left to do is to write down what it cost, which an interruption would keep from
      // its connection.
      Thread.interrupted();
      return new TryLater(
          new Failure(
              "stopped", "The draft was stopped.", Optional.of(spent(job, stopped.usage()))),
          Duration.ZERO);
    }
  }

  private JobOutcome answered(DraftJob job, Briefs.Assembled read, Answer answer) {
    return switch (answer) {
      case Answer.Drafted drafted -> keep(job, read.brief(), admitted(job, read, drafted));
      case Answer.Failed failed -> failed(job, failed);
    };
  }

  private JobOutcome failed(DraftJob job, Answer.Failed answer) {
    Failure failure = failure(job, answer);
    return switch (answer) {
      case Answer.Busy busy -> new TryLater(failure, busy.retryAfter());
      case Answer.Unreachable _, Answer.Malformed _ -> new TryLater(failure, Duration.ZERO);
      case Answer.Incomplete cut when !cut.filtered() -> new TryLater(failure, Duration.ZERO);
      case Answer.Incomplete _, Answer.Refused _, Answer.OutOfCredit _, Answer.Rejected _ ->
          new GiveUp(failure);
    };
  }

  private Failure failure(DraftJob job, Answer.Failed answer) {
    return new Failure(
        Excuse.word(answer), Excuse.sentence(answer), Optional.of(spent(job, answer.usage())));
  }

  /// What a job has used in all, as JSON.
  private String spent(DraftJob job, Answer.Usage now) {
    return json.writeValueAsString(used(job).and(now));
  }

  private String spent(DraftJob job, Checkpoint checkpoint) {
    return checkpoint.spent() == null
        ? spent(job, checkpoint.answer().usage())
        : json.writeValueAsString(checkpoint.spent());
  }

  /// By earlier attempts.
  private Answer.Usage used(DraftJob job) {
    return job.usage()
        .map(usage -> json.readValue(usage, Answer.Usage.class))
        .orElse(Answer.Usage.NONE);
  }

  /// Whatever model it was: what rests on nothing that was said is left out.
  private Checkpoint admitted(DraftJob job, Briefs.Assembled read, Answer.Drafted drafted) {
    Admission admission = Admission.of(read.brief(), drafted.edits());
    List<Answer.Question> questions = new ArrayList<>(drafted.questions());
    admission.questions().stream()
        .filter(question ->
            drafted.questions().stream().noneMatch(it -> it.section().equals(question.section())))
        .forEach(questions::add);
    Answer.Drafted admitted = drafted.with(admission.admitted(), questions);
    return new Checkpoint(
        read.base(),
        read.through(),
        read.unread(),
        admitted,
        admission.refused(),
        used(job).and(drafted.usage()));
  }

  /// Before anything that takes time: what was received is not to be paid for again. Where it comes
  /// too late for its job, it has its price all the same.
  private JobOutcome keep(DraftJob job, Brief brief, Checkpoint checkpoint) {
    String spent = spent(job, checkpoint);
    try {
      queue.keepAnswer(job, json.writeValueAsString(checkpoint), spent);
    } catch (LeaseLost lost) {
      queue.countInVain(job, spent);
      throw lost;
    }
    return publish(job, doubted(job, brief, checkpoint));
  }

  /// Marks what the sources do not bear out.
  private Checkpoint doubted(DraftJob job, Brief brief, Checkpoint checkpoint) {
    Set<ItemId> cited = new HashSet<>();
    for (Edit edit : checkpoint.answer().edits()) {
      edit.wording().ifPresent(content -> content.sources().forEach(it -> cited.add(it.item())));
    }
    return checkpoint.with(
        marking.of(
            brief,
            checkpoint.answer(),
            transcripts.find(job.project(), cited),
            transcripts.before(job.project(), cited, Marking.BEFORE)));
  }

  /// The document's change, the questions, the news and the end of the job: one transaction, or
  /// nothing at all.
  private JobOutcome publish(DraftJob job, Checkpoint checkpoint) {
    transaction.executeWithoutResult(_ -> publishWithin(job, checkpoint));
    return new Finished();
  }

  private void publishWithin(DraftJob job, Checkpoint checkpoint) {
    Answer.Drafted drafted = checkpoint.answer();
    ApplyResult result =
        documents.apply(
            job.project(),
            checkpoint.base(),
            new Author.ByDraft(job.id()),
            edits(job, checkpoint),
            changes -> told.of(drafted.summary(), changes));
    List<SectionId> changed =
        result instanceof ApplyResult.Applied applied ? applied.sections() : List.of();
    notebook.answered(job.project(), changed);
    notebook.ask(job.project(), job.id(), questions(drafted));
    queue.finish(
        job,
        new Finish(
            summary(result, checkpoint),
            json.writeValueAsString(checkpoint.through()),
            spent(job, checkpoint),
            changed,
            transcripts.saidSince(job.project(), checkpoint.through()),
            checkpoint.unread()));
  }

  /// Whatever a model answers, a refinement changes its own section only.
  private List<Edit> edits(DraftJob job, Checkpoint checkpoint) {
    List<Edit> edits = checkpoint.answer().edits();
    return Refinement.of(job)
        .map(task ->
            task.within(documents.at(job.project(), checkpoint.base()).orElseThrow(), edits))
        .orElse(edits);
  }

  /// Where its edits have changed nothing, the model's own sentence would not be true.
  private static Words summary(ApplyResult result, Checkpoint checkpoint) {
    if (result instanceof ApplyResult.Applied applied) {
      return applied.summary();
    }
    if (checkpoint.restsOnNothing()) {
      return new Words("I changed nothing, for what I had written rests on nothing that was said.");
    }
    Answer.Drafted drafted = checkpoint.answer();
    if (drafted.edits().isEmpty()) {
      return drafted.summary();
    }
    return new Words(
        result.unplaced().isEmpty()
            ? "I changed nothing: the text reads as I would have it."
            : "I changed nothing, for the text there is yours or locked; what I would change waits for you as a proposal.");
  }

  private static List<Notebook.Question> questions(Answer.Drafted drafted) {
    return drafted.questions().stream()
        .map(question -> new Notebook.Question(question.section(), question.text()))
        .toList();
  }
}
