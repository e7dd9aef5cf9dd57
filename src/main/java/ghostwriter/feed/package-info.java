/// Everything that happened, per project, in order, and the hints that wake whoever waits for it.
///
/// Every room may post and read. News is posted inside the transaction that makes it true and last
/// in it, since the post holds the project's head row until the commit. Numbers have no holes. A
/// hint is sent after the commit and may be lost: whoever waits for one also looks by itself now
/// and then.
@ApplicationModule(allowedDependencies = "vocabulary")
@NullMarked
package ghostwriter.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
