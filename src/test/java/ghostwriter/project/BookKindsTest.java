package ghostwriter.project;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.project.BookKind.Field;
import ghostwriter.project.BookKind.OutlineEntry;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookKindsTest {
  private static final Pattern YES_OR_NO =
      Pattern.compile(
          "(?i)^(is|are|was|were|do|does|did|have|has|had|can|could|will|would|should|may)\\b");

  private final BookKinds kinds = new BookKinds();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "memoir|subject|Where it began · The people · Turning points · Work and love · What remains",
        "biography|subject,relation|Origins · Becoming · The work · The person · Legacy",
        "business-book|argument,promise|Why now · The problem · The idea · How it works · Cases · What to do first",
        "article|point,angle|Opening · The point · What supports it · What follows · Close",
      })
  void aKindHasItsOutlineAndItsRequiredFields(String id, String required, String outline) {
    BookKind kind = kinds.find(id).orElseThrow();

    assertThat(kind.outline().stream().map(OutlineEntry::heading))
        .containsExactly(outline.split(" · "));
    assertThat(kind.fields().stream().filter(Field::required).map(Field::name))
        .contains(required.split(","))
        .contains("desiredOutcome", "targetAudience", "voiceGuardrails");
    assertThat(kind.fields().stream().map(Field::name))
        .contains("publishingPlan", "timeline", "materialsInventory", "length")
        .contains("communicationPreferences", "budgetRange")
        .doesNotHaveDuplicates();
  }

  @Test
  void everyRequiredFieldHasAStandardAnswer() {
    assertThat(kinds.all())
        .hasSize(4)
        .flatMap(BookKind::fields)
        .allSatisfy(field -> assertThat(field.standard().isEmpty()).isEqualTo(!field.required()));
  }

  @Test
  void everyQuestionIsOpen() {
    assertThat(kinds.all())
        .flatMap(BookKind::outline)
        .allSatisfy(
            entry -> assertThat(entry.question()).endsWith("?").doesNotContainPattern(YES_OR_NO));
    List<String> questions =
        kinds.all().stream()
            .flatMap(k -> k.outline().stream())
            .map(OutlineEntry::question)
            .toList();
    assertThat(questions).doesNotHaveDuplicates();
  }

  @Test
  void anUnknownKindIsNotFound() {
    assertThat(kinds.find("novel")).isEmpty();
  }
}
