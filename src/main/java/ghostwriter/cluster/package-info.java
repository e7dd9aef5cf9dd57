/// The cellar's foundation: the data folder and the database that stands on it.
///
/// A starting server opens its {@link ghostwriter.cluster.DataFolder}, then its {@link
/// ghostwriter.cluster.Database}, before anything else is built; it closes them in the reverse
/// order. Nothing here knows of Spring, of a table or of a client's words.
///
/// What always holds: one process at a time has a data folder open; the embedded PostgreSQL listens
/// on the loopback address only, behind a random password; a server that was killed leaves a
/// cluster which the next one takes over; every refusal is one sentence that can be shown as it is
/// ({@link ghostwriter.cluster.StartRefused}).
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ghostwriter.cluster;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
