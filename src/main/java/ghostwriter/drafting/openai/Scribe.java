package ghostwriter.drafting.openai;

import ghostwriter.drafting.Answer;
import ghostwriter.drafting.Answer.Busy;
import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Answer.Incomplete;
import ghostwriter.drafting.Answer.Malformed;
import ghostwriter.drafting.Answer.OutOfCredit;
import ghostwriter.drafting.Answer.Refused;
import ghostwriter.drafting.Answer.Rejected;
import ghostwriter.drafting.Answer.Rejected.Ground;
import ghostwriter.drafting.Answer.Unreachable;
import ghostwriter.drafting.Answer.Usage;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Stopped;
import ghostwriter.drafting.openai.Reply.AtWork;
import ghostwriter.drafting.openai.Reply.CutShort;
import ghostwriter.drafting.openai.Reply.Declined;
import ghostwriter.drafting.openai.Reply.End;
import ghostwriter.drafting.openai.Reply.Failed;
import ghostwriter.drafting.openai.Reply.Whole;
import ghostwriter.drafting.openai.Tries.Tried;
import ghostwriter.drafting.prompt.DraftingPrompt;
import ghostwriter.drafting.prompt.Reading;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One provider, asked for drafts. Safe for many threads.
final class Scribe {
  private static final Logger LOG = LoggerFactory.getLogger(Scribe.class);
  private static final String TOO_LONG = "It broke off for its length; write less.";
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Provider provider;
  private final Tries tries;
  private final Breaker breaker;
  private final Optional<Price> price;
  private final Ids ids;
  private final InstantSource clock;

  Scribe(
      Provider provider,
      Tries tries,
      Breaker breaker,
      Optional<Price> price,
      Ids ids,
      InstantSource clock) {
    this.provider = provider;
    this.tries = tries;
    this.breaker = breaker;
    this.price = price;
    this.ids = ids;
    this.clock = clock;
  }

  /// @param before what the draft has cost already
  Answer draft(Brief brief, Usage before) {
    DraftingPrompt prompt = DraftingPrompt.of(brief, provider.manners().promptTokens());
    if (!prompt.isOfUse()) {
      return nothingSaid(brief, before);
    }
    Answer answer = answer(brief, prompt, before);
    // Once more, with the fault named, and not again: some faults are the model's nature.
    return switch (answer) {
      case Malformed malformed -> answer(brief, prompt.after(malformed.fault()), answer.usage());
      case Incomplete cut when !cut.filtered() ->
          answer(brief, prompt.after(TOO_LONG), answer.usage());
      default -> answer;
    };
  }

  /// Whoever said nothing is asked, and nobody is paid for that.
  private static Drafted nothingSaid(Brief brief, Usage before) {
    List<Answer.Question> questions = Silence.about(brief, List.of(), List.of());
    return new Drafted(List.of(), questions, new Words("I found nothing new to add."), before);
  }

  private Answer answer(Brief brief, DraftingPrompt prompt, Usage before) {
    Optional<Fault> closed = breaker.standsAgainst();
    if (closed.isPresent()) {
      return failed(closed.get(), before);
    }
    long begun = clock.millis();
    Tried tried = tried(prompt, before, begun);
    breaker.heed(tried.reply());
    Usage usage = before.and(usage(tried, clock.millis() - begun));
    return switch (tried.reply()) {
      case Whole(var text, _) -> read(brief, prompt, text, usage);
      case Declined(var refusal, _) -> new Refused(refusal, usage);
      case CutShort(var end, _) -> new Incomplete(end == End.FILTERED, usage);
      case AtWork _ -> failed(Fault.down("no_answer"), usage);
      case Failed(var fault, _) -> told(failed(fault, usage), fault);
    };
  }

  /// What it took is told with an answer's end, which nobody waits for any more where it is
  /// stopped: then what was sent is counted.
  private Tried tried(DraftingPrompt prompt, Usage before, long begun) {
    try {
      return tries.ask(ask(prompt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      var sent = new Tally(prompt.tokens(), 0, 0, 0);
      var reply = new Failed(Fault.down("stopped"), sent);
      throw new Stopped(before.and(usage(new Tried(reply, sent, 1), clock.millis() - begun)), e);
    }
  }

  private Ask ask(DraftingPrompt prompt) {
    byte[] lasting = prompt.lasting().getBytes(StandardCharsets.UTF_8);
    return new Ask(
        prompt.system(),
        prompt.user(),
        prompt.schema(),
        "gw:" + UUID.nameUUIDFromBytes(lasting),
        provider.manners().maxTokens());
  }

  private Usage usage(Tried tried, long milliseconds) {
    Tally tally = tried.tally();
    return new Usage(
        provider.model(),
        tally.input(),
        tally.output(),
        tally.cached(),
        tally.written(),
        tried.calls(),
        milliseconds,
        price.map(known -> known.of(tally)).orElse(null));
  }

  private Answer read(Brief brief, DraftingPrompt prompt, Words text, Usage usage) {
    return switch (prompt.read(text, () -> new BlockId(ids.next()))) {
      case Reading.Usable(var edits, var questions, var summary) ->
          new Drafted(edits, Silence.about(brief, edits, questions), summary, usage, text);
      case Reading.Faulty(var fault) -> new Malformed(fault, usage);
    };
  }

  private static Answer failed(Fault fault, Usage usage) {
    return switch (fault.kind()) {
      case BUSY -> new Busy(fault.after().orElse(SOON), usage);
      case DOWN -> new Unreachable(usage);
      case CREDIT -> new OutOfCredit(usage);
      case KEY -> new Rejected(Ground.KEY, fault.code(), usage);
      case MODEL -> new Rejected(Ground.MODEL, fault.code(), usage);
      case TOO_LONG -> new Rejected(Ground.TOO_LONG, fault.code(), usage);
      case REQUEST -> new Rejected(Ground.REQUEST, fault.code(), usage);
      case POLICY -> new Refused(Words.NONE, usage);
    };
  }

  /// What only the operator can mend is an error of the server's; the rest passes.
  private Answer told(Answer answer, Fault fault) {
    boolean lasting = answer instanceof OutOfCredit || answer instanceof Rejected;
    (lasting ? LOG.atError() : LOG.atWarn())
        .addKeyValue("model", provider.model())
        .addKeyValue("fault", fault.kind())
        .addKeyValue("code", fault.code())
        .log("the drafting model gave no answer");
    return answer;
  }
}
