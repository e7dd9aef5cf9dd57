package ghostwriter.document;

import ghostwriter.vocabulary.Words;

/// Says in one sentence what edits have changed.
@FunctionalInterface
public interface Telling {
  Words of(Changes changes);
}
