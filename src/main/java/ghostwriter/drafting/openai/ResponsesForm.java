package ghostwriter.drafting.openai;

import ghostwriter.drafting.openai.Manners.Structure;
import ghostwriter.drafting.openai.Reply.AtWork;
import ghostwriter.drafting.openai.Reply.CutShort;
import ghostwriter.drafting.openai.Reply.Declined;
import ghostwriter.drafting.openai.Reply.End;
import ghostwriter.drafting.openai.Reply.Failed;
import ghostwriter.drafting.openai.Reply.Whole;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `POST /v1/responses`.
final class ResponsesForm implements Form {
  static final String NAME = "draft";

  @Override
  public String path() {
    return "responses";
  }

  @Override
  public ObjectNode request(Provider provider, Ask ask) {
    Manners manners = provider.manners();
    ObjectNode request = JsonNodeFactory.instance.objectNode();
    request.put("model", provider.model()).put("instructions", ask.system().text());
    request.putArray("input").addObject().put("role", "user").put("content", ask.user().text());
    manners.held().ifPresent(structure -> request.set("text", format(structure, ask)));
    request.put("max_output_tokens", ask.maxTokens());
    if (manners.background()) {
      request.put("background", true).put("store", true).put("stream", false);
    } else {
      // What a client said is not left with the provider.
      request.put("store", false).put("stream", manners.stream());
    }
    request.put("prompt_cache_key", ask.cacheKey());
    manners.temperature().ifPresent(temperature -> request.put("temperature", temperature));
    request.setAll(manners.extra());
    return request;
  }

  private static ObjectNode format(Structure structure, Ask ask) {
    ObjectNode text = JsonNodeFactory.instance.objectNode();
    ObjectNode format = text.putObject("format");
    if (structure == Structure.JSON_OBJECT) {
      format.put("type", "json_object");
    } else {
      format.put("type", "json_schema").put("name", NAME).put("strict", true);
      format.set("schema", ask.schema());
    }
    return text;
  }

  @Override
  public Reading reading() {
    return new Events();
  }

  private static final class Events implements Reading {
    /// Of the message that is being written: some servers leave it out of the end.
    private final StringBuilder written = new StringBuilder();

    @Override
    public Optional<Reply> take(JsonNode event) {
      switch (event.path("type").asString("")) {
        case "response.output_item.added" -> written.setLength(0);
        case "response.output_text.delta" -> written.append(event.path("delta").asString(""));
        case "response.completed", "response.incomplete", "response.failed" -> {
          return Optional.of(whole(event.path("response")));
        }
        case "error" -> {
          JsonNode error = event.path("error").isObject() ? event.path("error") : event;
          return Optional.of(new Failed(complaint(error)));
        }
        default -> {}
      }
      return Optional.empty();
    }

    /// The word `error` is the event's own type and tells nothing.
    private static Fault complaint(JsonNode error) {
      return Fault.within(Complaint.of(error));
    }

    @Override
    public Reply end() {
      return new Failed(Fault.down("cut_off"));
    }

    @Override
    public Reply whole(JsonNode response) {
      Tally tally = Tally.ofResponse(response.path("usage"));
      return switch (response.path("status").asString("")) {
        case "completed" -> said(response, tally);
        case "queued", "in_progress" ->
            id(response).isEmpty()
                ? new Failed(odd(response), tally)
                : new AtWork(id(response), tally);
        case "incomplete" -> new CutShort(end(response), tally);
        case "failed" -> new Failed(Fault.within(Complaint.of(response.path("error"))), tally);
        default -> new Failed(odd(response), tally);
      };
    }

    /// As it may stand in an address.
    private static String id(JsonNode response) {
      String id = response.path("id").asString("");
      return id.matches("[A-Za-z0-9_-]{1,200}") ? id : "";
    }

    private static Fault odd(JsonNode response) {
      return response.has("error")
          ? Fault.within(Complaint.of(response.path("error")))
          : Fault.down("no_answer");
    }

    private static End end(JsonNode response) {
      String reason = response.path("incomplete_details").path("reason").asString("");
      return reason.equals("content_filter") ? End.FILTERED : End.NO_ROOM;
    }

    private Reply said(JsonNode response, Tally tally) {
      List<JsonNode> parts = parts(response.path("output"));
      return parts.stream()
          .filter(part -> part.path("type").asString("").equals("refusal"))
          .findFirst()
          .<Reply>map(part -> new Declined(new Words(part.path("refusal").asString("")), tally))
          .orElseGet(() -> new Whole(new Words(text(parts)), tally));
    }

    private String text(List<JsonNode> parts) {
      var text = new StringBuilder();
      for (JsonNode part : parts) {
        text.append(part.path("text").asString(""));
      }
      return text.isEmpty() ? written.toString() : text.toString();
    }

    /// Of the final answer, or of the last message where none is marked as that: what comes before
    /// is thinking aloud.
    private static List<JsonNode> parts(JsonNode output) {
      List<JsonNode> messages = new ArrayList<>();
      for (JsonNode item : output) {
        if (item.path("type").asString("").equals("message")) {
          messages.add(item);
        }
      }
      Optional<JsonNode> last =
          messages.stream()
              .filter(message -> message.path("phase").asString("").equals("final_answer"))
              .reduce((_, later) -> later)
              .or(() -> messages.stream().reduce((_, later) -> later));
      List<JsonNode> parts = new ArrayList<>();
      last.ifPresent(message -> message.path("content").forEach(parts::add));
      return parts;
    }
  }
}
