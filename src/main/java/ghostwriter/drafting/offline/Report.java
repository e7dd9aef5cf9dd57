package ghostwriter.drafting.offline;

import java.util.ArrayList;
import java.util.List;

/// The one sentence that tells the client what has changed, such as "I added 2 paragraphs to The
/// people, from 3 turns; 1 passage was left out, as asked."
///
/// @param headings of the sections that grew, in order
/// @param turns how many turns the paragraphs cite
/// @param leftOut how many passages were left out because the client asked for it
/// @param isNew whether the client said anything that the document does not say yet
record Report(int paragraphs, List<String> headings, int turns, int leftOut, boolean isNew) {
  Report {
    headings = List.copyOf(headings);
  }

  String sentence() {
    return paragraphs > 0 ? added() : nothing();
  }

  private String added() {
    String added =
        "I added %s to %s, from %s"
            .formatted(counted(paragraphs, "paragraph"), joined(), counted(turns, "turn"));
    return leftOut == 0 ? added + "." : added + "; " + leaving() + ".";
  }

  private String nothing() {
    if (!isNew) {
      return "I found nothing new to add.";
    }
    return leftOut == 0
        ? "I added nothing, for no sentence that was said can stand in the document yet."
        : "I added nothing: " + leaving() + ", and the rest holds nothing to use yet.";
  }

  private String leaving() {
    return counted(leftOut, "passage") + (leftOut == 1 ? " was" : " were") + " left out, as asked";
  }

  static String counted(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private String joined() {
    if (headings.size() == 1) {
      return headings.getFirst();
    }
    List<String> first = new ArrayList<>(headings.subList(0, headings.size() - 1));
    return String.join(", ", first) + " and " + headings.getLast();
  }
}
