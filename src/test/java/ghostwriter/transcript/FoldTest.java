package ghostwriter.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The awkward cases of the live protocol, one by one.
class FoldTest {
  private final Wire wire = new Wire();

  @Nested
  class WordsOfASpokenTurn {
    @Test
    void thatComeAfterTheAnswerStillStandBeforeIt() {
      wire.speaks("U", null);
      wire.answers("A", "U", "Tell me more.");
      wire.transcribes("U", "I was born in Bergen.");

      assertThat(wire.order()).containsExactly("U", "A");
      assertThat(wire.text("U")).isEqualTo("I was born in Bergen.");
      assertThat(wire.item("U").revision()).isEqualTo(1);
      assertThat(wire.item("U").evidence()).isTrue();
    }

    @Test
    void thatAreStillToComeHoldBackWhatIsAfterThem() {
      wire.types("T", null, "Hello.");
      wire.speaks("U", "T");
      wire.answers("A", "U", "Tell me more.");
      assertThat(wire.told()).containsExactly("T");

      wire.transcribes("U", "I was born in Bergen.");

      assertThat(wire.told()).containsExactly("T", "U", "A");
    }

    @Test
    void thatComeAfterTheNextTurnGoToTheirOwn() {
      wire.speaks("U1", null);
      wire.speaks("U2", "U1");
      wire.transcribes("U2", "second");
      wire.transcribes("U1", "first");

      assertThat(wire.text("U1")).isEqualTo("first");
      assertThat(wire.text("U2")).isEqualTo("second");
    }

    @Test
    void thatAreEmptySettleIt() {
      wire.speaks("U", null);
      wire.transcribes("U", "");

      assertThat(wire.state("U")).isEqualTo(ItemState.EMPTY);
      assertThat(wire.item("U").evidence()).isFalse();
      assertThat(wire.told()).containsExactly("U");
    }

    @Test
    void thatCouldNotBeMadeOutSettleItWithoutAGuess() {
      wire.speaks("U", null);
      wire.hears("U", "I was");
      wire.fails("U");

      assertThat(wire.state("U")).isEqualTo(ItemState.FAILED);
      assertThat(wire.text("U")).isEmpty();
      assertThat(wire.told()).containsExactly("U");
    }

    @Test
    void thatNeverComeSettleItWhenItsTimeIsOver() {
      wire.speaks("U", null);
      wire.answers("A", "U", "Go on.");
      wire.timesOut("U");

      assertThat(wire.state("U")).isEqualTo(ItemState.TIMED_OUT);
      assertThat(wire.item("U").evidence()).isFalse();
      assertThat(wire.told()).containsExactly("U", "A");
    }

    @Test
    void thatComeAfterItsTimeAreANewRevisionAndToldAgain() {
      wire.speaks("U", null);
      wire.timesOut("U");
      wire.transcribes("U", "I was born in Bergen.");

      assertThat(wire.state("U")).isEqualTo(ItemState.COMPLETED);
      assertThat(wire.item("U").revision()).isEqualTo(2);
      assertThat(wire.told()).containsExactly("U", "U");
    }

    @Test
    void thatComeAfterAFailureAreANewRevision() {
      wire.speaks("U", null);
      wire.fails("U");
      wire.transcribes("U", "I was born in Bergen.");

      assertThat(wire.state("U")).isEqualTo(ItemState.COMPLETED);
      assertThat(wire.item("U").revision()).isEqualTo(2);
    }

    @Test
    void thatAreThereInTimeStayWhenItsTimeIsOver() {
      wire.speaks("U", null);
      wire.transcribes("U", "I was born in Bergen.");
      wire.timesOut("U");

      assertThat(wire.state("U")).isEqualTo(ItemState.COMPLETED);
      assertThat(wire.item("U").revision()).isEqualTo(1);
    }

    @Test
    void thatAreForTheTimeBeingComeBeforeTheItemIsKnown() {
      wire.hears("U", "I was");
      wire.hears("U", " born");
      assertThat(wire.order()).isEmpty();

      wire.speaks("U", null);

      assertThat(wire.text("U")).isEqualTo("I was born");
      assertThat(wire.state("U")).isEqualTo(ItemState.OPEN);
    }

    @Test
    void thatAreFinalComeBeforeTheItemIsKnown() {
      wire.transcribes("U", "I was born in Bergen.");
      wire.speaks("U", null);

      assertThat(wire.text("U")).isEqualTo("I was born in Bergen.");
      assertThat(wire.told()).containsExactly("U");
    }

