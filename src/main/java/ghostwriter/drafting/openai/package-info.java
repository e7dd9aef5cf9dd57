/// Language models that are asked over HTTP, in the Responses form or in that of Chat Completions:
/// a hosted one, or any compatible server.
///
/// What always holds: a call ends by its deadline, and when its thread is interrupted it is closed,
/// which tells the model to stop. Nothing of an answer is used before all of it is there. The key
/// stands in one header and nowhere else; neither what is asked nor what is answered is ever
/// logged.
@NullMarked
package ghostwriter.drafting.openai;

import org.jspecify.annotations.NullMarked;
