package ghostwriter.queue;

import ghostwriter.vocabulary.ItemId;

/// A named passage of an item: characters `from` (included) to `to` (excluded), in UTF-16 units.
public record TranscriptAnchor(String label, ItemId item, int from, int to) {}
