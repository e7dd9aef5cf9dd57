package ghostwriter.realtime.interviewer;

import java.util.List;
import java.util.Locale;

/// What a question is after. The five in the middle make a scene a reader can stand in: what
/// happened, when and where, who was there, what was thought and felt, what it says.
enum Slot {
  /// Opens something new.
  OPEN,
  WHAT,
  WHERE,
  WHO,
  FELT,
  MEANING,
  /// After a loss was told.
  SORROW,
  /// When the large question was too large.
  SMALL,
  /// When the answer was a word or two.
  MORE,
  /// Comes back to what was passed over.
  RETURN;

  static final List<Slot> SCENE = List.of(WHAT, WHERE, WHO, FELT, MEANING);

  /// As the headings of the questions say it.
  String heading() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether it begins another scene.
  boolean begins() {
    return this == OPEN || this == RETURN;
  }
}
