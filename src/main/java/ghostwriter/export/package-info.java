/// A document leaves the house.
@ApplicationModule(
    allowedDependencies = {"vocabulary", "account", "project", "feed", "transcript", "document"})
@NullMarked
package ghostwriter.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
