package ghostwriter.interview;

import java.time.Duration;
import java.time.Instant;

/// The assistant's speaking: who has the floor, what is owed, and how it went lately. Immutable.
///
/// @param failures how many replies failed in a row
/// @param excused whether people were told that something did not work
record Speaking(Floor floor, Owed owed, int failures, boolean excused) {
  static final Speaking NOTHING = new Speaking(Floor.FREE, Owed.NOTHING, 0, false);

  /// After so many failed replies in a row the assistant waits until the client says more.
  static final int FAILURES = 6;

  /// How long news waits after that.
  static final Duration REST = Duration.ofMinutes(5);

  Speaking with(Floor now) {
    return new Speaking(now, owed, failures, excused);
  }

  Speaking with(Owed now) {
    return new Speaking(floor, now, failures, excused);
  }

  Speaking wish(Wish wish) {
    return with(owed.with(wish));
  }

  Speaking typed() {
    return new Speaking(floor.sent(), owed.with(new Wish.Answer()), 0, excused);
  }

  Speaking excuse(boolean made) {
    return new Speaking(floor, owed, failures, made);
  }

  /// What a lost line owed is owed by the next one.
  Speaking lineLost() {
    return new Speaking(Floor.FREE, owed.again(), failures, excused);
  }

  /// Another reply runs. Where its end has come already, nobody will wake us: the gate is simply
  /// open again.
  Speaking refused(Instant now) {
    return new Speaking(floor.hold(now.plus(Floor.PAUSE)), owed.again(), failures, excused);
  }

  /// The reply went well, or the client cut it short.
  Speaking wentOn() {
    return new Speaking(floor, owed, 0, excused);
  }

  /// Later and later, and not for ever: whoever cannot answer now may be out of order or money.
  /// News is kept all the same.
  Speaking failed(Instant now) {
    int count = failures + 1;
    return count < FAILURES
        ? new Speaking(floor.hold(now.plus(Stage.backOff(count))), owed.again(), count, excused)
        : new Speaking(
            floor.hold(now.plus(REST)), owed.again().withoutAnswers(), FAILURES, excused);
  }

  boolean isAtItsEnd() {
    return failures >= FAILURES;
  }

  boolean mayAsk(Instant now) {
    return !owed.waiting().isEmpty() && floor.isFree(now);
  }

  /// Asks for what is owed next.
  Speaking ask(Instant now) {
    return new Speaking(floor.ask(now), owed.next(), failures, excused);
  }
}
