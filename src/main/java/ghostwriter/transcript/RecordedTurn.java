package ghostwriter.transcript;

import ghostwriter.vocabulary.Words;

/// One turn of a recorded conversation before it becomes an item.
///
/// @param turn its place in the recording, from 1; there may be gaps
/// @param client whether the speaker's words are evidence
public record RecordedTurn(int turn, String speaker, boolean client, Words text) {}
