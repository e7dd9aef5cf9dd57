package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.responder.Prompt;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Everything one answer is made from.
record Turn(Prompt prompt, StateBlock state, Talk talk, Said said) {
  static Turn of(Prompt prompt) {
    StateBlock state = StateBlock.of(prompt.instructions());
    Talk talk = new Talk(prompt.items());
    return new Turn(prompt, state, talk, new Said(talk.said(), state.asked()));
  }

  /// Whether a tool was called since the client last spoke.
  boolean called(String tool) {
    return talk.doneNow().stream().anyMatch(done -> done.tool().equals(tool));
  }

  /// Whether a tool may be called now: it is offered, and nothing was called in this turn.
  boolean mayCall(String tool) {
    return prompt.offers(tool) && !called(tool);
  }

  static ObjectNode arguments() {
    return JsonNodeFactory.instance.objectNode();
  }
}
