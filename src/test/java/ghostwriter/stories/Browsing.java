package ghostwriter.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// The browsers of one test, each with a profile of its own. Where the test fails, what they showed
/// lies in `target/stories` afterwards; a script's error or a breach of the content policy fails
/// it.
final class Browsing implements AfterEachCallback {
  private static final Path PICTURES = Path.of("target", "stories");
  private static final int PATIENCE_MS = 15_000;

  private final List<BrowserContext> contexts = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  Page open() {
    return open(new Browser.NewContextOptions().setViewportSize(1440, 900));
  }

  Page open(Browser.NewContextOptions options) {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    BrowserContext context =
        Chromium.shared()
            .newContext(
                options.setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
    context.setDefaultTimeout(PATIENCE_MS);
    contexts.add(context);
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(message -> {
      // A refused request is told on the page; the browser's own line about it is no fault.
      if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
        complaints.add(message.text());
      }
    });
    return page;
  }

  @Override
  public void afterEach(ExtensionContext test) {
    try {
      if (test.getExecutionException().isPresent()) {
        takePictures(test);
      }
    } finally {
      contexts.forEach(BrowserContext::close);
    }
    assertThat(complaints).as("complaints of the browser").isEmpty();
  }

  private void takePictures(ExtensionContext test) {
    int count = 0;
    for (BrowserContext context : contexts) {
      for (Page page : context.pages()) {
        String name = test.getRequiredTestClass().getSimpleName() + "." + test.getDisplayName();
        Path file = PICTURES.resolve(name.replaceAll("[^\\w.]+", "_") + "_" + ++count + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
      }
    }
  }
}
