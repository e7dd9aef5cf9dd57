package ghostwriter.realtime.responder;

import java.util.List;
import java.util.OptionalInt;
import tools.jackson.databind.JsonNode;

/// What a responder is asked.
///
/// @param model the name the client gave its session; a responder may pass it over
/// @param items the conversation as far as it counts for this answer, oldest first
/// @param toolChoice `auto`, `none`, `required`, or an object that names one function
/// @param maxOutputTokens how long the answer may become; empty where it may take what it needs
public record Prompt(
    String model,
    String instructions,
    List<Tool> tools,
    JsonNode toolChoice,
    List<Item> items,
    OptionalInt maxOutputTokens) {
  public Prompt {
    tools = List.copyOf(tools);
    items = List.copyOf(items);
  }

  /// Whether the answer may call this tool.
  public boolean offers(String tool) {
    return mayCall() && tools.stream().anyMatch(it -> it.name().equals(tool));
  }

  /// Whether the answer may call tools at all.
  public boolean mayCall() {
    return !toolChoice.asString("").equals("none");
  }

  @Override
  public String toString() {
    return "Prompt[" + tools.size() + " tools, " + items.size() + " items]";
  }
}
