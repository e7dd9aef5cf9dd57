package ghostwriter.drafting.openai;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A way to ask and to be answered.
sealed interface Form permits ResponsesForm, ChatForm {
  /// Where it is asked, behind the base address.
  String path();

  ObjectNode request(Provider provider, Ask ask);

  /// For one answer.
  Reading reading();

  /// Puts one answer together.
  interface Reading {
    /// Takes one event of a stream.
    ///
    /// @return the reply, once it is complete
    Optional<Reply> take(JsonNode event);

    /// The stream is over.
    Reply end();

    /// Reads an answer that came in one piece.
    Reply whole(JsonNode body);
  }
}
