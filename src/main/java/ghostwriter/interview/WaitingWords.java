package ghostwriter.interview;

import ghostwriter.vocabulary.Words;

/// Words that were sent to a session that could not take them yet.
///
/// @param item the id that they will have in the conversation
public record WaitingWords(String item, Words text) {}
