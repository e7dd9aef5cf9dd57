/// Whose book it is and which kind: projects, and the kinds of book as data. A room that gives
/// every project something from its first moment takes part in its founding.
@ApplicationModule(allowedDependencies = {"vocabulary", "account", "feed"})
@NullMarked
package ghostwriter.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
