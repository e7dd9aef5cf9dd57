package ghostwriter.recording;

import ghostwriter.recording.Reading.Read;
import ghostwriter.recording.Reading.Unreadable;
import ghostwriter.recording.TranscriptFormat.RawTurn;
import ghostwriter.recording.TranscriptFormat.RawTurns;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads a recorded conversation from a file's bytes. Safe for many threads.
@Component
public final class RecordingReader {
  /// The largest file it reads, in bytes: some 150 hours of speech.
  public static final int MAX_BYTES = 8 * 1024 * 1024;

  private final List<TranscriptFormat> formats =
      List.of(new TurnsJson(), new VoiceCaptions(), new NamedLines());
  private final FileText fileText = new FileText();
  private final Tidying tidying = new Tidying();

  /// Reads a file. It never throws: whatever is wrong with the bytes is said in the result.
  ///
  /// @param fileName with or without folders; its ending helps to tell the format, its name becomes
  ///   the suggested title
  public Reading read(String fileName, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return new Unreadable(
          "This file is larger than 8 MiB; split the conversation into several files.");
    }
    return switch (fileText.decode(bytes)) {
      case FileText.Text(String text) -> parse(fileName, text);
      case FileText.NoText(String sentence) -> new Unreadable(sentence);
    };
  }

  private Reading parse(String fileName, String text) {
    TranscriptFormat format =
        formats.stream().filter(f -> f.recognises(fileName, text)).findFirst().orElseThrow();
    return switch (format.read(text)) {
      case RawTurns.Found(List<RawTurn> turns) -> recording(fileName, turns);
      case RawTurns.Malformed(String sentence) -> new Unreadable(sentence);
    };
  }

  private Reading recording(String fileName, List<RawTurn> rawTurns) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < rawTurns.size(); i++) {
      String speaker = tidying.squeeze(rawTurns.get(i).speaker());
      String text = tidying.clean(rawTurns.get(i).text());
      if (tidying.hasWord(text)) {
        turns.add(new Turn(i + 1, speaker.isEmpty() ? "Speaker" : speaker, new Words(text)));
      }
    }
    return turns.isEmpty()
        ? new Unreadable("Nobody says a word in this file; choose one that holds a conversation.")
        : new Read(new Recording(new FileTitle(fileName).text(), turns));
  }
}
