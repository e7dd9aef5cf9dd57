package ghostwriter.recording;

import java.util.Optional;

/// The ways in which plain text names who speaks, the surest first.
enum HeadForm {
  COLON(0),
  NAME_AND_TIME(0),
  LETTER(0.2),
  DASH(0.5);

  private final double leastShare;

  HeadForm(double leastShare) {
    this.leastShare = leastShare;
  }

  Optional<SpeakerHead> head(String line) {
    return switch (this) {
      case COLON -> SpeakerHead.beforeColon(line);
      case NAME_AND_TIME -> SpeakerHead.beforeTime(line);
      case LETTER -> SpeakerHead.letter(line);
      case DASH -> SpeakerHead.beforeDash(line);
    };
  }

  /// Whether so many heads make a form believable. One `Dear John:` does, but a stray dash or time
  /// stands in any prose: those have to come back, and often.
  boolean isBelievable(int heads, int speakers, int lines) {
    return this == COLON
        || (heads >= 2 && heads >= leastShare * lines && isSpoken(heads, speakers));
  }

  private boolean isSpoken(int heads, int speakers) {
    return this != DASH || heads > speakers;
  }
}
