package ghostwriter.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The system's Chromium without a window, one process a run, driven by the system's Node. Where
/// either is missing the stories fail: `./ghostwriter test` installs them first.
final class Chromium {
  private static final List<String> FLAGS =
      List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking");
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final Browser SHARED = launch();

  private Chromium() {}

  static Browser shared() {
    return SHARED;
  }

  private static Browser launch() {
    var environment =
        Map.of(
            "PLAYWRIGHT_NODEJS_PATH",
            onThePath(List.of("node")).toString(),
            "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
            "1");
    Playwright driver = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
    // The driver ends with this process, and the browser with the driver.
    return driver
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(executable()).setArgs(FLAGS));
  }

  private static Path executable() {
    String chosen = System.getenv("CHROME_BIN");
    return chosen == null || chosen.isBlank() ? onThePath(NAMES) : Path.of(chosen);
  }

  private static Path onThePath(List<String> names) {
    String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
    return names.stream()
        .flatMap(
            name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "The stories need " + names.getFirst() + "; ./ghostwriter test installs it."));
  }
}
