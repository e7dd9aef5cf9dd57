package ghostwriter.testing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.account.Accounts;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.blueprint.Field;
import ghostwriter.document.Author;
import ghostwriter.document.Documents;
import ghostwriter.document.Edit;
import ghostwriter.document.Proposals;
import ghostwriter.notebook.Notebook;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.transcript.RecordedTurn;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// A project of the operator's on the running server, with one paragraph written by hand, one turn
/// said (`imported_1`), something to do, a committed blueprint and a draft's proposal for the
/// paragraph, so that every route finds something. Nothing of it is drafted.
///
/// @param version the document's version
/// @param talk a live session of somebody else's that is paused
public record Book(
    RunningServer server,
    ProjectId id,
    String section,
    String block,
    int version,
    SessionId session,
    SessionId talk,
    UUID todo,
    UUID proposal) {
  private static final String KIND = "memoir";

  public static Book on(RunningServer server) {
    Caller operator = server.operator();
    JsonNode made =
        operator.post("/api/projects", "{\"title\":\"A book\",\"kind\":\"" + KIND + "\"}").json();
    ProjectId id = ProjectId.of(made.path("id").asString());
    String path = "/api/projects/" + id;
    String section = document(operator, path).at("/sections/0/id").asString();
    operator
        .with("If-Match", "\"1\"")
        .post(
            path + "/document/edits",
            """
            {"edits": [{"type": "insert", "sectionId": "%s", "markdown": "By hand."}]}
            """
                .formatted(section));
    JsonNode document = document(operator, path);
    String block = document.at("/sections/0/blocks/0/id").asString();
    assertThat(block).isNotEmpty();
    commitBlueprint(server, id);
    return new Book(
        server,
        id,
        section,
        block,
        document.path("version").asInt(),
        said(server, id),
        pausedTalk(server, id),
        toDo(server, id),
        proposal(server, id, BlockId.of(block)));
  }

  private static SessionId pausedTalk(RunningServer server, ProjectId id) {
    return server.inTransaction(() -> {
      SessionId talk =
          server.bean(Transcripts.class).openSession("A conversation", Optional.of(id));
      server
          .bean(JdbcClient.class)
          .sql(
              """
              insert into interview (session_id, person_id, standing, due, created_at)
              values (:talk, :person, 'paused', false, now())
              """)
          .param("talk", talk.value())
          .param("person", server.bean(Accounts.class).add("Rosa", false).id().value())
          .update();
      return talk;
    });
  }

  private static SessionId said(RunningServer server, ProjectId id) {
    var turn = new RecordedTurn(1, "Rosa", true, new Words("I was born in Bergen."));
    return server.inTransaction(
        () -> server.bean(Transcripts.class).addRecording(id, "talk.txt", List.of(turn)));
  }

  private static UUID toDo(RunningServer server, ProjectId id) {
    return server.inTransaction(
        () -> server.bean(Notebook.class).remind(id, new Words("Ask my sister for the date.")));
  }

  private static UUID proposal(RunningServer server, ProjectId id, BlockId block) {
    Documents documents = server.bean(Documents.class);
    server.inTransaction(() ->
        documents.apply(
            id,
            documents.current(id).version(),
            new Author.ByDraft(new JobId(UUID.randomUUID())),
            List.of(new Edit.Remove(block)),
            Words.NONE));
    return server.bean(Proposals.class).open(id).getFirst().proposal().id();
  }

  private static JsonNode document(Caller operator, String path) {
    return operator.get(path + "/document").json();
  }

  private static void commitBlueprint(RunningServer server, ProjectId id) {
    BookKind kind = server.bean(BookKinds.class).find(KIND).orElseThrow();
    Blueprints blueprints = server.bean(Blueprints.class);
    server.inTransaction(() -> {
      kind.fields().stream()
          .filter(BookKind.Field::required)
          .map(field -> new Field(field.name(), new Words("Said."), Field.Origin.CLIENT))
          .forEach(field -> blueprints.answer(id, field));
      return requireNonNull(blueprints.commit(id, kind));
    });
  }

  /// The newest draft that was asked for; an id that stands for nothing where there is none.
  public String job() {
    return server
        .operator()
        .get(path() + "/jobs")
        .json()
        .path(0)
        .path("id")
        .asString(new UUID(0, 0).toString());
  }

  public String path() {
    return "/api/projects/" + id;
  }
}
