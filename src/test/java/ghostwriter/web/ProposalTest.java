package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Author;
import ghostwriter.document.Documents;
import ghostwriter.document.Edit;
import ghostwriter.testing.Book;
import ghostwriter.testing.Caller;
import ghostwriter.testing.RunningServer;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Proposals over HTTP. The book has one: to remove its paragraph.
class ProposalTest {
  private final RunningServer server = RunningServer.shared();
  private final Caller operator = server.operator();
  private final Book book = Book.on(server);

  @Test
  void aProposalSaysWhatItWouldChangeAndWhyItMayNot() {
    JsonNode proposal = operator.get(path()).json().path(0);

    assertThat(proposal.path("id").asString()).isEqualTo(book.proposal().toString());
    assertThat(proposal.path("type").asString()).isEqualTo("remove");
    assertThat(proposal.path("sectionId").asString()).isEqualTo(book.section());
    assertThat(proposal.path("sectionHeading").asString()).isEqualTo("Where it began");
    assertThat(proposal.path("blockId").asString()).isEqualTo(book.block());
    assertThat(proposal.path("before").asString()).isEqualTo("By hand.");
    assertThat(proposal.path("proposed").isNull()).isTrue();
    assertThat(proposal.path("reason").asString()).isEqualTo("touched");
    assertThat(proposal.at("/parts/0/change").asString()).isEqualTo("removed");
    assertThat(document().path("openProposals").asInt()).isEqualTo(1);
  }

  @Test
  void anAcceptedProposalMakesAVersionOnce() {
    var accepted = operator.post(path() + "/" + book.proposal() + "/accept", "{}");
    var again = operator.post(path() + "/" + book.proposal() + "/accept", "{}");

    assertThat(accepted.json().path("version").asInt()).isEqualTo(book.version() + 1);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.detail()).contains("accepted already");
    assertThat(document().at("/sections/0/blocks")).isEmpty();
    assertThat(document().path("openProposals").asInt()).isZero();
  }

  @Test
  void aRejectedProposalIsGoneFromTheList() {
    assertThat(operator.post(path() + "/" + book.proposal() + "/reject", "{}").status())
        .isEqualTo(204);

    assertThat(operator.get(path()).json()).isEmpty();
    assertThat(operator.post(path() + "/" + book.proposal() + "/reject", "{}").status())
        .isEqualTo(409);
  }

  @Test
  void whereItsParagraphIsGoneTheAnswerSaysWhatToDo() {
    operator
        .with("If-Match", "\"" + book.version() + "\"")
        .post(
            book.path() + "/document/edits",
            "{\"edits\":[{\"type\":\"remove\",\"blockId\":\"" + book.block() + "\"}]}");

    assertThat(operator.get(path()).json().at("/0/reason").asString()).isEqualTo("gone");
    var refused = operator.post(path() + "/" + book.proposal() + "/accept", "{}");
    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.detail()).contains("restore it first");
  }

  @Test
  void whatIsBackIsNotCalledGoneAnyMore() {
    operator
        .with("If-Match", "\"" + book.version() + "\"")
        .post(
            book.path() + "/document/edits",
            "{\"edits\":[{\"type\":\"remove\",\"blockId\":\"" + book.block() + "\"}]}");
    proposedFor(book.version(), new Edit.Remove(BlockId.of(book.block())));
    assertThat(operator.get(path()).json().at("/0/reason").asString()).isEqualTo("gone");

    operator
        .with("If-Match", "\"" + (book.version() + 1) + "\"")
        .post(book.path() + "/document/undo", "");

    JsonNode proposal = operator.get(path()).json().path(0);
    assertThat(proposal.path("reason").asString()).isEqualTo("touched");
    String accept = path() + "/" + proposal.path("id").asString() + "/accept";
    assertThat(operator.post(accept, "{}").status()).isEqualTo(200);
  }

  /// By a draft that read the document before.
  private void proposedFor(int version, Edit edit) {
    var draft = new Author.ByDraft(new JobId(UUID.randomUUID()));
    server.inTransaction(() ->
        server.bean(Documents.class).apply(book.id(), version, draft, List.of(edit), Words.NONE));
  }

  @Test
  void whoeverHasNotSeenWhatStandsNowIsAskedToLookAgain() {
    String seen = "\"" + book.version() + "\"";
    operator
        .with("If-Match", seen)
        .post(
            book.path() + "/document/edits",
            "{\"edits\":[{\"type\":\"replace\",\"blockId\":\""
                + book.block()
                + "\",\"markdown\":\"Anew.\"}]}");

    var refused =
        operator.with("If-Match", seen).post(path() + "/" + book.proposal() + "/accept", "{}");

    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.detail()).contains("changed meanwhile");
    assertThat(document().at("/sections/0/blocks/0/markdown").asString()).isEqualTo("Anew.");
    assertThat(operator.get(path()).json()).hasSize(1);
  }

  @Test
  void onlyWhatWritesSomethingCanBeWordedOtherwise() {
    var refused =
        operator.post(
            path() + "/" + book.proposal() + "/accept", "{\"markdown\":\"By Rosa's hand.\"}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(operator.get(path()).json()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\" \"", "\"\\u0000\"", "7"})
  void aWordingThatMakesNoSenseIsRefused(String markdown) {
    var refused =
        operator.post(
            path() + "/" + book.proposal() + "/accept", "{\"markdown\":" + markdown + "}");

    assertThat(refused.status()).isEqualTo(400);
  }

  @Test
  void aProposalThatIsNotThereIsNotFound() {
    for (String verb : List.of("accept", "reject")) {
      String unknown = path() + "/" + UUID.randomUUID() + "/" + verb;
      assertThat(operator.post(unknown, "{}").status()).isEqualTo(404);
    }
  }

  private String path() {
    return book.path() + "/document/proposals";
  }

  private JsonNode document() {
    return operator.get(book.path() + "/document").json();
  }
}
