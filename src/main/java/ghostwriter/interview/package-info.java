/// The live session: somebody speaks or types, the assistant asks, the notebook fills, drafts are
/// asked for.
///
/// It never writes the document and never meets the drafter: it puts requests on the queue and
/// hears of the result by the feed. `Conversation` decides (pure: events in, acts out);
/// `InterviewSession` performs, on one virtual thread with a mailbox; everything that came over the
/// line is stored before anything acts on it.
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "settings",
      "account",
      "project",
      "feed",
      "transcript",
      "notebook",
      "blueprint",
      "queue"
    })
@NullMarked
package ghostwriter.interview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
