/// Whether what was drafted was said.
///
/// {@link ghostwriter.drafting.claims.ClaimCheck} compares the sentences of a drafted block with
/// the turns they cite. It marks what it cannot find there; it never says that something is true.
@NullMarked
package ghostwriter.drafting.claims;

import org.jspecify.annotations.NullMarked;
