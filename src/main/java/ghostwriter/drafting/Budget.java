package ghostwriter.drafting;

import ghostwriter.queue.DraftQueue;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import ghostwriter.vocabulary.ProjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What drafts may cost: a project over its life, and all projects in a calendar month (UTC). A
/// draft that has begun may go over it, for its price is known at the end.
@Component
class Budget {
  private final DraftQueue queue;
  private final InstantSource clock;
  private final Optional<BigDecimal> project;
  private final Optional<BigDecimal> month;

  Budget(DraftQueue queue, Settings settings, InstantSource clock) {
    this.queue = queue;
    this.clock = clock;
    this.project = settings.amount(Setting.DRAFTER_BUDGET);
    this.month = settings.amount(Setting.DRAFTER_BUDGET_TOTAL);
  }

  /// Why no more may be spent, as a sentence for people; empty where it may.
  Optional<String> standsAgainst(ProjectId id) {
    if (project.filter(limit -> queue.spent(id).compareTo(limit) >= 0).isPresent()) {
      return Optional.of("This project's budget for drafts is used up; ask the operator for more.");
    }
    return month
        .filter(limit -> queue.spentSince(monthBegan()).compareTo(limit) >= 0)
        .map(_ -> "This month's budget for drafts is used up; ask the operator for more.");
  }

  private Instant monthBegan() {
    return clock
        .instant()
        .atOffset(ZoneOffset.UTC)
        .truncatedTo(ChronoUnit.DAYS)
        .withDayOfMonth(1)
        .toInstant();
  }
}
