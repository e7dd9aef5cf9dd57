/// A WebSocket client (RFC 6455) on blocking sockets and virtual threads: every message that
/// arrived is told, in order, and after them exactly one end, however the other side goes.
///
/// It knows no protocol above the socket. Why it is our own:
/// `docs/decisions/0009-a-websocket-client-of-our-own.md`.
@NullMarked
package ghostwriter.interview.websocket;

import org.jspecify.annotations.NullMarked;
