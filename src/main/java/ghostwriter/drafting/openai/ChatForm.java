package ghostwriter.drafting.openai;

import ghostwriter.drafting.openai.Manners.Structure;
import ghostwriter.drafting.openai.Reply.CutShort;
import ghostwriter.drafting.openai.Reply.Declined;
import ghostwriter.drafting.openai.Reply.End;
import ghostwriter.drafting.openai.Reply.Failed;
import ghostwriter.drafting.openai.Reply.Whole;
import ghostwriter.vocabulary.Words;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `POST /v1/chat/completions`, which any compatible server knows. Many take one message of rules
/// only, and only at the head.
final class ChatForm implements Form {
  @Override
  public String path() {
    return "chat/completions";
  }

  @Override
  public ObjectNode request(Provider provider, Ask ask) {
    Manners manners = provider.manners();
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("model", provider.model());
    ArrayNode messages = request.putArray("messages");
    if (manners.systemRole().equals("user")) {
      message(messages, "user", ask.system().text() + "\n\n" + ask.user().text());
    } else {
      message(messages, manners.systemRole(), ask.system().text());
      message(messages, "user", ask.user().text());
    }
    manners.held().ifPresent(structure -> request.set("response_format", format(structure, ask)));
    request.put(manners.tokensField(), ask.maxTokens());
    request.put("stream", manners.stream());
    if (manners.stream()) {
      request.putObject("stream_options").put("include_usage", true);
    }
    manners.temperature().ifPresent(temperature -> request.put("temperature", temperature));
    request.setAll(manners.extra());
    return request;
  }

  private static void message(ArrayNode messages, String role, String content) {
    messages.addObject().put("role", role).put("content", content);
  }

  private static ObjectNode format(Structure structure, Ask ask) {
    ObjectNode format = JsonNodeFactory.instance.objectNode();
    if (structure == Structure.JSON_OBJECT) {
      return format.put("type", "json_object");
    }
    ObjectNode schema = format.put("type", "json_schema").putObject("json_schema");
    schema.put("name", ResponsesForm.NAME).put("strict", true).set("schema", ask.schema());
    return format;
  }

  @Override
  public Reading reading() {
    return new Chunks();
  }

  private static final class Chunks implements Reading {
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder refusal = new StringBuilder();
    private String finish = "";
    private Tally tally = Tally.NONE;

    @Override
    public Optional<Reply> take(JsonNode chunk) {
      if (chunk.has("error")) {
        return Optional.of(new Failed(Fault.within(Complaint.of(chunk.path("error"))), tally));
      }
      JsonNode choice = chunk.path("choices").path(0);
      add(choice.path("delta"), choice);
      if (chunk.path("usage").isObject()) {
        tally = Tally.ofCompletion(chunk.path("usage"));
      }
      // What was used is told after the last word.
      return Optional.empty();
    }

    private void add(JsonNode message, JsonNode choice) {
      text.append(message.path("content").asString(""));
      refusal.append(message.path("refusal").asString(""));
      finish = choice.path("finish_reason").asString(finish);
    }

    @Override
    public Reply whole(JsonNode body) {
      if (!body.path("choices").path(0).isObject()) {
        Complaint complaint = Complaint.of(body.path("error"));
        return new Failed(
            complaint.words().isEmpty() ? Fault.down("no_answer") : Fault.within(complaint));
      }
      JsonNode choice = body.path("choices").path(0);
      add(choice.path("message"), choice);
      tally = Tally.ofCompletion(body.path("usage"));
      return end();
    }

    @Override
    public Reply end() {
      if (!refusal.isEmpty()) {
        return new Declined(new Words(refusal.toString()), tally);
      }
      return switch (finish) {
        // A stream that never said why it ends was cut off.
        case "" -> new Failed(Fault.down("cut_off"), tally);
        case "length" -> new CutShort(End.NO_ROOM, tally);
        case "content_filter" -> new CutShort(End.FILTERED, tally);
        default -> new Whole(new Words(text.toString()), tally);
      };
    }
  }
}
