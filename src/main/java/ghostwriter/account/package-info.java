/// People, what they may do, and how they sign in: one-time links, browser sign-ins, command-line
/// tokens.
///
/// Secrets are random, 256 bits, and known here only as SHA-256 hashes. The first person is an
/// operator.
@ApplicationModule(allowedDependencies = {"vocabulary", "feed"})
@NullMarked
package ghostwriter.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
