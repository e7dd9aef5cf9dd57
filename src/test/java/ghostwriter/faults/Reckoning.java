package ghostwriter.faults;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.cluster.DatabaseAccess;
import ghostwriter.faults.Teller.Talk;
import ghostwriter.project.Project;
import ghostwriter.testing.TestHouse;
import ghostwriter.transcript.FoldedItem;
import ghostwriter.transcript.ItemKind;
import ghostwriter.transcript.ItemState;
import ghostwriter.transcript.LiveSession;
import ghostwriter.transcript.Role;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is found in the database after everybody has gone.
final class Reckoning implements AutoCloseable {
  private final TestHouse house;
  private final List<Talk> talks;
  private final Path log;

  Reckoning(DatabaseAccess access, List<Talk> talks, Path log) {
    this.house = new TestHouse(InstantSource.system(), access);
    this.talks = talks;
    this.log = log;
  }

  void check() {
    talks.forEach(this::check);
    projects().forEach(this::checkProject);
    assertNoProjectWasMadeTwice();
    assertNothingWasToldTwice();
    checkLog();
  }

  private void check(Talk talk) {
    List<FoldedItem> items = items(talk.session());
    assertThat(items.stream().filter(Reckoning::isClients).map(Reckoning::said))
        .as("every word that was taken, once, in order; " + talk.session())
        .containsExactlyElementsOf(talk.said());
    assertAnsweredOnce(items, talk.session());
    assertThat(live(talk.session()).open()).isFalse();
    assertThat(house.inTransaction(() -> house.transcripts.finish(talk.session()).anomalies()))
        .as("the frozen transcript and its raw events")
        .isEmpty();
    assertThat(talk.shown().stream().map(it -> it.id() + " " + it.text()))
        .as("what was shown is what was kept")
        .containsExactlyElementsOf(
            items.stream()
                .filter(Reckoning::isShown)
                .map(it -> it.id() + " " + it.text().text())
                .toList());
  }

  private List<FoldedItem> items(SessionId session) {
    return house.transcripts.fold(session).orElseThrow().items();
  }

  private LiveSession live(SessionId session) {
    return house.transcripts.session(session).orElseThrow();
  }

  private static boolean isClients(FoldedItem item) {
    return item.role() == Role.USER && item.kind() == ItemKind.MESSAGE;
  }

  private static boolean isShown(FoldedItem item) {
    return item.kind() == ItemKind.MESSAGE
        && (item.role() == Role.SYSTEM
            ? item.text().text().startsWith("TOOL_PROGRESS::")
            : item.state() != ItemState.EMPTY);
  }

  private static Teller.Said said(FoldedItem item) {
    return new Teller.Said(item.id(), item.text().text());
  }

  private static boolean isAnswer(FoldedItem item) {
    return item.role() == Role.ASSISTANT
        && item.kind() == ItemKind.MESSAGE
        && item.state() == ItemState.COMPLETED
        && item.text().text().endsWith("?");
  }

  /// One greeting, then one answer between any two things the client said.
  private static void assertAnsweredOnce(List<FoldedItem> items, SessionId session) {
    String order =
        items.stream()
            .filter(item -> isClients(item) || isAnswer(item))
            .map(item -> isClients(item) ? "c" : "a")
            .reduce("", String::concat);
    assertThat(order).as("words and answers of " + session).matches("a(ca)*");
  }

  private List<Project> projects() {
    return talks.stream()
        .flatMap(talk -> live(talk.session()).project().stream())
        .distinct()
        .flatMap(project -> house.projects.find(project).stream())
        .toList();
  }

  private void checkProject(Project project) {
    assertThat(house.transcripts.inspect(project.id())).isEmpty();
    assertThat(house.notebook.notes(project.id(), 10_000))
        .extracting(note -> note.source() + " " + note.text().text())
        .as("notes")
        .doesNotHaveDuplicates();
    assertThat(house.notebook.pointers(project.id()))
        .extracting(it -> it.item() + " " + it.label() + it.from() + "-" + it.to())
        .as("pointers")
        .doesNotHaveDuplicates();
    assertThat(drafted(project.id())).as("items in requests for drafts").doesNotHaveDuplicates();
    assertThat(
            house.documents.history(project.id(), 10_000).stream().flatMap(it -> it.job().stream()))
        .as("drafts in the document")
        .doesNotHaveDuplicates();
  }

  /// What the assistant has pointed to when it asked for drafts.
  private List<@Nullable String> drafted(ProjectId project) {
    return house
        .sql
        .sql(
            """
            select pointer::text
              from draft_job, jsonb_array_elements(message_pointers) as pointer
             where project_id = :project and status <> 'cancelled'
            """)
        .param("project", project.value())
        .query(String.class)
        .list();
  }

  /// A conversation may find its project made already, and joins that one.
  private void assertNoProjectWasMadeTwice() {
    assertThat(
            house
                .sql
                .sql("select title from project where title <> 'A book'")
                .query(String.class)
                .list())
        .as("projects that were begun in conversations")
        .doesNotHaveDuplicates();
  }

  private void assertNothingWasToldTwice() {
    assertThat(
            house
                .sql
                .sql(
                    """
                    select session_id || ' ' || (payload #>> '{response,metadata,purpose}')
                      from realtime_event
                     where type = 'response.done' and direction = 's2c'
                       and payload #>> '{response,status}' = 'completed'
                       and payload #>> '{response,metadata,purpose}' like 'narrate:%'
                    """)
                .query(String.class)
                .list())
        .as("narrations")
        .doesNotHaveDuplicates();
  }

  /// No surprises, and nothing that was said.
  private void checkLog() {
    try (Stream<String> lines = Files.lines(log)) {
      assertThat(lines)
          .as("the server's log")
          .noneMatch(line -> line.contains("the frozen transcript differs"))
          .noneMatch(line -> line.contains("a session failed"))
          .noneMatch(line -> line.contains(Tale.SAID_OFTEN));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    house.close();
  }
}
