/// Any model that speaks Chat Completions with tools and streaming, asked over plain HTTP: a hosted
/// one, or one that runs at home.
@NullMarked
package ghostwriter.realtime.chat;

import org.jspecify.annotations.NullMarked;
