package ghostwriter.feed;

import java.time.Instant;

/// One piece of news as it was posted.
///
/// @param payload the fields of its [ProjectEvent] as a JSON object
public record FeedEvent(long seq, Instant at, String kind, String payload) {}