    @Test
    void thatAreFinalReplaceWhatWasGuessed() {
      wire.speaks("U", null);
      wire.hears("U", " I was borne");
      wire.transcribes("U", "I was born.");
      wire.hears("U", " in");

      assertThat(wire.text("U")).isEqualTo("I was born.");
    }

    @Test
    void thatAreCorrectedByTheProviderAreANewRevision() {
      wire.speaks("U", null);
      wire.transcribes("U", "I was borne.");
      wire.transcribes("U", "I was born.");

      assertThat(wire.text("U")).isEqualTo("I was born.");
      assertThat(wire.item("U").revision()).isEqualTo(2);
    }
  }

  @Nested
  class Places {
    @Test
    void areNotChangedByTheFalseNullOfDone() {
      wire.types("U", null, "Hello.");
      wire.begins("A", "U");
      wire.done("A", null, "completed", "assistant", "output_audio", "Hello.");

      assertThat(wire.order()).containsExactly("U", "A");
      assertThat(wire.item("A").orderUncertain()).isFalse();
    }

    @Test
    void areGuessedAtTheEndWhereOnlyTheNullOfDoneIsKnown() {
      wire.types("U", null, "Hello.");
      wire.done("A", null, "completed", "assistant", "output_text", "Hello.");

      assertThat(wire.order()).containsExactly("U", "A");
      assertThat(wire.item("A").orderUncertain()).isTrue();
    }

    @Test
    void areTakenFromDoneWhereNothingElseToldThem() {
      wire.types("U1", null, "one");
      wire.types("U3", "U1", "three");
      wire.done("U2", "U1", "completed", "user", "input_text", "two");

      assertThat(wire.order()).containsExactly("U1", "U2", "U3");
    }

    @Test
    void behindOnePredecessorGoToTheLaterInsertionFirst() {
      wire.types("alpha", null, "a");
      wire.types("charlie", "alpha", "c");
      wire.types("bravo", "alpha", "b");

      assertThat(wire.order()).containsExactly("alpha", "bravo", "charlie");
    }

    @Test
    void withoutPredecessorAreAtTheHead() {
      wire.types("second", null, "b");
      wire.types("first", null, "a");

      assertThat(wire.order()).containsExactly("first", "second");
    }

    @Test
    void areGivenByTheCommitBeforeTheItemIsAdded() {
      wire.commits("U", null);
      wire.begins("A", "U");

      assertThat(wire.order()).containsExactly("U", "A");
      assertThat(wire.item("U").role()).isEqualTo(Role.USER);
    }

    @Test
    void behindAnUnknownItemWaitForIt() {
      wire.types("U3", "U2", "three");
      wire.types("U4", "U3", "four");
      assertThat(wire.order()).isEmpty();

      wire.types("U1", null, "one");
      wire.types("U2", "U1", "two");

      assertThat(wire.order()).containsExactly("U1", "U2", "U3", "U4");
      assertThat(wire.told()).containsExactly("U1", "U2", "U3", "U4");
    }

    @Test
    void behindAnItemThatNeverComesAreGuessedAtTheEndInTime() {
      wire.types("U1", null, "one");
      wire.types("U3", "U2", "three");
      wire.types("U4", "U3", "four");
      wire.timesOut("U3");

      assertThat(wire.order()).containsExactly("U1", "U3", "U4");
      assertThat(wire.item("U3").orderUncertain()).isTrue();
      assertThat(wire.item("U4").orderUncertain()).isFalse();
      assertThat(wire.state("U3")).isEqualTo(ItemState.COMPLETED);
    }

    @Test
    void behindADeletedItemStayWhereItWas() {
      wire.types("U1", null, "one");
      wire.types("U2", "U1", "two");
      wire.types("U4", "U2", "four");
      wire.deletes("U2");
      wire.types("U3", "U2", "three");

      assertThat(wire.order()).containsExactly("U1", "U2", "U3", "U4");
    }

    @Test
    void areThoseOfAListThatWasInsertedIntoAnywhere() {
      long seed = Long.getLong("seed", System.nanoTime());
      System.out.println("-Dseed=" + seed);
      var random = new Random(seed);
      List<String> list = new ArrayList<>();
      for (int i = 0; i < 3_000; i++) {
        int at = random.nextInt(10) < 7 ? list.size() : random.nextInt(list.size() + 1);
        String previous = at == 0 ? null : list.get(at - 1);
        wire.adds("i" + i, previous, "completed", "user", "input_text", "x");
        list.add(at, "i" + i);
      }

      assertThat(wire.order()).as("seed %d", seed).isEqualTo(list);
      assertThat(wire.told()).hasSize(3_000);
    }

