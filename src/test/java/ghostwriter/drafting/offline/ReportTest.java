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
        "0|-|0|I found nothing new to add.",
        "1|The people|1|I added 1 paragraph to The people, from 1 turn.",
        "6|Where it began,The people|41|I added 6 paragraphs to Where it began and The people, from 41 turns.",
        "3|A,B,C|2|I added 3 paragraphs to A, B and C, from 2 turns.",
      })
  void theReportSaysWhatWasAdded(int paragraphs, String headings, int turns, String sentence) {
    assertThat(new Report(paragraphs, List.of(headings.split(",")), turns).sentence())
        .isEqualTo(sentence);
  }
}
