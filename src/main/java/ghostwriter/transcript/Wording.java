package ghostwriter.transcript;

import ghostwriter.vocabulary.Words;
import java.util.Optional;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/// What has come of the words of one part: for the time being, and final.
///
/// @param frames the events that brought the provisional words, so that a repeated one adds nothing
record Wording(String provisional, PSet<String> frames, Optional<Words> last) {
  static final Wording NONE = new Wording("", HashTreePSet.empty(), Optional.empty());

  Wording with(TranscriptEvent.Heard heard) {
    if (last.isPresent() || frames.contains(heard.frame())) {
      return this;
    }
    PSet<String> seen = heard.frame().isEmpty() ? frames : frames.plus(heard.frame());
    return new Wording(provisional + heard.more().text(), seen, last);
  }

  Wording with(Words words) {
    return new Wording("", HashTreePSet.empty(), Optional.of(words));
  }

  @Override
  public String toString() {
    return "Wording[" + last + "]";
  }
}
