/// A job becomes a version of the document: brief, model, edits, publish.
///
/// The model is asked with no transaction open; its answer is stored before it is used; effect and
/// end of the job are one transaction, fenced by the job's epoch. An empty evidence pack produces a
/// question, never prose.
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
