/// The interviewer that needs no model. It reads what the instructions' `STATE` block and the
/// conversation say, keeps nothing between two answers, and is the same every time.
///
/// What always holds: every turn asks one question, none opens with an auxiliary verb, none is
/// asked twice, and nothing is said about the client's life that the client has not said; what it
/// repeats, it repeats in the client's own words. Its language lies in `resources/interviewer`.
@NullMarked
package ghostwriter.realtime.interviewer;

import org.jspecify.annotations.NullMarked;
