package ghostwriter.drafting.openai;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Takes server-sent events out of a stream, in whatever pieces it comes (WHATWG HTML, 9.2.6). Of
/// an event's fields only its data counts here: the JSON in it names its own type. A line may be as
/// long as it likes.
final class EventReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final List<String> data = new ArrayList<>();
  private boolean afterReturn;
  private boolean begun;

  /// @return the data of the events that these bytes complete
  List<String> read(ByteBuffer bytes) {
    List<String> events = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      boolean endsLine = next == '\r' || next == '\n';
      if (!endsLine) {
        line.write(next);
      } else if (next == '\r' || !afterReturn) {
        endLine(events);
      }
      afterReturn = next == '\r';
    }
    return events;
  }

  private void endLine(List<String> events) {
    // Only whole lines are decoded, so that no character is ever cut in two.
    String text = line.toString(StandardCharsets.UTF_8);
    line.reset();
    if (!begun && text.startsWith(BYTE_ORDER_MARK)) {
      text = text.substring(1);
    }
    begun = true;
    if (text.isEmpty()) {
      dispatch(events);
    } else {
      take(text);
    }
  }

  private void dispatch(List<String> events) {
    if (!data.isEmpty()) {
      events.add(String.join("\n", data));
      data.clear();
    }
  }

  private void take(String text) {
    if (text.equals("data")) {
      data.add("");
    } else if (text.startsWith("data:")) {
      String value = text.substring("data:".length());
      data.add(value.startsWith(" ") ? value.substring(1) : value);
    }
  }
}
