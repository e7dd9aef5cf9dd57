package ghostwriter.notebook;

import ghostwriter.vocabulary.ItemId;
import java.time.Instant;
import java.util.UUID;

/// A passage of the conversation worth finding again: characters `from` (included) to `to`
/// (excluded) of an item, in UTF-16 units.
public record Pointer(UUID id, String label, ItemId item, int from, int to, Instant createdAt) {}