    @Test
    void suffiseForAThousandInsertionsIntoOneGap() {
      wire.types("first", null, "a");
      wire.types("last", "first", "z");
      wire.speaks("open", "last");
      for (int i = 0; i < 1_000; i++) {
        wire.adds("i" + i, "first", "completed", "user", "input_text", "x");
      }
      wire.transcribes("open", "done");

      assertThat(wire.order()).hasSize(1_003).startsWith("first", "i999", "i998").endsWith("open");
      assertThat(wire.told()).hasSize(1_003).endsWith("open");
    }
  }

  @Nested
  class Withdrawals {
    @Test
    void keepTheItemAndItsWordsAndItsPlace() {
      wire.types("U1", null, "one");
      wire.types("U2", "U1", "two");
      wire.deletes("U1");

      assertThat(wire.order()).containsExactly("U1", "U2");
      assertThat(wire.state("U1")).isEqualTo(ItemState.DELETED);
      assertThat(wire.text("U1")).isEqualTo("one");
      assertThat(wire.item("U1").evidence()).isFalse();
    }

    @Test
    void areNotUndoneByWordsThatComeLate() {
      wire.speaks("U", null);
      wire.deletes("U");
      wire.transcribes("U", "I was born in Bergen.");

      assertThat(wire.state("U")).isEqualTo(ItemState.DELETED);
      assertThat(wire.told()).isEmpty();
    }

    @Test
    void ofAnItemNobodyKnowsChangeNothing() {
      wire.types("U", null, "one");
      wire.deletes("ghost");
      wire.truncates("ghost", 100);
      wire.timesOut("ghost");

      assertThat(wire.order()).containsExactly("U");
    }

    @Test
    void inPartKeepTheWholeTextAndSayHowMuchWasHeard() {
      wire.types("U", null, "Hello.");
      wire.begins("A", "U");
      wire.speaksOn("R", "A", "Well, the first");
      wire.truncates("A", 1_500);
      wire.done("A", null, "incomplete", "assistant", "output_audio", null);

      assertThat(wire.text("A")).isEqualTo("Well, the first");
      assertThat(wire.item("A").heard()).contains(Duration.ofMillis(1_500));
      assertThat(wire.state("A")).isEqualTo(ItemState.INCOMPLETE);
    }

    @Test
    void inPartOfAWholeAnswerAreMarkedOnly() {
      wire.answers("A", null, "Well, the first thing is this.");
      wire.truncates("A", 800);

      assertThat(wire.text("A")).isEqualTo("Well, the first thing is this.");
      assertThat(wire.state("A")).isEqualTo(ItemState.COMPLETED);
      assertThat(wire.item("A").heard()).contains(Duration.ofMillis(800));
      assertThat(wire.item("A").revision()).isEqualTo(1);
    }

    @Test
    void ofAResponseLeaveItsItemIncompleteEvenWithoutAnEndOfItsOwn() {
      wire.begins("A", null);
      wire.speaksOn("R", "A", "Well, the");
      wire.says(
          """
          {"type":"response.done","response":{"id":"R","status":"cancelled","conversation_id":"c","output":[\
          {"id":"A","type":"message","status":"incomplete","role":"assistant",\
          "content":[{"type":"output_audio","transcript":"Well, the first"}]}]}}\
          """);

      assertThat(wire.state("A")).isEqualTo(ItemState.INCOMPLETE);
      assertThat(wire.text("A")).isEqualTo("Well, the first");
    }
  }

  @Nested
  class Repetitions {
    @Test
    void ofADeltaAddNoWords() {
      wire.speaks("U", null);
      wire.saysAs("event_x", Wire.heard("U", "ha"));
      wire.saysAs("event_x", Wire.heard("U", "ha"));
      wire.saysAs("event_y", Wire.heard("U", "ha"));

      assertThat(wire.text("U")).isEqualTo("haha");
    }

