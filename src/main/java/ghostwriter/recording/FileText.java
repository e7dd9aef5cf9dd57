package ghostwriter.recording;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Tells text from everything else: UTF-8, with or without a byte order mark, or UTF-16 with one.
final class FileText {
  sealed interface Decoded {}

  /// @param text not blank, without a byte order mark
  record Text(String text) implements Decoded {}

  /// @param sentence see {@link Reading.Unreadable}
  record NoText(String sentence) implements Decoded {}

  Decoded decode(byte[] bytes) {
    if (bytes.length == 0) {
      return new NoText("This file is empty; choose one that holds a conversation.");
    }
    Optional<FileSignature> signature = FileSignature.of(bytes);
    if (signature.isPresent()) {
      return new NoText(signature.get().sentence());
    }
    try {
      return check(charset(bytes).newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return new NoText("This file is not text in UTF-8; save it as UTF-8 and choose it again.");
    }
  }

  private static Decoded check(String decoded) {
    String text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    if (text.codePoints().allMatch(FileText::isSpace)) {
      return new NoText(
          "There is only white space in this file; choose one that holds a conversation.");
    }
    if (text.indexOf('\0') >= 0) {
      return new NoText(
          "This file is binary, not text; choose a transcript as plain text or JSON.");
    }
    return new Text(text);
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF;
  }

  private static Charset charset(byte[] bytes) {
    boolean bigEndian = startsWith(bytes, 0xFE, 0xFF);
    boolean littleEndian = startsWith(bytes, 0xFF, 0xFE);
    return bigEndian
        ? StandardCharsets.UTF_16BE
        : littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
  }

  private static boolean startsWith(byte[] bytes, int first, int second) {
    return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }
}
