package ghostwriter.document;

import static ghostwriter.document.Page.ANNA;
import static ghostwriter.document.Page.DRAFT;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.DocumentDiff.BlockDiff;
import ghostwriter.document.DocumentDiff.SectionDiff;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  /// Childhood: a, b, c · Work: d.
  private static final Page PAGE =
      Page.with("Childhood", "Work")
          .edited(
              DRAFT,
              Page.insert("Childhood", null, "a"),
              Page.insert("Childhood", "a", "b"),
              Page.insert("Childhood", "b", "c"),
              Page.insert("Work", null, "d"));

  @Test
  void aVersionIsTheSameAsItself() {
    assertThat(to(PAGE)).isEqualTo("=Childhood: =a =b =c | =Work: =d");
  }

  @Test
  void wordingsAreComparedAndStrangersNot() {
    var page =
        PAGE.edited(
            ANNA, Page.replace("b", "b, too"), Page.remove("c"), Page.insert("Work", "d", "e"));

    assertThat(to(page)).isEqualTo("~Childhood: =a ~b -c | ~Work: =d +e");
    assertThat(diff(page).sections().getFirst().blocks().get(1).parts())
        .extracting(Part::change)
        .containsExactly(Change.SAME, Change.ADDED);
  }

  @Test
  void whatIsGoneStandsWhereItStood() {
    var page =
        PAGE.edited(ANNA, Page.remove("a"), Page.remove("b"), Page.insert("Childhood", null, "e"));

    assertThat(to(page)).isEqualTo("~Childhood: -a -b +e =c | =Work: =d");
  }

  @Test
  void onlyWhatWasMovedIsMoved() {
    assertThat(to(PAGE.edited(ANNA, Page.move("a", "Childhood", "c"))))
        .isEqualTo("~Childhood: =b =c =a< | =Work: =d");
    assertThat(to(PAGE.edited(ANNA, Page.move("b", "Work", "d"))))
        .isEqualTo("~Childhood: =a =c | ~Work: =d =b<");
  }

  @Test
  void aWordingThatComesBackIsTheSame() {
    var there = PAGE.edited(ANNA, Page.replace("b", "B"));

    assertThat(to(there.edited(ANNA, Page.replace("b", "b")))).isEqualTo(to(PAGE));
  }

  @Test
  void sectionsAreComparedToo() {
    var page =
        PAGE.edited(
            ANNA,
            Page.rename("Childhood", "Youth"),
            Page.addSection("War", "Childhood"),
            Page.moveSection("Work", null));

    assertThat(to(page)).isEqualTo("=Work<: =d | ~Youth(Childhood): =a =b =c | +War: ");
  }

  @Test
  void aSectionThatIsGoneStandsWhereItStood() {
    assertThat(to(PAGE.edited(ANNA, Page.removeSection("Childhood"))))
        .isEqualTo("-Childhood: -a -b -c | =Work: =d");
    assertThat(to(PAGE.edited(ANNA, Page.mergeSection("Childhood", "Work"))))
        .isEqualTo("-Childhood:  | ~Work: =d =a< =b< =c<");
  }

  @Test
  void whatWasSplitOffIsMoved() {
    assertThat(to(PAGE.edited(ANNA, Page.split("Childhood", "b", "Youth"))))
        .isEqualTo("~Childhood: =a | +Youth: =b< =c< | =Work: =d");
  }

  private static DocumentDiff diff(Page page) {
    return Comparison.of(PAGE.document, page.document);
  }

  /// Each section and block with the sign of its change; `<` where it was moved.
  private static String to(Page page) {
    return diff(page).sections().stream()
        .map(ComparisonTest::line)
        .collect(Collectors.joining(" | "));
  }

  private static String line(SectionDiff section) {
    return sign(section.change())
        + section.heading()
        + section.headingBefore().map(before -> "(" + before + ")").orElse("")
        + (section.moved() ? "<" : "")
        + ": "
        + section.blocks().stream().map(ComparisonTest::word).collect(Collectors.joining(" "));
  }

  private static String word(BlockDiff block) {
    String name =
        List.of("a", "b", "c", "d", "e").stream()
            .filter(it -> Page.block(it).equals(block.id()))
            .findFirst()
            .orElseThrow();
    return sign(block.change()) + name + (block.moved() ? "<" : "");
  }

  private static String sign(Change change) {
    return switch (change) {
      case SAME -> "=";
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
    };
  }
}
