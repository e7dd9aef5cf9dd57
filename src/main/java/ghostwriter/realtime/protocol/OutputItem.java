package ghostwriter.realtime.protocol;

import ghostwriter.realtime.responder.Item;
import ghostwriter.realtime.responder.Item.Role;
import ghostwriter.realtime.responder.Item.Status;
import java.util.List;

/// An item of an answer while it grows: its place in the response's output, and what it holds so
/// far.
abstract sealed class OutputItem {
  final String id;
  final int index;
  final StringBuilder text = new StringBuilder();

  private OutputItem(String id, int index) {
    this.id = id;
    this.index = index;
  }

  abstract Item at(Status status);

  static final class Spoken extends OutputItem {
    private final Modality modality;

    Spoken(String id, int index, Modality modality) {
      super(id, index);
      this.modality = modality;
    }

    @Override
    Item at(Status status) {
      Item.Part part =
          switch (modality) {
            case TEXT -> new Item.OutputText(text.toString());
            case AUDIO -> new Item.OutputAudio(text.toString());
          };
      boolean begun = status == Status.IN_PROGRESS;
      return new Item.Message(id, Role.ASSISTANT, status, begun ? List.of() : List.of(part));
    }
  }

  static final class Call extends OutputItem {
    final String callId;
    final String name;

    Call(String id, int index, String callId, String name) {
      super(id, index);
      this.callId = callId;
      this.name = name;
    }

    @Override
    Item at(Status status) {
      return new Item.FunctionCall(id, status, name, callId, text.toString());
    }
  }
}
