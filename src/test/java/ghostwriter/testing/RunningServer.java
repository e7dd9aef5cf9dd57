package ghostwriter.testing;

import static java.util.Objects.requireNonNull;

import ghostwriter.Ghostwriter;
import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.account.Secret;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.realtime.EngineKey;
import ghostwriter.settings.Settings;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.web.Addresses;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// The whole server, listening on a free port of the loopback address, on a database of its own.
public final class RunningServer implements AutoCloseable {
  private static final class Shared {
    private static final RunningServer SERVER = startToTheEnd();

    private static RunningServer startToTheEnd() {
      RunningServer server = start();
      TestDatabase.closeBefore(server::close);
      return server;
    }
  }

  private final ConfigurableApplicationContext rooms;
  private final Person operator;
  private final Secret token = new Secret(UUID.randomUUID().toString());

  private RunningServer(ConfigurableApplicationContext rooms) {
    this.rooms = rooms;
    Accounts accounts = accounts();
    operator = inTransaction(accounts::firstOperator);
    accounts.allow(token, operator.id());
  }

  /// The one server that all tests of a run share. Tests keep apart by projects and people of their
  /// own.
  public static RunningServer shared() {
    return Shared.SERVER;
  }

  /// A further server, for a test that stops it.
  public static RunningServer start() {
    return start(Map.of());
  }

  /// A further server with settings of its own.
  public static RunningServer start(Map<String, String> environment) {
    return start(environment, TestDatabase.fresh());
  }

  /// One on a database that others may have served before.
  public static RunningServer start(Map<String, String> environment, DatabaseAccess database) {
    var application = new SpringApplication(Ghostwriter.class);
    application.setRegisterShutdownHook(false);
    Map<String, Object> properties = properties(database);
    application.addInitializers(context -> {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(new MapPropertySource("test", properties));
      var house = (GenericApplicationContext) context;
      house.registerBean(Settings.class, () -> Settings.from(environment));
      house.registerBean(EngineKey.class, () -> new EngineKey(UUID.randomUUID().toString()));
    });
    return new RunningServer(application.run());
  }

  private static Map<String, Object> properties(DatabaseAccess access) {
    return Map.of(
        "server.address", "127.0.0.1",
        "server.port", 0,
        "spring.datasource.url", access.jdbcUrl(),
        "spring.datasource.username", access.user(),
        "spring.datasource.password", access.password());
  }

  public URI address() {
    return bean(Addresses.class).local();
  }

  /// One of the server's parts, for what a test cannot see or bring about from outside.
  public <T> T bean(Class<T> type) {
    return rooms.getBean(type);
  }

  public <T> T bean(String name, Class<T> type) {
    return rooms.getBean(name, type);
  }

  public <T> T inTransaction(Supplier<T> work) {
    return requireNonNull(bean(TransactionTemplate.class).execute(_ -> work.get()));
  }

  /// Whoever has not signed in.
  public Caller stranger() {
    return Caller.stranger(address());
  }

  /// The operator, by token, as the command line asks.
  public Caller operator() {
    return stranger().withToken(token.text());
  }

  /// The operator, by cookie, as a browser asks.
  public Caller operatorsBrowser() {
    return stranger().signIn(linkFor(operator));
  }

  /// The page that uses up a new one-time link of the operator's.
  public String signInPage() {
    return address() + "/sign-in#" + linkFor(operator);
  }

  /// A new person's browser, signed in; the person may do in the project what the role allows.
  public Caller browserOf(Role role, ProjectId project) {
    return stranger().signIn(linkOf(role, project));
  }

  /// A one-time link for a new person, who may do in the project what the role allows.
  public String linkOf(Role role, ProjectId project) {
    Person person = accounts().add("A person", false);
    accounts().addMember(project, person.id(), role);
    return linkFor(person);
  }

  private String linkFor(Person person) {
    return accounts().newLink(person.id()).text();
  }

  private Accounts accounts() {
    return bean(Accounts.class);
  }

  @Override
  public void close() {
    rooms.close();
  }
}
