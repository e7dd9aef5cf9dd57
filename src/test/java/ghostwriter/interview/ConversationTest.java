package ghostwriter.interview;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.LineEvent.Outcome;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {
  private static final Words HELLO = new Words("Hello.");
  private static final JobId JOB = new JobId(UUID.randomUUID());

  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private Conversation conversation = Conversation.at(0, Mode.SELECTING, 0);

  @Test
  void aNewSessionDialsConfiguresAndLetsTheAssistantGreet() {
    assertThat(on(new Happening.Began(Mode.SELECTING, true))).contains(new Act.Dial(1));

    List<Act> acts = up();

    assertThat(acts).startsWith(new Act.Configure(Mode.SELECTING), new Act.Recall());
    assertThat(replies(acts)).containsExactly("answer");
  }

  @Test
  void aSessionThatIsTakenOverSaysNothingWhereNothingIsOwed() {
    on(new Happening.Began(Mode.GHOSTWRITING, false));

    assertThat(replies(up())).isEmpty();
  }

  @Test
  void typedWordsAreSentAndAnswered() {
    talking();

    List<Act> acts = on(new Happening.Typed("typed_1", HELLO));

    assertThat(acts).startsWith(new Act.Send(new LineCommand.ClientSaid("typed_1", HELLO)));
    assertThat(replies(acts)).containsExactly("answer");
  }

  @Test
  void noReplyIsAskedForWhileOneRuns() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    line(new LineEvent.ReplyStarted("r1", Optional.of("answer")));

    assertThat(replies(on(new Happening.Typed("typed_2", HELLO)))).isEmpty();

    assertThat(replies(ended("r1", Outcome.COMPLETED))).containsExactly("answer");
  }

  @Test
  void noReplyIsAskedForBeforeTheLastOneHasBegun() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));

    assertThat(replies(on(new Happening.Typed("typed_2", HELLO)))).isEmpty();
  }

  @Test
  void newsWaitsWhileTheClientSpeaks() {
    talking();
    line(new LineEvent.SpeechStarted());

    assertThat(replies(drafted(7))).isEmpty();
    assertThat(replies(line(new LineEvent.SpeechStopped()))).containsExactly("narrate:" + JOB);
  }

  @Test
  void newsIsNotMentionedBeforeItIsTold() {
    talking();
    line(new LineEvent.SpeechStarted());
    drafted(7);

    assertThat(on(new Happening.Typed("typed_1", HELLO))).noneMatch(ConversationTest::mentionsNews);
    assertThat(line(new LineEvent.SpeechStopped())).noneMatch(ConversationTest::mentionsNews);
    line(new LineEvent.ReplyStarted("r1", Optional.of("answer")));
    assertThat(ended("r1", Outcome.COMPLETED)).first().matches(ConversationTest::mentionsNews);
  }

  @Test
  void newsThatIsToldAgainIsMentionedOnceOnALine() {
    talking();
    drafted(7);
    ended("r1", Outcome.FAILED);
    now = now.plus(Stage.backOff(1));

    List<Act> again = on(new Happening.Tick());

    assertThat(replies(again)).containsExactly("narrate:" + JOB);
    assertThat(again).noneMatch(ConversationTest::mentionsNews);
  }

  @Test
  void newsWaitsWhileTheClientWrites() {
    talking();
    on(new Happening.Writing());
    assertThat(replies(drafted(7))).isEmpty();
    now = now.plus(Floor.WRITING);

    assertThat(replies(on(new Happening.Tick()))).containsExactly("narrate:" + JOB);
  }

  @Test
  void theClientIsAnsweredBeforeTheNewsIsTold() {
    talking();
    line(new LineEvent.SpeechStarted());
    drafted(7);
    on(new Happening.Typed("typed_1", HELLO));

    assertThat(replies(line(new LineEvent.SpeechStopped()))).containsExactly("answer");
  }

  @Test
  void aDraftIsToldOnceAndThenKnownToBeTold() {
    talking();
    assertThat(drafted(7))
        .anySatisfy(act ->
            assertThat(act)
                .isInstanceOfSatisfying(
                    Act.Send.class,
                    send ->
                        assertThat(((LineCommand.SystemSaid) send.command()).text().text())
                            .startsWith("TOOL_PROGRESS::{")));
    line(new LineEvent.ReplyStarted("r1", Optional.of("narrate:" + JOB)));

    assertThat(ended("r1", Outcome.COMPLETED)).containsExactly(new Act.Told(7));
    assertThat(replies(on(new Happening.Tick()))).isEmpty();
  }

  @Test
  void aDraftThatWasNotToldWhenTheLineBrokeIsToldOnTheNextOne() {
    talking();
    drafted(7);
    lost();

    assertThat(replies(backAgain())).containsExactly("narrate:" + JOB);
  }

  @Test
  void whatWasSaidToItsEndIsNotSaidAgainWhereTheLineBreaksBeforeTheReplysEnd() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    line(new LineEvent.Kept("typed_1"));
    line(new LineEvent.ReplyStarted("r1", Optional.of("answer")));
    line(new LineEvent.Said("item_1"));
    lost();

    assertThat(replies(backAgain())).isEmpty();
  }

  @Test
  void aNarrationCountsAsToldAsSoonAsItIsSaid() {
    talking();
    drafted(7);
    line(new LineEvent.ReplyStarted("r1", Optional.of("narrate:" + JOB)));

    assertThat(line(new LineEvent.Said("item_1"))).containsExactly(new Act.Told(7));
    lost();
    assertThat(replies(backAgain())).isEmpty();
  }

  @Test
  void aFailedDraftIsNotNarrated() {
    talking();

    List<Act> acts = failedDraft(7);

    assertThat(acts).anyMatch(ConversationTest::mentionsNews);
    assertThat(replies(acts)).isEmpty();
  }

  @Test
  void aFailedDraftIsKnownAsToldOnceTheProviderHasIt() {
    talking();

    assertThat(failedDraft(7)).noneMatch(Act.Told.class::isInstance);
    assertThat(line(new LineEvent.Kept("sys_7"))).containsExactly(new Act.Told(7));
  }

  @Test
  void aNarrationThatIsCutOffBeforeAnybodyHeardItIsGivenLater() {
    talking();
    drafted(7);
    line(new LineEvent.ReplyStarted("r1", Optional.of("narrate:" + JOB)));

    assertThat(ended("r1", Outcome.CANCELLED)).isEmpty();
    now = now.plus(Floor.PAUSE);
    assertThat(replies(on(new Happening.Tick()))).containsExactly("narrate:" + JOB);
  }

  @Test
  void aNarrationThatTheClientInterruptsIsNotRepeated() {
    talking();
    drafted(7);
    line(new LineEvent.ReplyStarted("r1", Optional.of("narrate:" + JOB)));
    line(new LineEvent.Caption("item_1", "The first"));

    assertThat(ended("r1", Outcome.CANCELLED)).containsExactly(new Act.Told(7));
  }

  @Test
  void newsOutlastsAnAssistantThatCannotAnswer() {
    talking();
    drafted(7);
    for (int failure = 1; failure < Speaking.FAILURES; failure++) {
      ended("r" + failure, Outcome.FAILED);
      now = now.plus(Stage.backOff(failure));
      on(new Happening.Tick());
    }
    assertThat(ended("last", Outcome.FAILED)).noneMatch(Act.Told.class::isInstance);
    assertThat(replies(on(new Happening.Tick()))).isEmpty();

    assertThat(replies(on(new Happening.Typed("typed_1", HELLO)))).containsExactly("answer");
    line(new LineEvent.ReplyStarted("r9", Optional.of("answer")));
    assertThat(replies(ended("r9", Outcome.COMPLETED))).containsExactly("narrate:" + JOB);
  }

  @Test
  void theExcuseIsTakenBackOnceTheAssistantAnswersAgain() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    for (int failure = 1; failure <= Speaking.FAILURES; failure++) {
      ended("r" + failure, Outcome.FAILED);
      now = now.plus(Stage.backOff(failure));
      on(new Happening.Tick());
    }
    on(new Happening.Typed("typed_2", HELLO));
    line(new LineEvent.ReplyStarted("r9", Optional.of("answer")));

    assertThat(ended("r9", Outcome.COMPLETED)).contains(new Act.Show(Standing.LISTENING, ""));
  }

  @Test
  void wordsThatTheProviderRefusesAreKeptAndNotSentAgain() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));

    assertThat(line(new LineEvent.Rejected("typed_1")))
        .contains(new Act.Keep(new LineCommand.ClientSaid("typed_1", HELLO)))
        .anyMatch(act -> act instanceof Act.Show shown && shown.sentence().contains("is kept"));
    lost();
    assertThat(backAgain())
        .doesNotContain(new Act.Send(new LineCommand.ClientSaid("typed_1", HELLO)));
  }

  @Test
  void aBlueprintThatWasCommittedElsewhereConfiguresTheLine() {
    talking();

    assertThat(on(new Happening.Moved(Mode.GHOSTWRITING)))
        .containsExactly(new Act.Configure(Mode.GHOSTWRITING));
    assertThat(on(new Happening.Moved(Mode.GHOSTWRITING))).isEmpty();
  }

  @Test
  void aToolRunsOncePerCall() {
    talking();
    var call = new LineEvent.ToolCalled("call_1", "create_note", "{}");

    assertThat(line(call)).contains(new Act.RunTool("call_1", "create_note", "{}"));
    assertThat(line(call)).isEmpty();
  }

  @Test
  void theAnswerToAToolWaitsForTheReplyThatCalledIt() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    line(new LineEvent.ReplyStarted("r1", Optional.of("answer")));
    line(new LineEvent.ToolCalled("call_1", "create_note", "{}"));

    assertThat(replies(on(new Happening.ToolDone("call_1", HELLO, Mode.SELECTING)))).isEmpty();
    assertThat(replies(ended("r1", Outcome.COMPLETED))).containsExactly("answer");
  }

  @Test
  void severalCallsOfOneReplyGetOneAnswer() {
    talking();
    line(new LineEvent.ReplyStarted("r1", Optional.of("answer")));
    line(new LineEvent.ToolCalled("call_1", "create_note", "{}"));
    line(new LineEvent.ToolCalled("call_2", "create_note", "{}"));
    ended("r1", Outcome.COMPLETED);

    assertThat(replies(on(new Happening.ToolDone("call_1", HELLO, Mode.SELECTING)))).isEmpty();
    assertThat(replies(on(new Happening.ToolDone("call_2", HELLO, Mode.SELECTING))))
        .containsExactly("answer");
  }

  @Test
  void aChangeOfModeConfiguresTheLineBeforeTheToolIsAnswered() {
    talking();
    line(new LineEvent.ToolCalled("call_1", "commit_blueprint", "{}"));

    List<Act> acts = on(new Happening.ToolDone("call_1", HELLO, Mode.GHOSTWRITING));

    assertThat(acts)
        .startsWith(
            new Act.Configure(Mode.GHOSTWRITING),
            new Act.Send(new LineCommand.ToolAnswered("call_1", HELLO)));
  }

  @Test
  void aRefusedReplyIsAskedForAgainWhenTheOtherOneEnds() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    line(new LineEvent.ReplyStarted("other", Optional.empty()));
    line(new LineEvent.ReplyRefused());
    now = now.plus(Floor.PAUSE);

    assertThat(replies(ended("other", Outcome.COMPLETED))).containsExactly("answer");
  }

  @Test
  void aRefusalThatArrivesAfterTheOtherReplyEndedLosesNoWakeUp() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    line(new LineEvent.ReplyStarted("other", Optional.empty()));
    ended("other", Outcome.COMPLETED);
    line(new LineEvent.ReplyRefused());
    now = now.plus(Floor.PAUSE);

    assertThat(replies(on(new Happening.Tick()))).containsExactly("answer");
  }

  @Test
  void aReplyThatNeverBeginsIsAskedForAgain() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    now = now.plus(Floor.PATIENCE).plusMillis(1);
    on(new Happening.Tick());
    now = now.plus(Floor.PAUSE);

    assertThat(replies(on(new Happening.Tick()))).containsExactly("answer");
  }

  @Test
  void wordsTheProviderNeverConfirmedAreSentAgainOnTheNextLine() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    line(new LineEvent.Kept("typed_1"));
    on(new Happening.Typed("typed_2", HELLO));
    lost();

    List<Act> acts = backAgain();

    assertThat(acts)
        .contains(new Act.Send(new LineCommand.ClientSaid("typed_2", HELLO)))
        .doesNotContain(new Act.Send(new LineCommand.ClientSaid("typed_1", HELLO)));
    assertThat(replies(acts)).containsExactly("answer");
  }

  @Test
  void aLostLineIsDialledAgainLaterAndLater() {
    talking();
    now = now.plus(Stage.HELD);
    lost();
    assertThat(on(new Happening.Tick())).isEmpty();
    now = now.plus(Stage.backOff(1));
    assertThat(on(new Happening.Tick())).contains(new Act.Dial(2));

    lost();
    now = now.plus(Stage.backOff(1));
    assertThat(on(new Happening.Tick())).isEmpty();
    now = now.plus(Stage.backOff(2));
    assertThat(on(new Happening.Tick())).contains(new Act.Dial(3));
  }

  @Test
  void aLineThatRefusesForGoodIsNotDialledAgainUntilSomebodyResumes() {
    talking();
    line(new LineEvent.Down(true, "The key is refused."));
    now = now.plus(Duration.ofHours(1));
    assertThat(on(new Happening.Tick())).isEmpty();

    assertThat(on(new Happening.Began(Mode.SELECTING, false))).contains(new Act.Dial(2));
  }

  @Test
  void aLineIsRenewedAtAQuietMomentBeforeItExpires() {
    on(new Happening.Began(Mode.GHOSTWRITING, false));
    line(new LineEvent.Up(Optional.of(now.plus(Duration.ofMinutes(60)))));
    now = now.plus(Duration.ofMinutes(55)).plusMillis(1);
    line(new LineEvent.ReplyStarted("r1", Optional.of("ours")));
    assertThat(on(new Happening.Tick())).isEmpty();
    ended("r1", Outcome.COMPLETED);

    assertThat(on(new Happening.Tick())).contains(new Act.HangUp(), new Act.Dial(2));
  }

  @Test
  void aPauseHangsUpAndAResumeDialsAgain() {
    talking();

    assertThat(on(new Happening.Paused(""))).contains(new Act.HangUp());
    assertThat(on(new Happening.Began(Mode.SELECTING, false))).contains(new Act.Dial(2));
  }

  @Test
  void aStopCutsTheReplyShortAndBeginsNothingMore() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    line(new LineEvent.ReplyStarted("r1", Optional.of("answer")));

    assertThat(on(new Happening.Stopping())).containsExactly(new Act.Send(new LineCommand.Hush()));
    assertThat(ended("r1", Outcome.CANCELLED)).isEmpty();
    lost();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(on(new Happening.Tick())).isEmpty();
    assertThat(on(new Happening.Stopped()))
        .startsWith(new Act.Finish(), new Act.HangUp())
        .contains(new Act.Show(Standing.STOPPED, ""));
  }

  @Test
  void aReplyThatFailsIsAskedForAgainLaterAndLaterAndNotForEver() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    for (int failure = 1; failure < Speaking.FAILURES; failure++) {
      assertThat(replies(ended("r" + failure, Outcome.FAILED))).isEmpty();
      assertThat(replies(on(new Happening.Tick()))).isEmpty();
      now = now.plus(Stage.backOff(failure));
      assertThat(replies(on(new Happening.Tick()))).containsExactly("answer");
    }

    assertThat(ended("last", Outcome.FAILED))
        .singleElement()
        .isInstanceOfSatisfying(
            Act.Show.class, shown -> assertThat(shown.sentence()).contains("cannot answer"));
    now = now.plus(Duration.ofHours(1));
    assertThat(replies(on(new Happening.Tick()))).isEmpty();
    assertThat(replies(on(new Happening.Typed("typed_2", HELLO)))).containsExactly("answer");
  }

  @Test
  void aFailedDraftIsNotKnownAsToldWhileAnEarlierOneWaitsToBe() {
    talking();
    line(new LineEvent.SpeechStarted());
    drafted(7);

    failedDraft(9);

    assertThat(line(new LineEvent.Kept("sys_9"))).contains(new Act.Told(6));
  }

  @Test
  void theSameNewsTwiceIsToldOnce() {
    talking();
    drafted(7);

    assertThat(drafted(7)).isEmpty();
  }

  @Test
  void aNewLineIsToldOfTheDraftThatIsStillToBeNarrated() {
    talking();
    drafted(7);
    line(new LineEvent.Kept("sys_7"));
    lost();

    assertThat(backAgain())
        .anySatisfy(act ->
            assertThat(act)
                .isInstanceOfSatisfying(
                    Act.Send.class,
                    send ->
                        assertThat(send.command())
                            .isInstanceOfSatisfying(
                                LineCommand.SystemSaid.class,
                                said -> assertThat(said.item()).isEqualTo("sys_7"))));
  }

  @Test
  void aReplyThatNeverEndsIsCutShortAndAskedForAgain() {
    talking();
    on(new Happening.Typed("typed_1", HELLO));
    line(new LineEvent.ReplyStarted("r1", Optional.of("answer")));
    now = now.plus(Floor.LONGEST).plusMillis(1);

    assertThat(on(new Happening.Tick())).contains(new Act.Send(new LineCommand.Hush()));
    now = now.plus(Floor.PAUSE);
    assertThat(replies(on(new Happening.Tick()))).containsExactly("answer");
  }

  @Test
  void aProviderWhoseLinesLiveShortlyIsNotCalledAllTheTime() {
    on(new Happening.Began(Mode.GHOSTWRITING, false));
    line(new LineEvent.Up(Optional.of(now.plus(Duration.ofMinutes(4)))));

    assertThat(on(new Happening.Tick())).isEmpty();
    now = now.plus(Duration.ofMinutes(2)).plusMillis(1);
    assertThat(on(new Happening.Tick())).contains(new Act.Dial(2));
  }

  @Test
  void aProviderThatHangsUpAtOnceIsCalledLaterAndLater() {
    talking();
    lost();
    now = now.plus(Stage.backOff(2)).minusMillis(1);
    assertThat(on(new Happening.Tick())).isEmpty();
    now = now.plusMillis(1);
    assertThat(on(new Happening.Tick())).contains(new Act.Dial(2));
    up();
    lost();
    now = now.plus(Stage.backOff(2));

    assertThat(on(new Happening.Tick())).isEmpty();
  }

  @Test
  void aLineOverWhichSomethingWasSaidIsCalledAgainSoon() {
    talking();
    line(new LineEvent.Said("item_1"));
    lost();
    now = now.plus(Stage.backOff(1));
    on(new Happening.Tick());
    up();
    line(new LineEvent.Said("item_2"));
    lost();
    now = now.plus(Stage.backOff(1));

    assertThat(on(new Happening.Tick())).contains(new Act.Dial(3));
  }

  private void talking() {
    on(new Happening.Began(Mode.SELECTING, false));
    up();
  }

  private List<Act> up() {
    return line(new LineEvent.Up(Optional.empty()));
  }

  private void lost() {
    line(new LineEvent.Down(false, "Lost."));
  }

  private List<Act> backAgain() {
    now = now.plus(Stage.backOff(2));
    on(new Happening.Tick());
    return up();
  }

  private List<Act> drafted(long seq) {
    return on(new Happening.DraftEnded(seq, JOB, "sys_" + seq, new Words("{\"status\":1}"), true));
  }

  private List<Act> failedDraft(long seq) {
    return on(new Happening.DraftEnded(seq, JOB, "sys_" + seq, new Words("{}"), false));
  }

  private List<Act> ended(String reply, Outcome outcome) {
    Optional<String> purpose = reply.equals("other") ? Optional.empty() : Optional.of("ours");
    return line(new LineEvent.ReplyEnded(reply, purpose, outcome));
  }

  private List<Act> line(LineEvent event) {
    return on(new Happening.OnLine(event));
  }

  private List<Act> on(Happening happening) {
    Conversation.Step step = conversation.on(happening, now);
    conversation = step.conversation();
    return step.acts();
  }

  private static boolean mentionsNews(Act act) {
    return act instanceof Act.Send(LineCommand.SystemSaid _);
  }

  private static List<String> replies(List<Act> acts) {
    return acts.stream()
        .filter(Act.Send.class::isInstance)
        .map(act -> ((Act.Send) act).command())
        .filter(LineCommand.Reply.class::isInstance)
        .map(command -> ((LineCommand.Reply) command).purpose())
        .toList();
  }
}
