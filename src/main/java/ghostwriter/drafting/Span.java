package ghostwriter.drafting;

/// A range of a text, `from` included, `to` excluded, in UTF-16 units.
public record Span(int from, int to) {}
