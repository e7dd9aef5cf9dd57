/// The command line: a thin HTTP client without Spring, one class a command.
///
/// It calls nothing of the house. It finds a running server through the data folder's `server.json`
/// and `token`, or starts one by the launcher for as long as one command takes. Nobody calls it but
/// the launcher.
///
/// What always holds: results go to stdout and progress to stderr; a command ends with 0 (done), 1
/// (failed), 2 (bad input or usage) or 130 (interrupted); a command that does not end with 0 leaves
/// neither a project that it began nor a half-written file.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ghostwriter.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
