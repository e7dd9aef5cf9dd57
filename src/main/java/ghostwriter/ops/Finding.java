package ghostwriter.ops;

import ghostwriter.vocabulary.ProjectId;
import java.time.Instant;

/// Something that cannot be, and is.
///
/// @param kind what is wrong: an anomaly of a transcript (`gap`, `duplicate`, `order`, `missing`,
///   `unknown`, `words`, `state`) or a pointer to an item that is not there (`dangling_source`,
///   `dangling_pointer`), or `unreadable`
/// @param session empty where no session is concerned
/// @param item the item's id, or what else is meant
/// @param foundAt when it was found first
/// @param seenAt when it was found last
public record Finding(
    ProjectId project, String kind, String session, String item, Instant foundAt, Instant seenAt) {}
