/// What is worth keeping, what is still to be done and asked, and where in the conversation to find
/// it. A pointer to an unknown item is refused.
@ApplicationModule(allowedDependencies = {"vocabulary", "account", "project", "feed", "transcript"})
@NullMarked
package ghostwriter.notebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
