/// Which turns of a conversation belong to a section, a question or a paragraph.
///
/// One {@link Ranking} serves evidence packs, attached sources and the bench. It reads shared words
/// and, where the language allows it, the meaning of passages, which is computed once and kept.
@NullMarked
package ghostwriter.drafting.evidence;

import org.jspecify.annotations.NullMarked;