    @Test
    void ofAWholeTurnChangeNothing() {
      wire.speaks("U", null);
      wire.transcribes("U", "one");
      wire.answers("A", "U", "two");
      int changes = wire.changes.size();

      wire.speaks("U", null);
      wire.transcribes("U", "one");
      wire.answers("A", "U", "two");

      assertThat(wire.changes).hasSize(changes);
    }

    @Test
    void byRetrievalChangeNothing() {
      wire.answers("A", null, "two");
      wire.truncates("A", 10);
      wire.says(
          """
          {"type":"conversation.item.retrieved","item":{"id":"A","type":"message","status":"completed",\
          "role":"assistant","content":[{"type":"audio","audio":"AAAA"}]}}\
          """);

      assertThat(wire.text("A")).isEqualTo("two");
    }
  }

  @Nested
  class WhatNobodySaid {
    @Test
    void outsideTheConversationNeverEnters() {
      wire.types("U", null, "Hello.");
      wire.says(
          """
          {"type":"response.created","response":{"id":"R","conversation_id":null,"output":[]}}\
          """);
      wire.speaksOn("R", "X", "a summary");
      wire.says(
          """
          {"type":"response.done","response":{"id":"R","status":"completed","conversation_id":null,"output":[\
          {"id":"X","type":"message","status":"completed","role":"assistant",\
          "content":[{"type":"output_text","text":"a summary"}]}]}}\
          """);

      assertThat(wire.order()).containsExactly("U");
      assertThat(wire.fold().facts).containsOnlyKeys("U");
    }

    @Test
    void throughAToolIsStoredAndNeverEvidence() {
      wire.says(
          """
          {"type":"conversation.item.added","previous_item_id":null,"item":{"id":"F","type":"function_call",\
          "status":"in_progress","name":"create_note","call_id":"c1","arguments":""}}\
          """);
      wire.says(
          """
          {"type":"conversation.item.done","previous_item_id":null,"item":{"id":"F","type":"function_call",\
          "status":"completed","name":"create_note","call_id":"c1","arguments":"{}"}}\
          """);
      wire.says(
          """
          {"type":"conversation.item.added","previous_item_id":"F","item":{"id":"O",\
          "type":"function_call_output","call_id":"c1","output":"noted"}}\
          """);

      assertThat(wire.order()).containsExactly("F", "O");
      assertThat(wire.item("F").kind()).isEqualTo(ItemKind.TOOL_CALL);
      assertThat(wire.item("F").label()).isEqualTo("create_note");
      assertThat(wire.item("O").kind()).isEqualTo(ItemKind.TOOL_OUTPUT);
      assertThat(wire.text("O")).isEqualTo("noted");
      assertThat(wire.fold().items()).noneMatch(FoldedItem::evidence);
      assertThat(wire.told()).containsExactly("F", "O");
    }

    @Test
    void byTheSystemOrTheAssistantIsNeverEvidence() {
      wire.adds("S", null, "completed", "system", "input_text", "TOOL_PROGRESS::{}");
      wire.answers("A", "S", "The chapter is there.");

      assertThat(wire.item("S").role()).isEqualTo(Role.SYSTEM);
      assertThat(wire.fold().items()).noneMatch(FoldedItem::evidence);
    }

    @Test
    void andThatCannotBeReadSaysNothing() {
      wire.says("{\"type\":\"conversation.item.added\"}");
      wire.says("{\"type\":\"conversation.item.added\",\"item\":{\"type\":\"message\"}}");
      wire.says("{\"type\":\"conversation.item.deleted\"}");
      wire.says("{\"type\":\"response.done\",\"response\":{\"output\":[{}]}}");
      wire.says("{\"type\":\"something.new\",\"item_id\":\"U\"}");
      wire.says("{\"kind\":\"nothing\"}");

      assertThat(wire.order()).isEmpty();
      assertThat(wire.changes).isEmpty();
    }

    @Test
    void inTwoStreamsAtOnceIsKeptApart() {
      wire.begins("A", null);
      wire.speaksOn("R", "A", "I'll ");
      wire.says(
          """
          {"type":"conversation.item.added","previous_item_id":"A","item":{"id":"F","type":"function_call",\
          "status":"in_progress","name":"look","call_id":"c1","arguments":""}}\
          """);
      wire.says(
          """
          {"type":"response.function_call_arguments.delta","response_id":"R","item_id":"F","delta":"{}"}\
          """);
      wire.speaksOn("R", "A", "check.");

      assertThat(wire.text("A")).isEqualTo("I'll check.");
      assertThat(wire.text("F")).isEqualTo("{}");
    }
  }

