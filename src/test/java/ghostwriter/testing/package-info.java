/// What tests share: a real PostgreSQL, a clock that is stepped, a model that is scripted.
@NullMarked
package ghostwriter.testing;

import org.jspecify.annotations.NullMarked;
