package ghostwriter.recording;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.recording.Reading.Read;
import ghostwriter.recording.Reading.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingReaderTest {
  private static final Path MEETING = Path.of("samples/qmsum/education_10.json");

  private final RecordingReader reader = new RecordingReader();

  @Test
  void aQmsumMeetingIsReadWithAllItsSpeakers() throws IOException {
    Recording recording = recording("education_10.json", Files.readAllBytes(MEETING));

    assertThat(recording.suggestedTitle()).isEqualTo("Education 10");
    assertThat(recording.turns()).hasSizeBetween(125, 132);
    assertThat(recording.turns().stream().map(Turn::speaker).distinct()).hasSize(7);
    assertThat(recording.turns().getFirst().text().text()).startsWith("Good morning, everyone.");
  }

  @Test
  void otherKeysAreIgnoredAndTurnsWithoutAWordAreDropped() {
    var turns =
        turns(
            """
            {"topic_list": [{"a": [1, {}]}], "meeting_transcripts": [
              {"speaker": "Grad  A", "content": "{vocalsound}", "x": 1},
              {"speaker": "Grad  A", "content": "{vocalsound} We 're here . {gap}"}]}
            """);

    assertThat(turns).containsExactly("Grad A: We're here.");
  }

  @Test
  void namedLinesAreReadOverSeveralLines() {
    var turns =
        turns(
            String.join(
                "\r\n",
                "\uFEFFInterview, 3 May",
                "",
                "Siân: Where was it?",
                "",
                "Anna Bell-Ray: By the sea.",
                "It was cold.",
                "",
                "I'll tell you one thing: never row alone.",
                "Siân: Oh?"));

    assertThat(turns)
        .containsExactly(
            "Siân: Where was it?",
            "Anna Bell-Ray: By the sea. It was cold. I'll tell you one thing: never row alone.",
            "Siân: Oh?");
  }

  @Test
  void namesMayHaveTitlesBracketsTimesOrNoCapital() {
    var turns =
        turns(
            """
            The Chair (Hon. Anthony Rota (Nipissing: Timiskaming, Lib.)): Order.
            [00:12:03] Mr. d'Entremont: Thank you.
            00:00:01,000 --> 00:00:05,000
            Anna (00:12): At 10:30 we left. See https://example.org: it is there.
            **Dr. J. van der Berg:** Good.
            interviewer: And then?
            Anna (00:14): Then this.
            interviewer: Why?
            SPEAKER_02: Hm.
            Q: What?
            """);

    assertThat(turns)
        .containsExactly(
            "The Chair (Hon. Anthony Rota (Nipissing: Timiskaming, Lib.)): Order.",
            "Mr. d'Entremont: Thank you.",
            "Anna: At 10:30 we left. See https://example.org: it is there.",
            "Dr. J. van der Berg: Good.",
            "interviewer: And then?",
            "Anna: Then this.",
            "interviewer: Why?",
            "SPEAKER_02: Hm.",
            "Q: What?");
  }

  @Test
  void aColonInSpeechMakesNoSpeaker() {
    var turns =
        turns(
            """
            Anna: I kept a list.
            Note: it is lost.
            Remember: never.
            He said: go.
            He said: stay.
            So I have to ask you, John: why?
            https://example.org
            at 10:30 we ate
            Finally: sleep.
            """);

    assertThat(turns).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna Reis  0:12\nI left.\nIt rained.\n\nBen  1:02:03\nWhen?\n\nAnna Reis  1:15\nIn May.",
        """
        WEBVTT

        NOTE made by a program

        7f3a/1-0
        00:00:01.000 --> 00:00:03.000 align:start
        <v Anna Reis>I left.</v>

        00:00:03.000 --> 00:00:04.000
        <v.loud Anna Reis>It <i>rained</i>.</v>

        00:00:04.000 --> 00:00:05.000
        <v Ben>When?</v>

        00:00:05.000 --> 00:00:07.000
        <v Anna Reis>In
        May.</v>
        """,
        "Anna Reis - I left. It rained.\nBen – When?\nAnna Reis — In May.",
        """
        \u200E[04/05/2020, 10:00:11] Anna Reis: I left.
        It rained.
        [04/05/2020, 10:01:00] Ben: When?
        [04/05/2020, 10:02:11] Anna Reis: In May.
        """,
        """
        04/05/2020, 09:59 - Messages are encrypted.
        04/05/2020, 10:00 - Anna Reis: I left. It rained.
        04/05/2020, 10:01 - Ben: When?
        04/05/2020, 10:01 - Ben added Carl
        5/4/20, 10:02 PM - Anna Reis: In May.
        """,
        """
        [{"speaker": "Anna Reis", "text": "I left. It rained.", "start": 1.5},
         {"speaker": "Ben", "content": "When?"}, {"speaker": "Anna Reis", "text": "In May."}]
        """,
      })
  void whatOtherProgramsSaveIsRead(String saved) {
    assertThat(turns(saved))
        .containsExactly("Anna Reis: I left. It rained.", "Ben: When?", "Anna Reis: In May.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Q. Where was it?\nA. In Ulm.\nIt rained.\nQ. When?\nA. In May.",
        "Q: Where was it?\nA: In Ulm. It rained.\nQ: When?\nA: In May.",
      })
  void questionsAndAnswersAreRead(String saved) {
    assertThat(turns(saved))
        .containsExactly("Q: Where was it?", "A: In Ulm. It rained.", "Q: When?", "A: In May.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The harbour - it was cold.\nNobody came that day.\nA. Smith left.\nBreakfast 10:30",
        "Monday - we sailed.\nTuesday - we slept.\nWednesday - it rained.",
        "Supper 7:30\nThen we slept.",
      })
  void dashesTimesAndInitialsInProseMakeNoSpeaker(String prose) {
    assertThat(sentence(prose.getBytes(UTF_8))).contains("who speaks");
  }

  @Test
  void aDashOrATimeInATurnMakesNoSpeakerEither() {
    assertThat(turns("Anna: I had a list.\nMilk - two pints.\nSupper 7:30\nBen: Oh.")).hasSize(2);
  }

  @Test
  void aTurnIsNumberedByItsPlaceInTheFile() {
    assertThat(
            recording("x.txt", "Ann: {gap}\nBo: Yes.\nAnn: ...\nBo: No.".getBytes(UTF_8)).turns())
        .extracting(Turn::number)
        .containsExactly(2, 4);
  }

  @Test
  void utf16WithAMarkIsRead() {
    var turns = turns("\uFEFFSiân: Hello there.".getBytes(UTF_16LE));

    assertThat(turns).containsExactly("Siân: Hello there.");
  }

  @ParameterizedTest
  @CsvSource({
    "covid_2.json,Covid 2",
    "/home/me/my.first-interview.txt,My first interview",
    "C:\\talks\\élan.md,Élan",
    ".txt,Untitled recording",
    "'',Untitled recording",
  })
  void theFileNameBecomesATitle(String fileName, String title) {
    assertThat(new FileTitle(fileName).text()).isEqualTo(title);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|empty",
        "' \n\t\uFEFF '|white space",
        "Anna: a\0b|binary",
        "PK\3\4rest|Word document",
        "%PDF-1.7|PDF",
        "ID3\4|sound",
        "RIFFxxxxWAVE|sound",
        "{\\rtf1 Anna: hello}|rich text",
        "{\"meeting_transcripts\": [{\"speaker\": \"A\", \"cont|ends in the middle",
        "{\"meeting_transcripts\": 5}|does not hold a conversation",
        "{\"turns\": []}|does not hold a conversation",
        "[{\"speaker\": \"A\"}]|Turn 1",
        "[]|Nobody says a word",
        "{\"meeting_transcripts\": [{\"speaker\": \"A\"}]}|Turn 1",
        "{\"meeting_transcripts\": [null]}|Turn 1",
        "{\"meeting_transcripts\": []}|Nobody says a word",
        "{no json}|not valid JSON",
        "Once there was a lighthouse. It stood.|who speaks",
        "Anna: {vocalsound}|Nobody says a word",
        "Anna: ... -|Nobody says a word",
      })
  void whatIsWrongIsSaidInOneSentence(String content, String reason) {
    assertThat(sentence(content.getBytes(UTF_8)))
        .contains(reason)
        .endsWith(".")
        .doesNotContain("\n")
        .matches("[^.]*\\.");
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    assertThat(sentence("Siân: Hello.".getBytes(ISO_8859_1))).contains("UTF-8");
  }

  @Test
  void anOversizedFileIsRefusedUnread() {
    assertThat(sentence(new byte[RecordingReader.MAX_BYTES + 1])).contains("8 MiB");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 20_261_121})
  void whateverTheBytesAreItNeverThrows(long seed) throws IOException {
    var random = new Random(seed);
    byte[] meeting = Files.readAllBytes(MEETING);
    for (int i = 0; i < 60; i++) {
      byte[] noise = new byte[random.nextInt(2_000)];
      random.nextBytes(noise);
      byte[] damaged = Arrays.copyOf(meeting, random.nextInt(meeting.length));
      damaged[random.nextInt(Math.max(1, damaged.length))] = (byte) random.nextInt(256);

      for (byte[] bytes : List.of(noise, damaged)) {
        assertThat(reader.read("x.json", bytes)).as("seed %d", seed).isNotNull();
        assertThat(reader.read("x.txt", bytes)).as("seed %d", seed).isNotNull();
      }
    }
  }

  @Test
  void textMadeOfDelimitersNeverThrows() {
    var random = new Random(7);
    String alphabet = "{}[]\"':,. \n@-Aab0()*_!?\u00A0«»";
    for (int i = 0; i < 3_000; i++) {
      var text = new StringBuilder("Anna: ");
      random
          .ints(random.nextInt(60), 0, alphabet.length())
          .forEach(c -> text.append(alphabet.charAt(c)));

      assertThat(reader.read("x.txt", text.toString().getBytes(UTF_8))).as("seed 7").isNotNull();
    }
  }

  private List<String> turns(String content) {
    return turns(content.getBytes(UTF_8));
  }

  private List<String> turns(byte[] content) {
    return recording("talk", content).turns().stream()
        .map(turn -> turn.speaker() + ": " + turn.text().text())
        .toList();
  }

  private Recording recording(String fileName, byte[] bytes) {
    return switch (reader.read(fileName, bytes)) {
      case Read(Recording recording) -> recording;
      case Unreadable(String sentence) -> throw new AssertionError(sentence);
    };
  }

  private String sentence(byte[] bytes) {
    return switch (reader.read("talk", bytes)) {
      case Unreadable(String sentence) -> sentence;
      case Read _ -> throw new AssertionError("The file was read.");
    };
  }
}
