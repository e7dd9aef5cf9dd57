/// The house: one room (package) for each concern. `docs/architecture.md` shows the way of the data
/// through them.
@NullMarked
package ghostwriter;

import org.jspecify.annotations.NullMarked;
