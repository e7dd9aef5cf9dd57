package ghostwriter.drafting;

import com.fasterxml.jackson.annotation.JsonCreator;
import ghostwriter.document.Edit;
import ghostwriter.transcript.Through;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A model's whole answer with what it was made from; kept on the job before it is used, so that a
/// crash after it never pays twice.
///
/// @param base the version of the document that the edits are against
/// @param through how far the transcript was read
/// @param unread whether new material is left for another update
/// @param answer what of it may go into the document
/// @param refused the edits that rest on nothing that was said
/// @param spent what the job had used of models by then, the answer's share with it; null where it
///   was kept before that was written with it
record Checkpoint(
    int base,
    Through through,
    boolean unread,
    Answer.Drafted answer,
    List<Edit> refused,
    Answer.@Nullable Usage spent) {
  Checkpoint {
    refused = List.copyOf(refused);
  }

  /// @param unread null where an answer was kept before some was left
  /// @param refused null where an answer was kept before edits were refused
  @JsonCreator
  static Checkpoint of(
      int base,
      Through through,
      @Nullable Boolean unread,
      Answer.Drafted answer,
      @Nullable List<Edit> refused,
      Answer.@Nullable Usage spent) {
    return new Checkpoint(
        base,
        through,
        unread != null && unread,
        answer,
        refused == null ? List.of() : refused,
        spent);
  }

  /// The same with another answer.
  Checkpoint with(Answer.Drafted other) {
    return new Checkpoint(base, through, unread, other, refused, spent);
  }

  boolean restsOnNothing() {
    return answer.edits().isEmpty() && !refused.isEmpty();
  }
}
