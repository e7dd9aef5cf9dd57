package ghostwriter.transcript;

import ghostwriter.vocabulary.Words;

/// One turn of a recorded conversation before it becomes an item.
///
/// @param client whether the speaker's words are evidence
public record RecordedTurn(String speaker, boolean client, Words text) {}
