package ghostwriter.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventReaderTest {
  private static final String STREAM =
      """
      event: response.output_text.delta
      data: {"delta": "Zürich – 🚢"}

      : a comment
      data: {"a":
      data:  1}
      id: 7

      data

      """;

  @Test
  void anEventMayBeCutAnywhereEvenWithinACharacter() {
    byte[] bytes = STREAM.getBytes(StandardCharsets.UTF_8);
    for (int cut = 0; cut <= bytes.length; cut++) {
      var reader = new EventReader();
      List<String> events = new ArrayList<>(reader.read(ByteBuffer.wrap(bytes, 0, cut)));
      events.addAll(reader.read(ByteBuffer.wrap(bytes, cut, bytes.length - cut)));

      assertThat(events)
          .as("cut at %d", cut)
          .containsExactly("{\"delta\": \"Zürich – 🚢\"}", "{\"a\":\n 1}", "");
    }
  }

  @Test
  void bytesMayComeOneByOne() {
    var reader = new EventReader();
    List<String> events = new ArrayList<>();
    for (byte one : STREAM.getBytes(StandardCharsets.UTF_8)) {
      events.addAll(reader.read(ByteBuffer.wrap(new byte[] {one})));
    }
    assertThat(events).hasSize(3).first().isEqualTo("{\"delta\": \"Zürich – 🚢\"}");
  }

  @Test
  void linesEndAsTheyLike() {
    assertThat(read("data: a\r\ndata: b\r\n\r\ndata: c\r\rdata: d\n\n"))
        .containsExactly("a\nb", "c", "d");
  }

  @Test
  void anEventWithoutItsBlankLineNeverCounts() {
    assertThat(read("data: a\n\ndata: b\n")).containsExactly("a");
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertThat(read("\uFEFFdata: a\n\n")).containsExactly("a");
  }

  @Test
  void whatHasNoDataIsNoEvent() {
    assertThat(read(": hello\n\nevent: ping\n\nretry: 3\n\ndatum: x\n\n")).isEmpty();
  }

  private static List<String> read(String stream) {
    return new EventReader().read(ByteBuffer.wrap(stream.getBytes(StandardCharsets.UTF_8)));
  }
}
