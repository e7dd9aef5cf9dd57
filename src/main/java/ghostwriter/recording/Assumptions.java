package ghostwriter.recording;

import ghostwriter.blueprint.Field;
import ghostwriter.blueprint.Field.Origin;
import ghostwriter.project.BookKind;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The blueprint's answers that a recording lets one assume: what the file yields, and the kind's
/// own defaults.
final class Assumptions {
  /// More names than this are told as a number.
  private static final int NAMED = 4;

  private final BookKind kind;
  private final ImportRequest request;
  private final Speakers.Known speakers;

  Assumptions(BookKind kind, ImportRequest request, Speakers.Known speakers) {
    this.kind = kind;
    this.request = request;
    this.speakers = speakers;
  }

  /// One answer a field; what the file yields comes before a default.
  List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (BookKind.Field field : kind.fields()) {
      String yielded = yielded(field.name());
      if (!yielded.isEmpty()) {
        fields.add(new Field(field.name(), new Words(yielded), Origin.RECORDING));
      } else if (!field.standard().isEmpty()) {
        fields.add(new Field(field.name(), new Words(field.standard()), Origin.DEFAULT));
      }
    }
    return fields;
  }

  private String yielded(String name) {
    return switch (name) {
      case "subject" -> "What " + clients() + " tell" + (one() ? "s" : "") + " in the recording.";
      case "materialsInventory" -> inventory();
      case "length" -> request.length() > 0 ? request.length() + " words" : "";
      default -> "";
    };
  }

  private boolean one() {
    return speakers.clients().size() == 1;
  }

  private String clients() {
    List<String> names = speakers.clients();
    return names.size() > NAMED
        ? names.size() + " speakers"
        : String.join(", ", names.subList(0, names.size() - 1))
            + (one() ? "" : " and ")
            + names.getLast();
  }

  private String inventory() {
    return String.format(
        Locale.ENGLISH,
        "One recording, %s: %,d turns, %,d words, %d %s.",
        request.fileName(),
        speakers.turns(),
        speakers.words(),
        speakers.all().size(),
        speakers.all().size() == 1 ? "speaker" : "speakers");
  }
}
