package ghostwriter.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final String URL = "GHOSTWRITER_PUBLIC_URL";
  private static final Pattern ROW = Pattern.compile("\\| `([A-Z_]+)` \\| (\\S+) \\| .+ \\|");

  @Test
  void whatNobodySetHasItsStandardValue() {
    Settings settings = Settings.from(Map.of("PATH", "/bin"));

    assertThat(settings.number(Setting.DRAFTING_CONCURRENCY, 1)).isEqualTo(2);
    assertThat(settings.text(Setting.PUBLIC_URL)).isEmpty();
  }

  @Test
  void aValueIsTakenFromTheEnvironment() {
    assertThat(Settings.from(Map.of(URL, "https://books.example")).text(Setting.PUBLIC_URL))
        .contains("https://books.example");
  }

  @Test
  void aMisspeltNameIsRefusedWithASentenceThatNamesIt() {
    assertThatThrownBy(() -> Settings.from(Map.of("GHOSTWRITER_PUBLIC_ULR", "https://a.example")))
        .isInstanceOf(BadSetting.class)
        .hasMessage(
            "There is no setting GHOSTWRITER_PUBLIC_ULR; unset it, or see docs/settings.md for the"
                + " names.");
  }

  @Test
  void aValueMayLieInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("url"), " https://books.example\n");

    assertThat(Settings.from(Map.of(URL + "_FILE", file.toString())).text(Setting.PUBLIC_URL))
        .contains("https://books.example");
  }

  @Test
  void aFileThatCannotBeReadIsRefusedByItsName(@TempDir Path folder) {
    String missing = folder.resolve("missing").toString();

    assertThatThrownBy(() -> Settings.from(Map.of(URL + "_FILE", missing)))
        .isInstanceOf(BadSetting.class)
        .hasMessageContaining(missing);
  }

  @Test
  void aFileThatIsNoTextIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("url"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

    assertThatThrownBy(() -> Settings.from(Map.of(URL + "_FILE", file.toString())))
        .isInstanceOf(BadSetting.class);
  }

  @Test
  void bothFormsAtOnceAreRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("url"), "https://books.example");

    assertThatThrownBy(
            () -> Settings.from(Map.of(URL, "https://a.example", URL + "_FILE", file.toString())))
        .isInstanceOf(BadSetting.class)
        .hasMessage("Set either " + URL + " or " + URL + "_FILE, not both.");
  }

  @Test
  void aNumberThatIsNoneOrTooSmallIsRefusedByItsName() {
    for (String value : List.of("0", "two", "99999999999", "1.5")) {
      Settings settings = Settings.from(Map.of("GHOSTWRITER_DRAFTING_CONCURRENCY", value));

      assertThatThrownBy(() -> settings.number(Setting.DRAFTING_CONCURRENCY, 1))
          .isInstanceOf(BadSetting.class)
          .hasMessageStartingWith("GHOSTWRITER_DRAFTING_CONCURRENCY must be a whole number");
    }
  }

  @Test
  void theTableOfSettingsListsExactlyTheSettingsThereAre() throws IOException {
    List<String> told =
        Files.readAllLines(Path.of("docs/settings.md")).stream()
            .map(ROW::matcher)
            .filter(row -> row.matches())
            .map(row -> row.group(1) + " = " + row.group(2).replace("`", ""))
            .toList();

    assertThat(told)
        .containsExactlyElementsOf(
            Arrays.stream(Setting.values())
                .map(setting -> setting.variable() + " = " + orDash(setting.standard()))
                .toList());
  }

  private static String orDash(String standard) {
    return standard.isEmpty() ? "–" : standard;
  }
}
