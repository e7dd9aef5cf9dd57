package ghostwriter.drafting.openai;

import ghostwriter.vocabulary.Words;
import tools.jackson.databind.node.ObjectNode;

/// What is asked of a model once.
///
/// @param schema that the answer keeps to
/// @param cacheKey the same for all that begin alike, so that what they share is read once
/// @param maxTokens how much may be written, thoughts included
record Ask(Words system, Words user, ObjectNode schema, String cacheKey, int maxTokens) {}
