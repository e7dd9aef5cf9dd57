package ghostwriter.recording;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Turns in JSON: a list of objects with `speaker` and `content` (or `text`), alone or as the
/// `meeting_transcripts` of an object, as in the QMSum collection (Zhong et al. 2021). Every other
/// key is ignored.
final class TurnsJson implements TranscriptFormat {
  /// A bracket alone is not enough: plain text may begin with a time such as `[00:12:03]`.
  private static final Pattern JSON_START = Pattern.compile("\\s*(?:\\{|\\[\\s*[\\[{\"\\]])");

  private static final String WANTED =
      "choose one that lists a \"speaker\" and a \"content\" (or \"text\") for every turn, alone"
          + " or as \"meeting_transcripts\".";

  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final ObjectReader meeting = json.readerFor(Meeting.class);
  private final ObjectReader entries = json.readerForListOf(Entry.class);

  @Override
  public boolean recognises(String fileName, String text) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(".json")
        || JSON_START.matcher(text).lookingAt();
  }

  @Override
  public RawTurns read(String text) {
    try {
      return turns(
          text.stripLeading().startsWith("[")
              ? new Meeting(entries.readValue(text))
              : meeting.readValue(text));
    } catch (UnexpectedEndOfInputException cutOff) {
      return new RawTurns.Malformed(
          "This JSON file ends in the middle; save or copy it again and choose the whole file.");
    } catch (StreamReadException notJson) {
      return new RawTurns.Malformed("This file is not valid JSON; " + WANTED);
    } catch (JacksonException wrongShape) {
      return new RawTurns.Malformed("This JSON file does not hold a conversation; " + WANTED);
    }
  }

  private static RawTurns turns(@Nullable Meeting meeting) {
    if (meeting == null || meeting.turns() == null) {
      return new RawTurns.Malformed("This JSON file does not hold a conversation; " + WANTED);
    }
    List<RawTurn> turns = new ArrayList<>();
    for (Entry entry : meeting.turns()) {
      if (entry == null || entry.speaker() == null || entry.content() == null) {
        return new RawTurns.Malformed(
            ("Turn %d of this JSON file lacks its speaker or its content; complete it and"
                    + " choose the file again.")
                .formatted(turns.size() + 1));
      }
      turns.add(new RawTurn(entry.speaker(), entry.content()));
    }
    return new RawTurns.Found(turns);
  }

  private record Meeting(
      @JsonProperty("meeting_transcripts") @Nullable List<@Nullable Entry> turns) {}

  private record Entry(@Nullable String speaker, @JsonAlias("text") @Nullable String content) {}
}
