/// The document: sections of blocks, every wording of a block kept for ever, versions as lists of
/// wordings.
///
/// It changes only by edits on blocks against a base version. What a human wrote or locked is never
/// changed by a draft: such an edit becomes a proposal. One transaction makes revisions, version
/// and news together.
@ApplicationModule(allowedDependencies = {"vocabulary", "account", "project", "feed"})
@NullMarked
package ghostwriter.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
