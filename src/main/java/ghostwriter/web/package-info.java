/// HTTP: routes, who may use them, the forms that come in (`…Form`), the views that go out
/// (`…View`), and what an error looks like. `docs/http.md` is its description. It calls every door;
/// nobody calls it.
@NullMarked
package ghostwriter.web;

import org.jspecify.annotations.NullMarked;
