package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.RevisionId;
import org.jspecify.annotations.Nullable;

/// One block in one version of the document.
///
/// @param origin who wrote this wording
/// @param touched whether a human wrote any wording of this block: a draft never changes it then
/// @param job the draft that wrote it, where one did
public record Block(
    BlockId id,
    RevisionId revision,
    Content content,
    Origin origin,
    boolean touched,
    @Nullable JobId job) {}
