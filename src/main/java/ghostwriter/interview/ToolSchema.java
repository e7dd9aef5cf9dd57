package ghostwriter.interview;

/// A tool as the assistant sees it.
///
/// @param parameters its JSON Schema, as text
public record ToolSchema(String name, String description, String parameters) {}
