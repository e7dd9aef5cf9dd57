/// The ids and words that every room shares. Values only: nothing here reads, writes or decides.
/// Every room may use it; it uses no room.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ghostwriter.vocabulary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
