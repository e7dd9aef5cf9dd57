/// The Realtime protocol (GA) over a plain WebSocket: the same adapter reaches the hosted provider
/// and the built-in engine.
///
/// What always holds: every message that came is told in its order, once, with what it means; after
/// the last of them the line is told to be down, once. The key stands in one header and nowhere
/// else.
@NullMarked
package ghostwriter.interview.openai;

import org.jspecify.annotations.NullMarked;
