package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Turns of ten tokens each, for packs of thirty.
class PortionTest {
  private static final int COST = 10;
  private static final int ROOM = 30;
  private static final Portion.Fit NO_FIT = (_, _) -> 0;
  private static final List<Integer> TURNS = List.of(0, 1, 2, 3, 4, 5);

  @Test
  void whereAllHasRoomNothingWaits() {
    Portion portion = portion(Set.of(), List.of(0, 2, 4), List.of(1, 3, 5));

    assertThat(portion.placed()).containsExactly(List.of(0, 2, 4), List.of(1, 3, 5));
    assertThat(portion.unread()).isEmpty();
  }

  @Test
  void fromTheFirstTurnWithoutRoomOnAllWait() {
    Portion portion = portion(Set.of(), List.of(0, 1, 2, 3), List.of(4));

    assertThat(portion.placed()).containsExactly(List.of(0, 1, 2), List.of());
    assertThat(portion.unread()).containsExactlyInAnyOrder(3, 4, 5);
  }

  @Test
  void aTurnThatConcernsTwoSectionsGoesToBothWhereThereIsRoom() {
    Portion portion = portion(Set.of(), List.of(0, 1), List.of(0), (section, _) -> section);

    assertThat(portion.placed()).containsExactly(List.of(1, 0), List.of(0));
  }

  @Test
  void whereRoomIsShortATurnGoesToTheSectionItFitsBest() {
    Portion portion =
        portion(Set.of(), TURNS, TURNS, (section, turn) -> (section == 0) == (turn < 3) ? 1 : 0);

    assertThat(portion.placed()).containsExactly(List.of(0, 1, 2), List.of(3, 4, 5));
    assertThat(portion.unread()).isEmpty();
  }

  @Test
  void aTurnThatConcernsNoSectionHoldsNothingUp() {
    assertThat(portion(Set.of(), List.of(0, 5), List.of()).unread()).isEmpty();
  }

  @Test
  void whatIsAskedForComesFirstAndHoldsNothingUp() {
    Portion portion = portion(Set.of(2, 3, 4, 5), List.of(1, 2, 3, 4, 5), List.of(0));

    assertThat(portion.placed()).containsExactly(List.of(2, 3, 4), List.of(0));
    assertThat(portion.unread()).containsExactlyInAnyOrder(1, 5);
  }

  @Test
  void theFirstTurnOfASectionIsLetInHoweverLong() {
    var size = new Portion.Size(ROOM, turn -> turn == 0 ? 1_000 : COST, _ -> -1);
    Portion portion = Portion.of(List.of(0, 1), Set.of(), List.of(List.of(0, 1)), NO_FIT, size);

    assertThat(portion.placed()).containsExactly(List.of(0));
    assertThat(portion.unread()).containsExactly(1);
  }

  @Test
  void theTurnBeforeTakesRoomOnce() {
    var size = new Portion.Size(ROOM, _ -> COST, turn -> turn - 1);
    Portion portion =
        Portion.of(List.of(1, 2, 3), Set.of(), List.of(List.of(1, 2, 3)), NO_FIT, size);

    assertThat(portion.placed()).containsExactly(List.of(1, 2));
    assertThat(portion.unread()).containsExactly(3);
  }

  private static Portion portion(Set<Integer> first, List<Integer> one, List<Integer> other) {
    return portion(first, one, other, NO_FIT);
  }

  private static Portion portion(
      Set<Integer> first, List<Integer> one, List<Integer> other, Portion.Fit fit) {
    return Portion.of(
        TURNS, first, List.of(one, other), fit, new Portion.Size(ROOM, _ -> COST, _ -> -1));
  }
}
