/// The canonical transcript: what was said, by whom, in which order. Items marked `client` are
/// evidence, the others are not.
///
/// A live session is what its raw events say: they are stored first, and [Fold] turns them into
/// items, the same ones in whatever order late words come in. Rows of a project follow the fold in
/// the same transaction; the audit can tell whether they still do.
///
///     raw event ──RealtimeReading──▶ what it says ──Fold──▶ changes ──▶ rows, live view
///
/// Items are told to readers once they and all before them are settled, and told again when their
/// words change: [Through] counts tellings. A project's order is that of its sessions (their ids
/// rise with time), then of their turns. Nothing that was said is ever erased here: withdrawn items
/// are marked, earlier wordings kept.
@ApplicationModule(allowedDependencies = {"vocabulary", "account", "project", "feed"})
@NullMarked
package ghostwriter.transcript;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
