/// What is still to be done and asked. (Notes and pointers come with the live interview.)
@ApplicationModule(allowedDependencies = {"vocabulary", "account", "project", "feed", "transcript"})
@NullMarked
package ghostwriter.notebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
