package ghostwriter.realtime.responder;

import tools.jackson.databind.JsonNode;

/// A function the client offers.
///
/// @param parameters a JSON Schema
public record Tool(String name, String description, JsonNode parameters) {}
