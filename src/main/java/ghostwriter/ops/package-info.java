/// The operator's room: checks of what the other rooms keep, at night, by the rooms' own doors. It
/// changes nothing of theirs; what it finds is logged, counted and listed, by ids only.
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "account",
      "project",
      "feed",
      "settings",
      "transcript",
      "document",
      "notebook",
      "queue"
    })
@NullMarked
package ghostwriter.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
