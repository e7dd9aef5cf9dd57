package ghostwriter;

import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.Database;
import ghostwriter.cluster.Parent;
import ghostwriter.cluster.StartRefused;
import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import ghostwriter.vocabulary.Ids;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;

/// The server: opens the data folder, then the database, then the house.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
public class Ghostwriter {
  private static final Logger log = LoggerFactory.getLogger(Ghostwriter.class);
  private static final int FAILED = 1;
  private static final int BAD_INPUT = 2;

  /// Serves until it is told to stop. Ends with 1 where the surroundings do not allow a start and
  /// with 2 where what was asked for makes no sense; one sentence on standard error says what to
  /// do.
  public static void main(String[] arguments) {
    try {
      start(StartOptions.parse(arguments));
    } catch (StartRefused refused) {
      end(refused.exitStatus(), refused);
    } catch (BadSetting | StartOptions.Unusable bad) {
      end(BAD_INPUT, bad);
    } catch (House.PortTaken taken) {
      end(FAILED, taken);
    } catch (RuntimeException unexpected) {
      log.atError().setCause(unexpected).log("the start failed");
      end(
          FAILED,
          new IllegalStateException(
              "The server could not start (%s); the lines above show where."
                  .formatted(cause(unexpected)),
              unexpected));
    }
  }

  private static String cause(Throwable failure) {
    Throwable deepest = failure;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return deepest.getClass().getSimpleName();
  }

  private static void end(int status, RuntimeException why) {
    System.err.println(why.getMessage());
    System.exit(status);
  }

  private static void start(StartOptions options) {
    var environment = System.getenv();
    Settings settings = Settings.from(environment);
    var stop = new AtomicReference<Runnable>(() -> {});
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop.get().run(), "stop"));
    DataFolder folder = DataFolder.open(DataFolder.locate(options.data(), environment));
    Database database = Database.open(folder, settings.text(Setting.DATABASE_URL).orElse(""));
    // Whoever loses patience while the house is being opened leaves no database behind.
    stop.set(() -> {
      database.close();
      folder.close();
    });
    House house = House.open(options, settings, folder, database);
    stop.set(house::close);
    Parent.whenGone(() -> System.exit(FAILED));
    house.welcome();
    if (options.train()) {
      house.train();
      System.exit(0);
    }
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Ids ids(InstantSource clock) {
    return new Ids(clock);
  }
}
