/// What an operator can set, read once from the environment at the start. An unknown name stops the
/// start.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ghostwriter.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
