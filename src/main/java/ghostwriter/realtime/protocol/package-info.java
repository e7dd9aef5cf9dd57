/// The Realtime protocol as a machine without sockets, threads or clocks: a [Dialogue] takes what
/// happens and answers with what to send and what to ask of the responder. One thread at a time.
@NullMarked
package ghostwriter.realtime.protocol;

import org.jspecify.annotations.NullMarked;
