/// A recorded conversation becomes a session. The reading part is pure: bytes go in, a {@link
/// ghostwriter.recording.Recording} or one sentence that says what is wrong comes out; it never
/// throws, whatever the bytes are.
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "account",
      "project",
      "feed",
      "transcript",
      "notebook",
      "blueprint",
      "document",
      "queue"
    })
@NullMarked
package ghostwriter.recording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
