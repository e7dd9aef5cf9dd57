/// Live interviews while things break: the whole server in processes of its own, killed and cut off
/// at random moments.
@NullMarked
package ghostwriter.faults;

import org.jspecify.annotations.NullMarked;
