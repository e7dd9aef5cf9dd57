package ghostwriter.document;

import ghostwriter.vocabulary.Words;

/// A run of words of two wordings that are compared.
///
/// @param change `SAME`, `ADDED` or `REMOVED`
public record Part(Change change, Words text) {}