  @Nested
  class AnotherConnection {
    @Test
    void beginsAfterAllThatWasSaidBefore() {
      wire.types("U1", null, "one");
      wire.answers("A1", "U1", "two");
      wire.reconnects();
      wire.types("U2", null, "three");

      assertThat(wire.order()).containsExactly("U1", "A1", "U2");
    }

    @Test
    void isToldTheHistoryWithoutSayingItTwice() {
      wire.types("U1", null, "one");
      wire.answers("A1", "U1", "two");
      wire.reconnects();
      wire.adds("S", null, "completed", "system", "input_text", "What was said so far");
      wire.replays("U1", "rU1");
      wire.replays("A1", "rA1");
      wire.types("rU1", "S", "one");
      wire.adds("rA1", "rU1", "completed", "assistant", "output_text", "two");
      wire.types("U2", "rA1", "three");

      assertThat(wire.order()).containsExactly("U1", "A1", "S", "U2");
      assertThat(wire.item("rU1").id()).isEqualTo("U1");
    }

    @Test
    void mayUseTheFirstIdsAgain() {
      wire.types("U1", null, "one");
      wire.reconnects();
      wire.replays("U1", "U1");
      wire.types("U1", null, "one");
      wire.types("U2", "U1", "two");
      wire.deletes("U1");

      assertThat(wire.order()).containsExactly("U1", "U2");
      assertThat(wire.state("U1")).isEqualTo(ItemState.COMPLETED);
    }

    @Test
    void keepsTheFirstIdThroughSeveralRenewals() {
      wire.types("U1", null, "one");
      wire.reconnects();
      wire.replays("U1", "r1");
      wire.types("r1", null, "one");
      wire.reconnects();
      wire.replays("r1", "r2");
      wire.types("r2", null, "one");

      assertThat(wire.order()).containsExactly("U1");
      assertThat(wire.item("r2").id()).isEqualTo("U1");
    }

    @Test
    void leavesHalfAnAnswerIncomplete() {
      wire.types("U1", null, "one");
      wire.begins("A1", "U1");
      wire.speaksOn("R", "A1", "Well, the");
      wire.reconnects();

      assertThat(wire.state("A1")).isEqualTo(ItemState.INCOMPLETE);
      assertThat(wire.text("A1")).isEqualTo("Well, the");
      assertThat(wire.told()).containsExactly("U1", "A1");
    }

    @Test
    void leavesATurnWhoseWordsWereNotThereYetSettled() {
      wire.speaks("U1", null);
      wire.hears("U1", "I was");
      wire.reconnects();

      assertThat(wire.state("U1")).isEqualTo(ItemState.TIMED_OUT);
      assertThat(wire.fold().open()).isEmpty();
    }

    @Test
    void losesNoWordsWhosePlaceWasStillToBeTold() {
      wire.types("U1", null, "one");
      wire.transcribes("U2", "two");
      wire.reconnects();

      assertThat(wire.order()).containsExactly("U1", "U2");
      assertThat(wire.item("U2").evidence()).isTrue();
      assertThat(wire.item("U2").orderUncertain()).isTrue();
    }

    @Test
    void doesNotMixWithTheLastWordsOfTheOneBefore() {
      wire.types("U1", null, "one");
      wire.onConnection(2);
      wire.types("U3", null, "three");
      wire.onConnection(1);
      wire.types("U2", "U1", "two");

      assertThat(wire.order()).containsExactly("U1", "U2", "U3");
    }
  }

  @Test
  void soundIsKeptAsItsLength() {
    var json = tools.jackson.databind.json.JsonMapper.builder().build();
    var append = json.readTree("{\"type\":\"input_audio_buffer.append\",\"audio\":\"AAAAAAA=\"}");
    var item =
        json.readTree(
            """
            {"type":"conversation.item.retrieved","item":{"content":[{"type":"audio","audio":"AAAA"}]}}\
            """);

    assertThat(RawEvent.of(1, Direction.TO_PROVIDER, Wire.NOW, append).payload())
        .hasToString("{\"type\":\"input_audio_buffer.append\",\"audio\":{\"audioBytes\":5}}");
    assertThat(RawEvent.of(1, Direction.FROM_PROVIDER, Wire.NOW, item).payload().toString())
        .contains("{\"audioBytes\":3}");
    assertThat(append.path("audio").asString()).isEqualTo("AAAAAAA=");
  }
}
