package ghostwriter.drafting.offline;

import java.util.ArrayList;
import java.util.List;

/// The one sentence that tells the client what has changed, such as "I added 2 paragraphs to The
/// people, from 3 turns."
///
/// @param headings of the sections that grew, in order
/// @param turns how many turns the paragraphs cite
record Report(int paragraphs, List<String> headings, int turns) {
  Report {
    headings = List.copyOf(headings);
  }

  String sentence() {
    return paragraphs == 0
        ? "I found nothing new to add."
        : "I added %s to %s, from %s."
            .formatted(counted(paragraphs, "paragraph"), joined(), counted(turns, "turn"));
  }

  private static String counted(int number, String thing) {
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
