package ghostwriter.drafting.offline;

import java.util.List;
import java.util.stream.Collectors;

/// A paragraph to be inserted: stretches of one speaker's turns, joined by a space.
record Paragraph(List<Stretch> stretches) {
  Paragraph {
    stretches = List.copyOf(stretches);
  }

  /// Neighbouring sentences of one turn.
  ///
  /// @param leadIn how many characters of the first sentence are left away
  record Stretch(List<Sentence> sentences, int leadIn) {
    Stretch {
      sentences = List.copyOf(sentences);
    }

    int turn() {
      return sentences.getFirst().turn();
    }

    int from() {
      return sentences.getFirst().from() + leadIn;
    }

    int to() {
      return sentences.getLast().to();
    }

    int words() {
      return sentences.stream().mapToInt(Sentence::words).sum();
    }
  }

  int words() {
    return stretches.stream().mapToInt(Stretch::words).sum();
  }

  Stretch first() {
    return stretches.getFirst();
  }

  Stretch last() {
    return stretches.getLast();
  }

  /// The words as they stand in the talk.
  String text(Talk talk) {
    return stretches.stream()
        .map(stretch -> talk.text(stretch.turn()).substring(stretch.from(), stretch.to()))
        .collect(Collectors.joining(" "));
  }
}
