package ghostwriter.interview.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/// Frames put together, however they were cut.
class FrameReaderTest {
  private static final int[] AROUND_THE_FORMS = {0, 1, 125, 126, 127, 65_535, 65_536, 70_000};

  private final List<String> pings = new ArrayList<>();

  @RepeatedTest(100)
  void messagesComeOutAsTheyWentInHoweverTheyAreCut(RepetitionInfo repetition) throws IOException {
    var random = new Random(repetition.getCurrentRepetition());
    List<String> messages = new ArrayList<>();
    var wire = new ByteArrayOutputStream();
    for (int i = 0; i < 5; i++) {
      String message = message(random);
      messages.add(message);
      writeCut(message.getBytes(UTF_8), random, wire);
    }
    wire.writeBytes(frame(0x88, new byte[] {3, (byte) 0xE9}));

    FrameReader reader = reader(trickle(wire.toByteArray(), random));

    for (String message : messages) {
      assertThat(reader.next()).isEqualTo(new Incoming.Message(message));
    }
    assertThat(reader.next()).isEqualTo(new Incoming.Farewell(1001));
  }

  private static String message(Random random) {
    int length = AROUND_THE_FORMS[random.nextInt(AROUND_THE_FORMS.length)];
    return random
        .ints(length, 0x20, 0x2_0000)
        .map(c -> Character.getType(c) == Character.SURROGATE ? 'ß' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static void writeCut(byte[] message, Random random, ByteArrayOutputStream wire) {
    int at = 0;
    int kind = random.nextBoolean() ? FrameBytes.TEXT : FrameBytes.BINARY;
    boolean last;
    do {
      int size = Math.min(message.length - at, random.nextInt(message.length + 1));
      last = at + size == message.length;
      byte[] piece = new byte[size];
      System.arraycopy(message, at, piece, 0, size);
      wire.writeBytes(frame((at == 0 && kind >= 0 ? kind : 0) | (last ? 0x80 : 0), piece));
      kind = FrameBytes.CONTINUATION;
      at += size;
      if (random.nextInt(3) == 0) {
        wire.writeBytes(frame(0x89, "ping".getBytes(UTF_8)));
      }
    } while (!last);
  }

  @RepeatedTest(200)
  void anyBytesAtAllEndInMessagesOrAnErrorOfTheConnection(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    int messages = 0;
    try {
      FrameReader reader = reader(new ByteArrayInputStream(bytes));
      while (reader.next() instanceof Incoming.Message) {
        messages++;
      }
    } catch (IOException gone) {
      assertThat(gone.getMessage()).isNotBlank();
    }
    assertThat(messages).isLessThanOrEqualTo(bytes.length);
  }

  @Test
  void pingsAreHandedOnWithWhatTheyWantToHaveBack() throws IOException {
    var wire = new ByteArrayOutputStream();
    wire.writeBytes(frame(0x89, "one".getBytes(UTF_8)));
    wire.writeBytes(frame(0x8A, "unasked".getBytes(UTF_8)));
    wire.writeBytes(frame(0x88, new byte[0]));

    assertThat(reader(new ByteArrayInputStream(wire.toByteArray())).next())
        .isEqualTo(new Incoming.Farewell(1005));
    assertThat(pings).containsExactly("one");
  }

  @Test
  void whatTheClientSendsIsMaskedAndComesBackAsItWas() {
    for (int length : AROUND_THE_FORMS) {
      String text = "ü".repeat(length);

      assertThat(unmasked(FrameBytes.text(text))).isEqualTo(text);
    }
    assertThat(FrameBytes.text("same")).isNotEqualTo(FrameBytes.text("same"));
  }

  private static String unmasked(byte[] bytes) {
    var frame = ByteBuffer.wrap(bytes);
    assertThat(frame.get()).isEqualTo((byte) 0x81);
    int second = frame.get() & 0xFF;
    assertThat(second & 0x80).isEqualTo(0x80);
    long length =
        switch (second & 0x7F) {
          case 126 -> frame.getChar();
          case 127 -> frame.getLong();
          default -> second & 0x7F;
        };
    byte[] mask = new byte[4];
    frame.get(mask);
    byte[] payload = new byte[frame.remaining()];
    frame.get(payload);
    assertThat(payload).hasSize((int) length);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i % 4];
    }
    return new String(payload, UTF_8);
  }

  private static byte[] frame(int head, byte[] payload) {
    var frame = ByteBuffer.allocate(payload.length + 10).put((byte) head);
    if (payload.length < 126) {
      frame.put((byte) payload.length);
    } else if (payload.length < 65_536) {
      frame.put((byte) 126).putShort((short) payload.length);
    } else {
      frame.put((byte) 127).putLong(payload.length);
    }
    frame.put(payload).flip();
    byte[] bytes = new byte[frame.remaining()];
    frame.get(bytes);
    return bytes;
  }

  /// Gives a few bytes at a time.
  private static InputStream trickle(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int from, int most) {
        return super.read(into, from, Math.min(most, 1 + random.nextInt(5_000)));
      }
    };
  }

  private FrameReader reader(InputStream bytes) throws IOException {
    var socket =
        new Socket() {
          @Override
          public InputStream getInputStream() {
            return bytes;
          }

          @Override
          public void setSoTimeout(int millis) {
            assertThat(millis).isPositive();
          }
        };
    long deadline = System.nanoTime() + Patience.STANDARD.connect().toNanos();
    var input = new SocketInput(socket, deadline, Patience.STANDARD, () -> {});
    return new FrameReader(input, payload -> pings.add(new String(payload, UTF_8)));
  }
}
