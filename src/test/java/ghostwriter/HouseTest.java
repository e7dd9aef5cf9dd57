package ghostwriter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.Database;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Settings;
import ghostwriter.testing.TestDatabase;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HouseTest {
  @Test
  void aSettingThatARoomRefusesStopsTheStartWithTheRoomsOwnSentence(@TempDir Path folder) {
    DatabaseAccess access = TestDatabase.fresh();
    String url =
        access
            .jdbcUrl()
            .replace(
                "jdbc:postgresql://",
                "postgresql://%s:%s@".formatted(access.user(), access.password()));
    DataFolder data = DataFolder.open(folder.resolve("data"));
    Database database = Database.open(data, url);
    StartOptions options = StartOptions.parse(new String[] {"--port", "0"});
    Settings settings = Settings.from(Map.of("GHOSTWRITER_LINE", "openai"));

    assertThatThrownBy(() -> House.open(options, settings, data, database))
        .isInstanceOf(BadSetting.class)
        .hasMessage(
            "GHOSTWRITER_LINE is openai; set the provider's key in GHOSTWRITER_LINE_KEY as well.");
  }
}
