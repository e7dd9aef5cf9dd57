/// Whose book it is and which kind: projects, and the kinds of book as data.
@ApplicationModule(allowedDependencies = {"vocabulary", "account", "feed"})
@NullMarked
package ghostwriter.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
