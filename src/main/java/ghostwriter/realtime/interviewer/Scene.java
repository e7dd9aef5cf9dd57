package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.interviewer.QuestionBank.Asked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How far the present scene has come, read off the questions and answers since it began.
///
/// @param asked what was asked for each answer; empty where the question is nobody's
/// @param answers in the same order
record Scene(List<Optional<Asked>> asked, List<Answer> answers) {
  /// After so many questions another scene is due, whatever is left open.
  private static final int LONG = 5;

  /// The slots still open, in the order in which to ask for them.
  List<Slot> left() {
    Set<Slot> covered = EnumSet.noneOf(Slot.class);
    for (int i = begin(); i < asked.size(); i++) {
      asked.get(i).ifPresent(it -> covered.add(it.slot()));
      covered.addAll(answers.get(i).told());
    }
    List<Slot> left = new ArrayList<>(Slot.SCENE);
    left.removeAll(covered);
    return left;
  }

  boolean isOver() {
    return asked.size() - begin() >= LONG || left().isEmpty();
  }

  private int begin() {
    for (int i = asked.size() - 1; i >= 0; i--) {
      if (asked.get(i).isEmpty() || asked.get(i).get().slot().begins()) {
        return i;
      }
    }
    return 0;
  }

  /// The slot of the last question.
  Slot current() {
    return asked.isEmpty() ? Slot.OPEN : asked.getLast().map(Asked::slot).orElse(Slot.OPEN);
  }

  /// How often something was asked about.
  long times(Named named) {
    return asked.stream().flatMap(Optional::stream).filter(it -> named.sameAs(it.about())).count();
  }

  boolean justAsked(Named named) {
    return !asked.isEmpty() && asked.getLast().filter(it -> named.sameAs(it.about())).isPresent();
  }

  /// Whether one of the last few questions was of this slot.
  boolean recently(Slot slot) {
    return asked.stream()
        .skip(Math.max(0, asked.size() - 3))
        .flatMap(Optional::stream)
        .anyMatch(it -> it.slot() == slot);
  }

  /// What was named before the last answer and never asked about, newest first.
  List<Named> passedOver() {
    List<Named> passed = new ArrayList<>();
    for (Answer answer : answers.subList(0, Math.max(0, answers.size() - 1)).reversed()) {
      answer.named().stream()
          .filter(it -> times(it) == 0)
          .filter(it -> passed.stream().noneMatch(known -> known.sameAs(it.name())))
          .forEach(passed::add);
    }
    return passed;
  }
}
