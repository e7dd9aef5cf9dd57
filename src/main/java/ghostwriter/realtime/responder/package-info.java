/// The port behind which something thinks of an answer, and the values it is given and gives back.
/// A responder sees the conversation as items and streams pieces; it knows no socket and no event.
@NullMarked
package ghostwriter.realtime.responder;

import org.jspecify.annotations.NullMarked;
