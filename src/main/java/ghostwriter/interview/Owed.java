package ghostwriter.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The replies that the assistant owes. Immutable.
///
/// @param waiting next first
/// @param current what the reply is for that was asked for last
/// @param heard whether a piece of that reply has reached the client
record Owed(List<Wish> waiting, Optional<Wish> current, boolean heard) {
  static final Owed NOTHING = new Owed(List.of(), Optional.empty(), false);

  Owed {
    waiting = List.copyOf(waiting);
  }

  /// What is owed already is owed once.
  Owed with(Wish wish) {
    if (waiting.contains(wish)) {
      return this;
    }
    List<Wish> all = new ArrayList<>(waiting);
    all.add(wish);
    return new Owed(all, current, heard);
  }

  /// What the reply was for has not been said: it is owed before all else.
  Owed again() {
    if (current.isEmpty()) {
      return this;
    }
    List<Wish> all = new ArrayList<>(waiting);
    all.remove(current.get());
    all.addFirst(current.get());
    return new Owed(all, Optional.empty(), false);
  }

  /// What the client is owed comes before news.
  Owed next() {
    Wish next =
        waiting.stream()
            .filter(Wish.Answer.class::isInstance)
            .findFirst()
            .orElseGet(waiting::getFirst);
    return new Owed(
        waiting.stream().filter(wish -> !wish.equals(next)).toList(), Optional.of(next), false);
  }

  Owed begun() {
    return new Owed(waiting, current, true);
  }

  Owed done() {
    return new Owed(waiting, Optional.empty(), false);
  }

  Owed withoutAnswers() {
    return new Owed(
        waiting.stream().filter(wish -> !(wish instanceof Wish.Answer)).toList(), current, heard);
  }

  boolean narrates() {
    return current.filter(Wish.Narrate.class::isInstance).isPresent();
  }

  /// The numbers of the news that are still to be told.
  LongStream news() {
    return Stream.concat(current.stream(), waiting.stream())
        .filter(Wish.Narrate.class::isInstance)
        .mapToLong(wish -> ((Wish.Narrate) wish).seq());
  }
}
