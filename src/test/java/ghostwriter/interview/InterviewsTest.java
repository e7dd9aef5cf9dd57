package ghostwriter.interview;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.feed.Hints.Hint;
import ghostwriter.feed.Hints.Topic;
import ghostwriter.feed.ProjectEvent.DraftProgress;
import ghostwriter.interview.LiveHouse.Node;
import ghostwriter.interview.PocketProvider.PocketLine;
import ghostwriter.transcript.FoldedItem;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Live sessions through the door, carried out by keepers on a real database.
class InterviewsTest {
  private final LiveHouse live = new LiveHouse();
  private final Node node = live.node("north");

  @AfterEach
  void close() {
    live.close();
  }

  @Test
  void aNewSessionGreetsAndAnswersWhatIsTyped() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.answer("Good day. What shall it be?");
    node.say(session, "A book on lighthouses.");
    line.answer("Lighthouses, then. Whose?");

    node.awaitStanding(session, Standing.LISTENING);
    LiveHouse.await(() -> live.said(session).size() == 3);
    assertThat(live.said(session))
        .containsExactly(
            "assistant: Good day. What shall it be?",
            "user: A book on lighthouses.",
            "assistant: Lighthouses, then. Whose?");
  }

  @Test
  void theSameKeySaysTheWordsOnce() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.answer("Good day.");

    var first = node.interviews.say(session, "key-1", new Words("Once."));
    var again = node.interviews.say(session, "key-1", new Words("Once."));

    assertThat(again).isEqualTo(first);
    line.answer("I see.");
    LiveHouse.await(() -> live.said(session).contains("assistant: I see."));
    assertThat(live.said(session)).containsOnlyOnce("user: Once.");
  }

  @Test
  void aToolGivesTheSessionItsProjectAndAnotherMode() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    String made = line.call("create_project", "{\"title\": \"Salt\", \"kind\": \"memoir\"}");
    assertThat(made).doesNotContain("error");
    String id = live.house.json.readTree(made).path("projectId").asString("");

    String assigned = line.call("assign_project_to_session", "{\"projectId\": \"" + id + "\"}");
    line.expect(LineCommand.Reply.class);

    assertThat(assigned).contains("Salt");
    Interview interview = node.interviews.find(session).orElseThrow();
    assertThat(interview.project()).contains(ProjectId.of(id));
    node.await(session, it -> it.mode() == Mode.INTAKE);
  }

  @Test
  void wordsAreNeitherLostNorDoubledWhenTheLineBreaksBeforeTheyAreConfirmed() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine first = live.provider.next();
    first.answer("Good day.");
    live.provider.stayAway(true);
    first.lose(false);
    node.say(session, "Said into the dark.");
    live.provider.stayAway(false);
    letTimePass(session);

    PocketLine second = live.provider.next();
    second.answer("I heard you.");

    LiveHouse.await(() -> live.said(session).size() == 3);
    assertThat(live.said(session))
        .containsExactly(
            "assistant: Good day.", "user: Said into the dark.", "assistant: I heard you.");
  }

  @Test
  void aNewLineIsToldTheLastTurnsUnderNamesOfItsOwn() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine first = live.provider.next();
    first.answer("Good day.");
    node.say(session, "I was born in Marstal.");
    first.answer("In Marstal. When?");
    first.lose(false);
    letTimePass(session);

    PocketLine second = live.provider.next();
    node.say(session, "In 1941.");
    second.answer("In 1941, I see.");

    assertThat(second.replays()).hasSize(3);
    LiveHouse.await(() -> live.said(session).size() == 5);
    assertThat(live.said(session)).doesNotHaveDuplicates();
  }

  @Test
  void anAnswerThatWasCutOffIsGivenAgain() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine first = live.provider.next();
    first.answer("Good day.");
    node.say(session, "I was born in Marstal.");
    first.begin(first.expect(LineCommand.Reply.class));
    first.startToSay();
    first.lose(false);
    letTimePass(session);

    live.provider.next().answer("In Marstal. When?");

    LiveHouse.await(() -> live.said(session).contains("assistant: In Marstal. When?"));
  }

  @Test
  void anAnswerThatWasCutOffIsNotTakenForOneOnTheNextLine() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine first = live.provider.next();
    first.answer("Good day.");
    node.say(session, "I was born in Marstal.");
    first.begin(first.expect(LineCommand.Reply.class));
    first.startToSay("In Mar");
    first.lose(false);
    letTimePass(session);

    PocketLine second = live.provider.next();
    second.answer("In Marstal. When?");

    assertThat(second.replays())
        .extracting(replay -> ((LineCommand.Replay) replay).text().text())
        .containsExactly("Good day.", "I was born in Marstal.");
  }

  @Test
  void aNewLineKnowsWhatWasDoneOnTheLastOneAndWhatCameOfIt() throws Exception {
    ProjectId project = live.house.project("memoir").id();
    join(project);
    SessionId session = node.begin(Optional.of(project));
    PocketLine first = live.provider.next();
    first.answer("Good day.");
    node.say(session, "I was born in 1941.");
    first.begin(first.expect(LineCommand.Reply.class));
    first.callAs("call_x", "create_note", "{\"kind\": \"fact\", \"text\": \"Born in 1941.\"}");
    first.lose(false);
    letTimePass(session);

    PocketLine second = live.provider.next();
    second.answer("In 1941, I see.");

    List<LineCommand> replays = second.replays();
    var call = (LineCommand.ReplayCall) replays.get(2);
    var answer = (LineCommand.ReplayAnswer) replays.get(3);
    assertThat(replays).hasSize(4);
    assertThat(call.tool()).isEqualTo("create_note");
    assertThat(answer.call()).isEqualTo(call.call());
    assertThat(answer.output().text())
        .contains(live.house.notebook.notes(project, 1).getFirst().id().toString());
  }

  @Test
  void aCallOfANewLineIsAnotherOneThoughItBearsTheSameName() throws Exception {
    ProjectId project = live.house.project("memoir").id();
    join(project);
    SessionId session = node.begin(Optional.of(project));
    PocketLine first = live.provider.next();
    LineCommand.Reply reply = first.expect(LineCommand.Reply.class);
    first.begin(reply);
    first.callAs("call_1", "create_note", "{\"kind\": \"fact\", \"text\": \"Born in 1941.\"}");
    first.expect(LineCommand.ToolAnswered.class);
    first.lose(false);
    letTimePass(session);

    PocketLine second = live.provider.next();
    second.begin(second.expect(LineCommand.Reply.class));
    second.callAs("call_1", "create_note", "{\"kind\": \"fact\", \"text\": \"In Marstal.\"}");
    second.expect(LineCommand.ToolAnswered.class);

    assertThat(live.house.notebook.notes(project, 10)).hasSize(2);
  }

  @Test
  void aToolThatRanIsNotRunAgainForTheSameCall() throws Exception {
    ProjectId project = live.house.project("memoir").id();
    join(project);
    SessionId session = node.begin(Optional.of(project));
    PocketLine line = live.provider.next();
    LineCommand.Reply reply = line.expect(LineCommand.Reply.class);
    String response = line.begin(reply);
    String note = "{\"kind\": \"fact\", \"text\": \"Born in 1941.\"}";
    line.callAs("call_x", "create_note", note);
    line.callAs("call_x", "create_note", note);
    line.end(response, reply, LineEvent.Outcome.COMPLETED);
    line.expect(LineCommand.ToolAnswered.class);
    line.answer("Noted.");

    assertThat(live.house.notebook.notes(project, 10)).hasSize(1);
    assertThat(node.interviews.find(session).orElseThrow().mode()).isEqualTo(Mode.GHOSTWRITING);
  }

  @Test
  void pauseHangsUpAndResumeGoesOn() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine first = live.provider.next();
    first.answer("Good day.");
    node.interviews.pause(session);
    node.awaitStanding(session, Standing.PAUSED);
    LiveHouse.await(first::isOver);

    node.say(session, "Written while it was paused.");
    assertThat(node.waiting(session)).containsExactly("Written while it was paused.");
    node.interviews.resume(session);
    PocketLine second = live.provider.next();
    second.answer("Welcome back.");

    LiveHouse.await(() -> live.said(session).size() == 3);
    assertThat(live.said(session))
        .containsExactly(
            "assistant: Good day.",
            "user: Written while it was paused.",
            "assistant: Welcome back.");
    assertThat(node.waiting(session)).isEmpty();
  }

  @Test
  void aSessionInWhichNobodySaysAnythingIsPausedWithASentence() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    live.clock.advance(Inlet.IDLE.plusSeconds(1));

    node.awaitStanding(session, Standing.PAUSED);
    assertThat(node.interviews.find(session).orElseThrow().sentence()).contains("30 minutes");
  }

  @Test
  void aSessionWhoseProviderStaysAwayIsPausedAsWell() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    live.provider.stayAway(true);
    line.lose(false);
    node.awaitStanding(session, Standing.CONNECTING);
    live.clock.advance(Inlet.IDLE.plusSeconds(1));

    node.awaitStanding(session, Standing.PAUSED);
  }

  @Test
  void aStoppedSessionTakesNothingMore() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    node.interviews.stop(session);
    node.awaitStanding(session, Standing.STOPPED);

    assertThat(node.interviews.say(session, "late", new Words("Too late.")))
        .isInstanceOf(CommandResult.Over.class);
    assertThat(live.house.transcripts.session(session).orElseThrow().open()).isFalse();
    assertThat(live.said(session)).containsExactly("assistant: Good day.");
  }

  @Test
  void stoppingTwiceIsStoppingOnce() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.begin(line.expect(LineCommand.Reply.class));
    line.startToSay();
    LiveHouse.await(() -> !live.house.transcripts.fold(session).orElseThrow().open().isEmpty());
    node.interviews.stop(session);
    node.interviews.stop(session);
    line.expect(LineCommand.Hush.class);
    live.clock.advance(Inlet.DRAIN.plusSeconds(1));
    node.awaitStanding(session, Standing.STOPPED);

    LiveHouse.await(() -> isReleased(session));
    Node reborn = live.node("north");
    reborn.awaitStanding(session, Standing.STOPPED);
  }

  private boolean isReleased(SessionId session) {
    return live.house
        .sql
        .sql("select node_id is null and not due from interview where session_id = :session")
        .param("session", session.value())
        .query(Boolean.class)
        .single();
  }

  @Test
  void whatWasTypedWhileItWasPausedIsKeptThoughItIsStoppedThen() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    node.interviews.pause(session);
    node.awaitStanding(session, Standing.PAUSED);
    node.say(session, "One thing more.");
    node.say(session, "And another.");
    node.interviews.stop(session);
    node.awaitStanding(session, Standing.STOPPED);

    assertThat(live.said(session))
        .containsExactly("assistant: Good day.", "user: One thing more.", "user: And another.");
    assertThat(live.house.transcripts.fold(session).orElseThrow().items())
        .noneMatch(FoldedItem::orderUncertain);
  }

  @Test
  void whatWasTypedWhileNobodyAnsweredTheLineIsKeptThoughItIsStoppedThen() throws Exception {
    live.provider.stayAway(true);
    SessionId session = node.begin(Optional.empty());
    node.say(session, "Is anybody there?");
    node.interviews.stop(session);
    node.awaitStanding(session, Standing.STOPPED);

    assertThat(live.said(session)).containsExactly("user: Is anybody there?");
  }

  @Test
  void afterAStopNothingMoreIsTakenThoughTheLastWordsAreStillWaitedFor() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.expect(LineCommand.Reply.class);
    line.startToSay();
    LiveHouse.await(() -> !live.house.transcripts.fold(session).orElseThrow().open().isEmpty());
    node.interviews.say(session, "key-1", new Words("Wait."));
    node.interviews.stop(session);

    assertThat(node.interviews.say(session, "key-2", new Words("Too late.")))
        .isInstanceOf(CommandResult.Over.class);
    assertThat(node.interviews.say(session, "key-1", new Words("Wait.")))
        .isInstanceOf(CommandResult.Taken.class);
  }

  @Test
  void aStopWaitsForTheLastWords() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    LineCommand.Reply reply = line.expect(LineCommand.Reply.class);
    String response = line.begin(reply);
    line.startToSay();
    LiveHouse.await(() -> !live.house.transcripts.fold(session).orElseThrow().open().isEmpty());
    node.interviews.stop(session);
    line.expect(LineCommand.Hush.class);
    assertThat(node.interviews.find(session).orElseThrow().standing())
        .isEqualTo(Standing.LISTENING);

    line.say("The last words.");
    line.end(response, reply, LineEvent.Outcome.CANCELLED);
    LiveHouse.await(() -> live.said(session).contains("assistant: The last words."));
    live.clock.advance(Inlet.DRAIN.plusSeconds(1));

    node.awaitStanding(session, Standing.STOPPED);
    assertThat(live.said(session)).containsExactly("assistant: The last words.");
  }

  @Test
  void wordsThatWereTypedJustBeforeTheStopAreInTheTranscript() throws Exception {
    SessionId session = node.begin(Optional.empty());
    live.provider.next().answer("Good day.");
    node.rooms.doInTransaction(() -> {
      node.say(session, "One last thing.");
      node.interviews.stop(session);
    });

    node.awaitStanding(session, Standing.STOPPED);
    assertThat(live.said(session)).containsExactly("assistant: Good day.", "user: One last thing.");
  }

  @Test
  void whatNobodyAskedToDraftIsAskedForWhenTheConversationEnds() throws Exception {
    ProjectId project = live.house.project("memoir").id();
    SessionId session = node.begin(Optional.of(project));
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    node.say(session, "I was born in Marstal.");
    line.answer("In Marstal. When?");
    assertThat(live.house.queue.jobs(project, 10)).isEmpty();

    node.interviews.stop(session);

    node.awaitStanding(session, Standing.STOPPED);
    assertThat(live.house.queue.jobs(project, 10)).hasSize(1);
  }

  @Test
  void aConversationInWhichNothingWasToldAsksForNoDraft() throws Exception {
    ProjectId project = live.house.project("memoir").id();
    SessionId session = node.begin(Optional.of(project));
    live.provider.next().answer("Good day.");
    node.interviews.stop(session);

    node.awaitStanding(session, Standing.STOPPED);
    assertThat(live.house.queue.jobs(project, 10)).isEmpty();
  }

  @Test
  void aCompletedDraftIsToldInOneSentenceAtAPauseAndNotAgainOnANewLine() throws Exception {
    ProjectId project = live.house.project("memoir").id();
    SessionId session = node.begin(Optional.of(project));
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    drafted(project, "The birth is in.");

    assertThat(line.expect(LineCommand.SystemSaid.class).text().text())
        .startsWith("TOOL_PROGRESS::{")
        .contains("The birth is in.");
    line.answer("The birth is in the book now.");
    LiveHouse.await(() -> live.said(session).contains("assistant: The birth is in the book now."));
    line.lose(false);
    letTimePass(session);
    PocketLine second = live.provider.next();
    node.say(session, "Good.");
    LineCommand.Reply reply = second.expect(LineCommand.Reply.class);

    assertThat(reply.purpose()).isEqualTo(Wish.Answer.PURPOSE);
    second.end(second.begin(reply), reply, LineEvent.Outcome.COMPLETED);
    node.say(session, "And now?");
    assertThat(second.expect(LineCommand.Reply.class).purpose()).isEqualTo(Wish.Answer.PURPOSE);
  }

  @Test
  void aBlueprintThatIsCommittedElsewhereEndsTheIntakeHereToo() throws Exception {
    ProjectId project = live.house.project("memoir").id();
    live.house.sql.sql("delete from blueprint").update();
    SessionId session = node.begin(Optional.of(project));
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    node.await(session, it -> it.mode() == Mode.INTAKE);

    node.rooms.doInTransaction(
        () -> node.rooms.blueprints.commit(project, live.house.kinds.find("memoir").orElseThrow()));

    node.await(session, it -> it.mode() == Mode.GHOSTWRITING);
  }

  @Test
  void nothingIsToldWhileTheClientWrites() throws Exception {
    ProjectId project = live.house.project("memoir").id();
    SessionId session = node.begin(Optional.of(project));
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    node.interviews.write(session, new Words("I was bo"));
    drafted(project, "The birth is in.");
    live.clock.advance(Floor.WRITING.minusMillis(1));
    node.say(session, "I was born in Marstal.");
    LineCommand.Reply reply = line.expect(LineCommand.Reply.class);
    line.end(line.begin(reply), reply, LineEvent.Outcome.COMPLETED);

    assertThat(reply.purpose()).isEqualTo(Wish.Answer.PURPOSE);
    assertThat(line.expect(LineCommand.SystemSaid.class).text().text())
        .contains("The birth is in.");
    assertThat(line.expect(LineCommand.Reply.class).purpose()).startsWith(Wish.Narrate.PREFIX);
  }

  private void drafted(ProjectId project, String summary) {
    var now = live.clock.instant();
    var progress =
        new DraftProgress(
            new JobId(live.house.ids.next()),
            project,
            "completed",
            summary,
            null,
            null,
            List.of(),
            1,
            now,
            now,
            now,
            5L,
            null);
    node.rooms.doInTransaction(() -> node.rooms.feed.post(project, progress));
  }

  @Test
  void anotherNodeGoesOnWhereThisOneLeft() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine first = live.provider.next();
    first.answer("Good day.");
    Node south = live.node("south");
    node.keeper.stop();

    PocketLine second = live.provider.next();
    south.say(session, "Still here?");
    second.answer("Still here.");

    LiveHouse.await(() -> live.said(session).size() == 3);
    assertThat(live.said(session))
        .containsExactly("assistant: Good day.", "user: Still here?", "assistant: Still here.");
  }

  @Test
  void aNodeThatLeavesTellsTheOthersWhatItLeaves() throws Exception {
    SessionId session = node.begin(Optional.empty());
    live.provider.next().answer("Good day.");
    SessionId other = node.begin(Optional.empty());
    Node south = live.node("south");
    BlockingQueue<Hint> heard = new LinkedBlockingQueue<>();
    south.rooms.hints.listen(Topic.SESSIONS, heard::add);
    LiveHouse.await(() -> {
      node.interviews.write(other, new Words("Does south hear?"));
      return heard.contains(Hint.session(other));
    });
    node.keeper.stop();

    LiveHouse.await(() -> heard.contains(Hint.session(session)));
  }

  @Test
  void aCommandGivenOnOneNodeIsCarriedOutOnTheOther() throws Exception {
    Node south = live.node("south");
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.answer("Good day.");

    south.say(session, "From the south.");
    line.answer("From the south, I see.");
    LiveHouse.await(() -> live.said(session).size() == 3);
    south.interviews.pause(session);

    south.awaitStanding(session, Standing.PAUSED);
  }

  @Test
  void theNextLifeOfANodeTakesItsSessionsOverAtOnceAndTheOldOneWritesNothingMore()
      throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine first = live.provider.next();
    first.answer("Good day.");
    LiveHouse.await(() -> live.said(session).size() == 1);

    Node reborn = live.node("north");
    PocketLine second = live.provider.next();
    first.say("A voice from the past.");
    reborn.say(session, "Who is there?");
    second.answer("Only I.");

    LiveHouse.await(() -> live.said(session).size() == 3);
    assertThat(live.said(session))
        .containsExactly("assistant: Good day.", "user: Who is there?", "assistant: Only I.");
  }

  @Test
  void aPersonHasNoMoreSessionsAliveThanAllowed() {
    for (int i = 0; i < Interviews.ALIVE; i++) {
      assertThat(node.interviews.begin(live.client, Optional.empty()))
          .isInstanceOf(BeginResult.Begun.class);
    }

    assertThat(node.interviews.begin(live.client, Optional.empty()))
        .isEqualTo(new BeginResult.TooMany(Interviews.ALIVE));
  }

  @Test
  void aPersonHasNoMoreSessionsAliveThanAllowedAlsoWhenManyAreBegunAtOnce() throws Exception {
    var all = Executors.newVirtualThreadPerTaskExecutor();
    List<Callable<BeginResult>> begins =
        Collections.nCopies(20, () -> node.interviews.begin(live.client, Optional.empty()));
    try (all) {
      all.invokeAll(begins);
    }

    assertThat(node.interviews.of(live.client)).hasSize(Interviews.ALIVE);
  }

  @Test
  void aProjectsListHoldsItsNewestSessions() {
    ProjectId project = live.house.project("memoir").id();
    List<SessionId> begun = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      var person = live.house.person("Author " + i);
      var result = node.interviews.begin(person, Optional.of(project));
      begun.add(((BeginResult.Begun) result).interview().id());
    }

    // Those of one millisecond have no order among them, so the oldest is found by its id.
    assertThat(node.interviews.of(project).stream().map(Interview::id))
        .containsExactlyElementsOf(
            begun.stream()
                .sorted(Comparator.comparing(SessionId::toString).reversed())
                .limit(50)
                .toList());
  }

  @Test
  void anInterviewGoesOnWhenTheDatabaseConnectionsWereCut() throws Exception {
    SessionId session = node.begin(Optional.empty());
    PocketLine line = live.provider.next();
    line.answer("Good day.");
    for (int i = 0; i < 5; i++) {
      live.house
          .sql
          .sql(
              """
              select pg_terminate_backend(pid) from pg_stat_activity
               where datname = current_database() and pid <> pg_backend_pid()
              """)
          .query()
          .listOfRows();
      line.say("Line " + i + ".");
    }

    LiveHouse.await(() -> live.said(session).size() == 6);
    assertThat(live.said(session))
        .containsExactlyElementsOf(
            List.of(
                "assistant: Good day.",
                "assistant: Line 0.",
                "assistant: Line 1.",
                "assistant: Line 2.",
                "assistant: Line 3.",
                "assistant: Line 4."));
  }

  private void join(ProjectId project) {
    live.house.doInTransaction(() ->
        live.house.accounts.addMember(project, live.client.id(), ghostwriter.account.Role.AUTHOR));
  }

  private void letTimePass(SessionId session) {
    node.awaitStanding(session, Standing.CONNECTING);
    live.clock.advance(Duration.ofSeconds(11));
  }
}
