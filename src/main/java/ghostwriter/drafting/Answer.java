package ghostwriter.drafting;

import com.fasterxml.jackson.annotation.JsonCreator;
import ghostwriter.document.Edit;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What came of asking a model for a draft. Each tells what it cost, also where nothing came of it.
public sealed interface Answer {
  Usage usage();

  /// @param edits changes against the brief's version of the document
  /// @param questions what to ask the client, for sections that nothing was said for
  /// @param summary one sentence that tells the client what has changed
  /// @param raw the whole answer as the model gave it; empty where the edits are the answer
  record Drafted(
      List<Edit> edits, List<Question> questions, Words summary, Usage usage, @Nullable Words raw)
      implements Answer {
    public Drafted {
      edits = List.copyOf(edits);
      questions = List.copyOf(questions);
    }

    /// For a model that answers in edits.
    public Drafted(List<Edit> edits, List<Question> questions, Words summary, Usage usage) {
      this(edits, questions, summary, usage, null);
    }

    /// The same with other edits and questions.
    public Drafted with(List<Edit> others, List<Question> asked) {
      return new Drafted(others, asked, summary, usage, raw);
    }
  }

  /// No draft came of it.
  sealed interface Failed extends Answer {}

  /// The model cannot answer now; it is worth asking again after `retryAfter`.
  record Busy(Duration retryAfter, Usage usage) implements Failed {
    public Busy(Duration retryAfter) {
      this(retryAfter, Usage.NONE);
    }
  }

  /// Nobody answered, or the answer broke off, however often it was tried.
  record Unreachable(Usage usage) implements Failed {}

  /// The model will never answer this.
  record Refused(Words reason, Usage usage) implements Failed {
    public Refused(Words reason) {
      this(reason, Usage.NONE);
    }
  }

  /// The answer stops before its end.
  ///
  /// @param filtered whether the provider let no more of it through; otherwise it was too long
  record Incomplete(boolean filtered, Usage usage) implements Failed {}

  /// The answer breaks its form or its rules, also after the model was told how.
  ///
  /// @param fault what is wrong with it, in words that hold nothing of the client's
  record Malformed(String fault, Usage usage) implements Failed {}

  /// Nobody pays for the model any more.
  record OutOfCredit(Usage usage) implements Failed {}

  /// The provider will not take such a request from this server.
  ///
  /// @param code the provider's word for it; empty where it has none
  record Rejected(Ground ground, String code, Usage usage) implements Failed {
    /// What it is about.
    public enum Ground {
      KEY,
      MODEL,
      TOO_LONG,
      REQUEST
    }
  }

  record Question(SectionId section, Words text) {}

  /// What a draft took of a model. Tokens that were read from a cache or written to it are among
  /// those that went in.
  ///
  /// @param model which one answered, or was asked last
  /// @param outputTokens thoughts included
  /// @param calls how often it was asked
  /// @param modelMs how long that took, in milliseconds
  /// @param cost in US dollars; null where a model's price is not known
  record Usage(
      String model,
      long inputTokens,
      long outputTokens,
      long cachedTokens,
      long writtenTokens,
      int calls,
      long modelMs,
      @Nullable BigDecimal cost) {
    public static final Usage NONE = new Usage("", 0, 0);

    /// For a model that costs nothing.
    public Usage(String model, long inputTokens, long outputTokens) {
      this(model, inputTokens, outputTokens, 0, 0, 0, 0, BigDecimal.ZERO);
    }

    /// Reads what may have been kept by an earlier version, which told less.
    @JsonCreator
    static Usage of(
        String model,
        long inputTokens,
        long outputTokens,
        @Nullable Long cachedTokens,
        @Nullable Long writtenTokens,
        @Nullable Integer calls,
        @Nullable Long modelMs,
        @Nullable BigDecimal cost) {
      return new Usage(
          model,
          inputTokens,
          outputTokens,
          Objects.requireNonNullElse(cachedTokens, 0L),
          Objects.requireNonNullElse(writtenTokens, 0L),
          Objects.requireNonNullElse(calls, 0),
          Objects.requireNonNullElse(modelMs, 0L),
          cost);
    }

    /// This and what came later together.
    public Usage and(Usage later) {
      return new Usage(
          later.model.isEmpty() ? model : later.model,
          inputTokens + later.inputTokens,
          outputTokens + later.outputTokens,
          cachedTokens + later.cachedTokens,
          writtenTokens + later.writtenTokens,
          calls + later.calls,
          modelMs + later.modelMs,
          cost == null || later.cost == null ? null : cost.add(later.cost));
    }
  }
}
