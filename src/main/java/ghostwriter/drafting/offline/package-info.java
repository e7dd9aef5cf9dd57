/// The drafter that needs no model: it chooses the strongest of the client's own sentences and sets
/// them in order. It never writes a word of its own; every sentence it returns stands in one item
/// of the transcript, letter by letter.
@NullMarked
package ghostwriter.drafting.offline;

import org.jspecify.annotations.NullMarked;
