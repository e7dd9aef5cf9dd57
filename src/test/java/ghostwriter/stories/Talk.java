package ghostwriter.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Author;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Document;
import ghostwriter.document.Documents;
import ghostwriter.document.Doubt;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.testing.Caller;
import ghostwriter.testing.Caller.Answer;
import ghostwriter.testing.FeedViewer;
import ghostwriter.testing.RunningServer;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// A recorded conversation that was sent to the running server as the command line sends it, and of
/// which a draft stands.
record Talk(RunningServer server, String project) {
  static final Path LIGHTHOUSE = Path.of("samples", "lighthouse-keeper.txt");
  static final String SECOND_SITTING =
      """
      Ruth Calder: Last time we left your brother standing on the pier. What became of him?

      Alasdair Rennie: My brother Ewan went to sea the week after. He wrote from Valparaiso in 1958 that he \
      had seen a light there with the same lens as ours, made by the same firm in Edinburgh. He never came \
      home to live. I kept every letter he sent me in the drawer under the logbook, and I read them in the \
      long watches when the fog was down and there was nothing else to hear.
      """;

  static Talk imported(RunningServer server, String title) {
    String query =
        "fileName=lighthouse-keeper.txt&kind=memoir&client=" + encoded("Alasdair Rennie");
    Answer answer =
        server
            .operator()
            .post("/api/recordings?" + query + "&title=" + encoded(title), bytes(LIGHTHOUSE));
    assertThat(answer.status()).isEqualTo(201);
    return drafted(server, answer, 0);
  }

  /// Another recording of the same project; a draft of it stands afterwards.
  Talk goesOn(String words) {
    long last = feedHead();
    String query =
        "fileName=second.txt&client=" + encoded("Alasdair Rennie") + "&projectId=" + project;
    Answer answer = server.operator().post("/api/recordings?" + query, words.getBytes(UTF_8));
    assertThat(answer.status()).isEqualTo(201);
    return drafted(server, answer, last);
  }

  private static Talk drafted(RunningServer server, Answer answer, long after) {
    var talk = new Talk(server, answer.json().path("projectId").asString());
    try (var feed = FeedViewer.of(server.operator(), talk.path() + "/feed?after=" + after)) {
      assertThat(feed.next("draftProgress").data().path("status").asString())
          .isEqualTo("completed");
    }
    return talk;
  }

  private long feedHead() {
    try (var feed = FeedViewer.of(server.operator(), path() + "/feed")) {
      return feed.next("hello").data().path("seq").asLong();
    }
  }

  /// Does as a draft does that would have a paragraph read otherwise, and rest on the same words.
  void drafted(String block, String markdown) {
    drafted(content -> new Edit.Replace(BlockId.of(block), content), block, markdown);
  }

  /// Likewise, where nobody said a number of it.
  void draftedInDoubt(String block, String markdown, String number) {
    int from = markdown.indexOf(number);
    var doubt = new Doubt(from, from + number.length(), Doubt.Kind.NUMBER, new Words(number));
    drafted(
        content -> new Edit.Replace(BlockId.of(block), content.doubted(List.of(doubt))),
        block,
        markdown);
  }

  /// Likewise with a new paragraph behind another one of that section.
  void draftedBehind(String block, String section, String markdown) {
    drafted(
        content ->
            new Edit.Insert(
                SectionId.of(section), BlockId.of(block), new BlockId(UUID.randomUUID()), content),
        block,
        markdown);
  }

  private void drafted(Function<Content, Edit> edit, String block, String markdown) {
    Documents documents = server.bean(Documents.class);
    ProjectId id = ProjectId.of(project);
    server.inTransaction(() -> {
      Document current = documents.current(id);
      List<Source> sources = current.block(BlockId.of(block)).orElseThrow().content().sources();
      var content =
          new Content(BlockKind.PARAGRAPH, new Words(markdown), Grounding.SOURCED, sources);
      return documents.apply(
          id,
          current.version(),
          new Author.ByDraft(new JobId(UUID.randomUUID())),
          List.of(edit.apply(content)),
          Words.NONE);
    });
  }

  /// Lets drafts change nothing in a section.
  void lock(String section) {
    Answer answer =
        operator().patch(path() + "/document/sections/" + section, "{\"locked\": true}");
    assertThat(answer.status()).isEqualTo(200);
  }

  /// Puts a word right that was misheard in what a paragraph rests on.
  void corrected(String block, String heard, String said) {
    JsonNode word = words(block).get(0);
    String item = word.path("sessionId").asString() + "/" + word.path("itemId").asString();
    String text = word.path("text").asString();
    assertThat(text).contains(heard);
    String body =
        "{\"text\": \"%s\", \"revision\": 1}"
            .formatted(text.replace(heard, said).replace("\"", "\\\""));
    Answer answer = operator().post(path() + "/transcript/items/" + item + "/correction", body);
    assertThat(answer.status()).isEqualTo(200);
  }

  /// Begins a live conversation about it.
  ///
  /// @return its id
  String goneOnWith() {
    return operator()
        .post("/api/sessions", "{\"projectId\": \"" + project + "\"}")
        .json()
        .path("id")
        .asString();
  }

  String title() {
    return operator().get(path()).json().path("title").asString();
  }

  JsonNode document() {
    return operator().get(path() + "/document").json();
  }

  JsonNode words(String block) {
    return operator().get(path() + "/document/blocks/" + block + "/words").json();
  }

  JsonNode block(String id) {
    return document()
        .path("sections")
        .valueStream()
        .flatMap(section -> section.path("blocks").valueStream())
        .filter(block -> block.path("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  String path() {
    return "/api/projects/" + project;
  }

  String page() {
    return server.address() + "/projects/" + project;
  }

  private Caller operator() {
    return server.operator();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
