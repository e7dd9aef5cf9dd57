import ghostwriter.Ghostwriter;
import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.account.Secret;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.blueprint.Field;
import ghostwriter.cluster.DataFolder;
import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.cluster.Durability;
import ghostwriter.cluster.EmbeddedPostgresql;
import ghostwriter.drafting.DraftModel;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Projects;
import ghostwriter.realtime.EngineKey;
import ghostwriter.settings.Settings;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.Words;
import ghostwriter.web.Addresses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// The whole server in this process, listening on the loopback address, on a durable database of its own that lasts as
/// long as it does.
final class Server implements AutoCloseable {
  /// Somebody who may write, and the token by which they come in.
  record Author(Person person, String token) {}

  private final Scratch scratch;
  private final DataFolder folder;
  private final EmbeddedPostgresql postgresql;
  private final ConfigurableApplicationContext rooms;
  private boolean closed;

  /// @param drafts how many drafts it works on at a time
  /// @param models what to make of its drafting model
  Server(int drafts, UnaryOperator<DraftModel> models) throws IOException {
    this(Map.of("GHOSTWRITER_DRAFTING_CONCURRENCY", String.valueOf(drafts)), models);
  }

  /// @param environment its settings
  Server(Map<String, String> environment, UnaryOperator<DraftModel> models) throws IOException {
    scratch = Scratch.make();
    folder = DataFolder.open(scratch.folder());
    postgresql = EmbeddedPostgresql.start(folder, Durability.DURABLE);
    var settings = Settings.from(environment);
    var application = new SpringApplication(Ghostwriter.class);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(Map.of("logging.level.ghostwriter", "warn"));
    application.addInitializers(context -> {
      var house = (GenericApplicationContext) context;
      house.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", properties()));
      house.registerBean(Settings.class, () -> settings);
      house.registerBean(EngineKey.class, () -> new EngineKey(UUID.randomUUID().toString()));
      house.getBeanFactory().addBeanPostProcessor(replacing(models));
    });
    rooms = application.run();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  private Map<String, Object> properties() {
    DatabaseAccess access = postgresql.access();
    return Map.of(
        "server.address", "127.0.0.1",
        "server.port", 0,
        "spring.datasource.url", access.jdbcUrl(),
        "spring.datasource.username", access.user(),
        "spring.datasource.password", access.password());
  }

  private static BeanPostProcessor replacing(UnaryOperator<DraftModel> models) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        // The one that drafts, and not what it is made of.
        return name.equals("draftingModel") ? models.apply((DraftModel) bean) : bean;
      }
    };
  }

  <T> T bean(Class<T> type) {
    return rooms.getBean(type);
  }

  <T> T inTransaction(Supplier<T> work) {
    return bean(TransactionTemplate.class).execute(_ -> work.get());
  }

  URI address() {
    return bean(Addresses.class).local();
  }

  Author newAuthor() {
    var token = new Secret(UUID.randomUUID().toString());
    Person person = inTransaction(() -> bean(Accounts.class).add("Bench", false));
    bean(Accounts.class).allow(token, person.id());
    return new Author(person, token.text());
  }

  /// A memoir that is ready for drafting. Joins the caller's transaction.
  ProjectId newBook(Person author) {
    BookKind memoir = bean(BookKinds.class).find("memoir").orElseThrow();
    ProjectId project = bean(Projects.class).create("A book", memoir, Locale.ENGLISH, author).id();
    memoir.fields().stream()
        .filter(BookKind.Field::required)
        .map(field -> new Field(field.name(), new Words("My own life, as I remember it."), Field.Origin.CLIENT))
        .forEach(field -> bean(Blueprints.class).answer(project, field));
    bean(Blueprints.class).commit(project, memoir);
    return project;
  }

  /// Processor time of this process since its start.
  Duration spent() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
  }

  /// Processor time of all of PostgreSQL's processes that live.
  Duration spentOnDatabase() {
    return Stream.concat(Stream.of(postmaster()), postmaster().descendants())
        .flatMap(process -> process.info().totalCpuDuration().stream())
        .reduce(Duration.ZERO, Duration::plus);
  }

  private ProcessHandle postmaster() {
    try (Stream<String> lines = Files.lines(scratch.folder().resolve("cluster/data/postmaster.pid"))) {
      return ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow())).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Leaves nothing behind, also where the measurement is interrupted.
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      rooms.close();
      postgresql.close();
      folder.close();
      try {
        scratch.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
