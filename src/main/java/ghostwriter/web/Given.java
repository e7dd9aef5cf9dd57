package ghostwriter.web;

import ghostwriter.document.Section;
import ghostwriter.notebook.Todo;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Project;
import ghostwriter.queue.JobStatus;
import ghostwriter.vocabulary.Urgency;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks what comes in, field by field, with a sentence for each way it can be wrong.
final class Given {
  /// The longest draft that can be asked for, in words.
  private static final int MAX_LENGTH = 200_000;

  private Given() {}

  /// Text that the database and UTF-8 can hold: no NUL, and no half of a surrogate pair.
  static String keepable(String text) {
    boolean keepable =
        text.indexOf('\0') < 0
            && text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    if (!keepable) {
      throw Problem.badRequest(
          "The text holds a character that cannot be kept, such as NUL; take it out.");
    }
    return text;
  }

  static String title(@Nullable String title) {
    if (title == null || title.isBlank() || title.length() > Project.MAX_TITLE) {
      throw Problem.badRequest("Give a title of 1 to " + Project.MAX_TITLE + " characters.");
    }
    return keepable(title.strip());
  }

  static BookKind kind(@Nullable String kind, BookKinds kinds) {
    return kinds
        .find(kind == null ? "" : kind)
        .orElseThrow(() ->
            Problem.badRequest(
                "The kind must be one of "
                    + kinds.all().stream().map(BookKind::id).collect(Collectors.joining(", "))
                    + "."));
  }

  /// English where nothing is said.
  static Locale language(@Nullable String tag) {
    try {
      return new Locale.Builder().setLanguageTag(tag == null || tag.isBlank() ? "en" : tag).build();
    } catch (IllformedLocaleException e) {
      throw Problem.badRequest("The language must be a tag such as en, en-GB or de.");
    }
  }

  static Urgency urgency(@Nullable String urgency) {
    return switch (urgency == null ? "normal" : urgency) {
      case "low" -> Urgency.LOW;
      case "normal" -> Urgency.NORMAL;
      case "high" -> Urgency.HIGH;
      default -> throw Problem.badRequest("The urgency must be low, normal or high.");
    };
  }

  /// Empty where nothing is said.
  static Optional<JobStatus> jobStatus(@Nullable String status) {
    if (status == null || status.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(JobStatus.values())
            .filter(it -> it.word().equals(status))
            .findFirst()
            .orElseThrow(() ->
                Problem.badRequest(
                    "The status must be queued, running, complete, error or cancelled.")));
  }

  static Todo.Status status(@Nullable String status) {
    return switch (status == null ? "" : status) {
      case "open" -> Todo.Status.OPEN;
      case "done" -> Todo.Status.DONE;
      case "dropped" -> Todo.Status.DROPPED;
      default -> throw Problem.badRequest("The status must be open, done or dropped.");
    };
  }

  static Section.State state(String state) {
    return switch (state) {
      case "drafting" -> Section.State.DRAFTING;
      case "needs_review" -> Section.State.NEEDS_REVIEW;
      case "approved" -> Section.State.APPROVED;
      default -> throw Problem.badRequest("The state must be drafting, needs_review or approved.");
    };
  }

  /// 0 where nothing is said.
  static int length(@Nullable Integer length) {
    if (length != null && (length < 1 || length > MAX_LENGTH)) {
      throw Problem.badRequest("The length must be 1 to " + MAX_LENGTH + " words.");
    }
    return length == null ? 0 : length;
  }
}
