package ghostwriter.recording;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Kinds of file that people mistake for a transcript, known by their first bytes.
enum FileSignature {
  PDF("a PDF", Advice.TEXT, 0, "%PDF"),
  RTF("a rich text document", Advice.TEXT, 0, "{\\rtf"),
  ZIP("a Word document or another ZIP archive", Advice.TEXT, 0, "PK\3\4"),
  OLD_WORD("an old Office document", Advice.TEXT, 0, "\u00D0\u00CF\u0011\u00E0"),
  GZIP("a compressed file", Advice.TEXT, 0, "\u001F\u008B"),
  PNG("a picture", Advice.TEXT, 0, "\u0089PNG"),
  JPEG("a picture", Advice.TEXT, 0, "\u00FF\u00D8\u00FF"),
  GIF("a picture", Advice.TEXT, 0, "GIF8"),
  RIFF("a sound or video file", Advice.SOUND, 0, "RIFF"),
  MP3_TAGGED("a sound file", Advice.SOUND, 0, "ID3"),
  MP3("a sound file", Advice.SOUND, 0, "\u00FF\u00FB"),
  MP3_OLD("a sound file", Advice.SOUND, 0, "\u00FF\u00F3"),
  OGG("a sound file", Advice.SOUND, 0, "OggS"),
  FLAC("a sound file", Advice.SOUND, 0, "fLaC"),
  MP4("a sound or video file", Advice.SOUND, 4, "ftyp"),
  MATROSKA("a sound or video file", Advice.SOUND, 0, "\u001AE\u00DF\u00A3");

  private final String looksLike;
  private final String advice;
  private final int offset;

  /// One character a byte.
  private final String magic;

  FileSignature(String looksLike, String advice, int offset, String magic) {
    this.looksLike = looksLike;
    this.advice = advice;
    this.offset = offset;
    this.magic = magic;
  }

  static Optional<FileSignature> of(byte[] bytes) {
    return Arrays.stream(values()).filter(signature -> signature.matches(bytes)).findFirst();
  }

  /// See {@link Reading.Unreadable}.
  String sentence() {
    return "This file looks like " + looksLike + "; " + advice;
  }

  private boolean matches(byte[] bytes) {
    return bytes.length >= offset + magic.length()
        && new String(bytes, offset, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
  }

  private static final class Advice {
    static final String TEXT = "save the conversation as plain text and choose that file.";
    static final String SOUND = "have it transcribed to plain text and choose that file.";
  }
}
