/// A job becomes a version of the document: brief, model, edits, publish.
///
/// The model is asked with no transaction open; its answer is stored before it is used; effect and
/// end of the job are one transaction, fenced by the job's epoch. A section nobody spoke for gets a
/// question for the client.
@ApplicationModule(
    allowedDependencies = {
      "vocabulary",
      "account",
      "settings",
      "project",
      "feed",
      "transcript",
      "notebook",
      "blueprint",
      "document",
      "queue"
    })
@NullMarked
package ghostwriter.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
