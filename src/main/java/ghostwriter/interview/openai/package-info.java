/// The Realtime protocol (GA) over a plain WebSocket: the same adapter reaches the hosted provider
/// and the built-in engine.
@NullMarked
package ghostwriter.interview.openai;

import org.jspecify.annotations.NullMarked;
