/// The built-in engine: a server of the Realtime wire protocol that needs no account elsewhere.
///
/// It stands beside the house and knows nothing of it but the settings: whoever wants to talk to it
/// opens a socket at `/v1/realtime`, the interview no less than any official client. What always
/// holds: nobody gets in without a key, cookies mean nothing here, an event that cannot be
/// understood is answered by an error event and harms nobody, and neither words nor keys go to the
/// log. `docs/engine.md` tells which events are spoken.
///
/// [ghostwriter.realtime.protocol] decides and touches no socket; this package carries what it
/// decides over the wire.
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package ghostwriter.realtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
