package ghostwriter;

import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.account.Secret;
import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.Database;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.interview.NodeName;
import ghostwriter.realtime.EngineKey;
import ghostwriter.settings.BadSetting;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import ghostwriter.web.Addresses;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// The running server: everything that stands on the data folder and the database, and the order in
/// which it goes.
final class House implements AutoCloseable {
  /// Another process listens where this one was told to.
  static final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    PortTaken(int port) {
      super("Port " + port + " is taken by another process; choose another one with --port.");
    }
  }

  private final StartOptions options;
  private final ConfigurableApplicationContext rooms;
  private final DataFolder folder;
  private final Database database;

  private House(
      StartOptions options,
      ConfigurableApplicationContext rooms,
      DataFolder folder,
      Database database) {
    this.options = options;
    this.rooms = rooms;
    this.folder = folder;
    this.database = database;
  }

  /// Takes over folder and database: they are closed with the house, or here where it cannot be
  /// opened.
  static House open(StartOptions options, Settings settings, DataFolder folder, Database database) {
    try {
      var rooms = furnish(options, settings, folder, database.access()).run();
      return new House(options, rooms, folder, database);
    } catch (RuntimeException failure) {
      database.close();
      folder.close();
      throw whatToDo(options, failure);
    }
  }

  /// The cause that has a sentence for people, where there is one.
  private static RuntimeException whatToDo(StartOptions options, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException) {
        return new PortTaken(options.port());
      }
      if (cause instanceof BadSetting bad) {
        return bad;
      }
    }
    return failure;
  }

  private static EngineKey engineKey(Settings settings, DataFolder folder) {
    try {
      return new EngineKey(settings.text(Setting.ENGINE_KEY).orElseGet(folder::engineKey));
    } catch (IllegalArgumentException unusable) {
      throw new BadSetting(
          "GHOSTWRITER_ENGINE_KEY needs 8 characters or more, of printable ASCII without spaces.");
    }
  }

  private static SpringApplication furnish(
      StartOptions options, Settings settings, DataFolder folder, DatabaseAccess access) {
    var engineKey = engineKey(settings, folder);
    var node = new NodeName(settings.text(Setting.NODE).orElseGet(folder::node));
    var application = new SpringApplication(Ghostwriter.class);
    application.setRegisterShutdownHook(false);
    application.addInitializers(context -> {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("start", properties(options, access)));
      var house = (GenericApplicationContext) context;
      house.registerBean(Settings.class, () -> settings);
      house.registerBean(EngineKey.class, () -> engineKey);
      house.registerBean(NodeName.class, () -> node);
    });
    return application;
  }

  private static Map<String, Object> properties(StartOptions options, DatabaseAccess access) {
    return Map.of(
        "server.address", options.host(),
        "server.port", options.port(),
        "spring.datasource.url", access.jdbcUrl(),
        "spring.datasource.username", access.user(),
        "spring.datasource.password", access.password());
  }

  /// Lets the command line in, says where the server is, and hands out the first sign-in link.
  void welcome() {
    Person operator = inTransaction().execute(_ -> operatorWithToken());
    Addresses addresses = rooms.getBean(Addresses.class);
    folder.announce(addresses.local());
    if (!options.quiet()) {
      Secret link = rooms.getBean(Accounts.class).newLink(operator.id());
      System.out.println("Ghostwriter is at " + addresses.shown());
      System.out.println("Sign in (good once, for 24 hours): " + addresses.signIn(link));
    }
  }

  private Person operatorWithToken() {
    Accounts accounts = rooms.getBean(Accounts.class);
    Person operator = accounts.firstOperator();
    accounts.allow(new Secret(folder.token()), operator.id());
    return operator;
  }

  private TransactionTemplate inTransaction() {
    return rooms.getBean(TransactionTemplate.class);
  }

  /// Goes once through the main job, from the first page to a drafted document.
  void train() {
    new TrainingRun(rooms.getBean(Addresses.class).local(), folder.token()).go();
  }

  @Override
  public void close() {
    rooms.close();
    database.close();
    folder.close();
  }
}
