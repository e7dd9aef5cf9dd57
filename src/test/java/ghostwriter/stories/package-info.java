/// What people do with the whole of it, in a real browser, through the front door.
@NullMarked
package ghostwriter.stories;

import org.jspecify.annotations.NullMarked;
