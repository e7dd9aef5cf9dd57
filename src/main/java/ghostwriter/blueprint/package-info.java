/// What the book should be: the answers that must stand before drafting starts.
///
/// Drafting starts only from a committed blueprint, and a blueprint with a gap cannot be committed.
@ApplicationModule(allowedDependencies = {"vocabulary", "account", "project", "feed"})
@NullMarked
package ghostwriter.blueprint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
