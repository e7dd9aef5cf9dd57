package ghostwriter.drafting.offline;

/// A range of a text, `from` included, `to` excluded, in UTF-16 units.
record Span(int from, int to) {}
