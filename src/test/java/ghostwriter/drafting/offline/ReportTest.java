package ghostwriter.drafting.offline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|-|0|0|false|I found nothing new to add.",
        "0|-|0|0|true|I added nothing, for no sentence that was said can stand in the document yet.",
        "0|-|0|2|true|I added nothing: 2 passages were left out, as asked, and the rest holds nothing to use yet.",
        "1|The people|1|0|true|I added 1 paragraph to The people, from 1 turn.",
        "6|Where it began,The people|41|0|true|I added 6 paragraphs to Where it began and The people, from 41 turns.",
        "3|A,B,C|2|1|true|I added 3 paragraphs to A, B and C, from 2 turns; 1 passage was left out, as asked.",
        "3|A,B,C|2|2|true|I added 3 paragraphs to A, B and C, from 2 turns; 2 passages were left out, as asked.",
      })
  void theReportSaysWhatWasAddedAndWhatWasLeftOut(
      int paragraphs, String headings, int turns, int leftOut, boolean isNew, String sentence) {
    var report = new Report(paragraphs, List.of(headings.split(",")), turns, leftOut, isNew);

    assertThat(report.sentence()).isEqualTo(sentence);
  }
}
