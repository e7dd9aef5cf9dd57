package ghostwriter.document;

import ghostwriter.vocabulary.SectionId;

/// How people work on a section that stands in the document. No version keeps it: it says nothing
/// of the text.
///
/// @param locked whether drafts leave it alone
public record SectionMark(SectionId id, String heading, Section.State state, boolean locked) {}
