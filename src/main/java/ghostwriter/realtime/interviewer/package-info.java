/// The scripted interviewer.
@NullMarked
package ghostwriter.realtime.interviewer;

import org.jspecify.annotations.NullMarked;
