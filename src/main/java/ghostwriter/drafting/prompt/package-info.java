/// What a language model is told and how its reply is read.
///
/// What always holds: a prompt is made of its brief alone; what never changes comes first, what
/// changes with each job last. Text of people stands in it as data, one JSON value a line, so that
/// nothing it says can end its place; words to a machine are left out. A reply changes nothing but
/// what the prompt opened to it, or it counts as a whole for nothing.
@NullMarked
package ghostwriter.drafting.prompt;

import org.jspecify.annotations.NullMarked;
