/// The canonical transcript: what was said, by whom, in which order. Items marked `client` are
/// evidence, the others are not.
///
/// Items of a session are settled up to a turn; the drafter reads no further. A project's order is
/// that of its sessions (their ids rise with time), then of their turns.
@ApplicationModule(allowedDependencies = {"vocabulary", "account", "project", "feed"})
@NullMarked
package ghostwriter.transcript;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
