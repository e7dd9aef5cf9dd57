package ghostwriter.transcript;

import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.List;

/// What the client told for the book and nobody has used.
///
/// @param items in the order in which they were said, as many as were asked for
/// @param words how many words all of them hold, also those that are not listed
/// @param of how many words the client told in all
public record Unused(List<Passage> items, int words, int of) {
  public Unused {
    items = List.copyOf(items);
  }

  public record Passage(ItemId item, int turn, Words text, int words, Instant at) {}
}
