/// A job becomes a version of the document.
@NullMarked
package ghostwriter.drafting;

import org.jspecify.annotations.NullMarked;
