package ghostwriter.interview;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.LineEvent.Caption;
import ghostwriter.interview.LineEvent.Complaint;
import ghostwriter.interview.LineEvent.Kept;
import ghostwriter.interview.LineEvent.Outcome;
import ghostwriter.interview.LineEvent.ReplyEnded;
import ghostwriter.interview.LineEvent.ReplyRefused;
import ghostwriter.interview.LineEvent.ReplyStarted;
import ghostwriter.interview.LineEvent.ToolCalled;
import ghostwriter.interview.LineEvent.Up;
import ghostwriter.transcript.Direction;
import ghostwriter.transcript.Mode;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What every line does, whoever is at its other end.
///
/// The other end answers by what the client said last: to `call` with a call of the first tool and
/// the arguments `{"text":"hello"}`, to a tool's output with `The tool says: …`, to `wait` with
/// `Let me think` and no end, to `crash` with a failure, to all else with the same words.
public abstract class LineContract {
  private static final Words RULES = new Words("You are an interviewer.");
  private static final ToolSchema LOOK_UP =
      new ToolSchema("look_up", "Looks something up.", "{\"type\":\"object\"}");

  private final Overheard heard = new Overheard();
  private Line line;

  /// Leads to the other end.
  protected abstract Line.Provider provider();

  @BeforeEach
  void call() {
    line = provider().open(heard);
  }

  @AfterEach
  void hangUp() {
    line.close();
  }

  @Test
  void aLineComesUpAndSaysWhenItWillEnd() {
    Up up = heard.until(Up.class);

    assertThat(heard.events()).containsExactly(up);
    assertThat(up.expiresAt().orElseThrow()).isAfter(Instant.now());
  }

  @Test
  void whatTheClientTypedIsKeptOnceUnderOurId() {
    say("typed_1", "Hello.");
    line.send(answer());
    heard.until(ReplyEnded.class);

    assertThat(heard.events(Kept.class)).containsExactly(new Kept("typed_1"));
  }

  @Test
  void aReplyComesBackWithItsPurposeAndItsWords() {
    say("typed_1", "Good morning to you.");
    line.send(answer());

    ReplyEnded ended = heard.until(ReplyEnded.class);

    assertThat(ended.purpose()).contains("answer");
    assertThat(ended.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(heard.events(ReplyStarted.class))
        .containsExactly(new ReplyStarted(ended.reply(), ended.purpose()));
    assertThat(captions()).isEqualTo("Good morning to you.");
    assertThat(heard.events(Caption.class).stream().map(Caption::item).distinct()).hasSize(1);
  }

  @Test
  void aToolIsCalledAndItsAnswerTakenUp() {
    line.send(new LineCommand.Configure(RULES, List.of(LOOK_UP)));
    say("typed_1", "call");
    line.send(answer());
    ToolCalled call = heard.until(ToolCalled.class);
    heard.until(ReplyEnded.class);

    line.send(new LineCommand.ToolAnswered(call.call(), new Words("found")));
    line.send(answer());
    heard.until(ReplyEnded.class);

    assertThat(call.tool()).isEqualTo("look_up");
    assertThat(call.arguments()).isEqualTo("{\"text\":\"hello\"}");
    assertThat(heard.events(ToolCalled.class)).hasSize(1);
    assertThat(captions()).isEqualTo("The tool says: found");
  }

  @Test
  void whileAReplyRunsAnotherOneIsRefusedAndItCanBeStopped() {
    say("typed_1", "wait");
    line.send(answer());
    heard.until(Caption.class);

    line.send(answer());
    heard.until(ReplyRefused.class);
    line.send(new LineCommand.Hush());
    ReplyEnded ended = heard.until(ReplyEnded.class);

    assertThat(ended.outcome()).isEqualTo(Outcome.CANCELLED);
    assertThat(heard.events(ReplyStarted.class)).hasSize(1);
  }

  @Test
  void aReplyThatFailsSaysSoAndTheLineHolds() {
    say("typed_1", "crash");
    line.send(answer());
    ReplyEnded failed = heard.until(ReplyEnded.class);
    say("typed_2", "Hello again.");
    line.send(answer());
    ReplyEnded ended = heard.until(ReplyEnded.class);

    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(heard.events(Complaint.class)).containsExactly(new Complaint("server_error"));
    assertThat(ended.outcome()).isEqualTo(Outcome.COMPLETED);
    assertThat(captions()).isEqualTo("Hello again.");
  }

  @Test
  void whatIsToldAgainIsKeptUnderItsNewIdsInItsOrder() {
    line.send(new LineCommand.SystemSaid("summary", new Words("So far: a childhood by the sea.")));
    line.send(new LineCommand.Replay("again_1", true, new Words("I was born in Bergen.")));
    line.send(new LineCommand.Replay("again_2", false, new Words("Who was there?")));
    say("typed_1", "My mother.");
    line.send(answer());
    heard.until(ReplyEnded.class);

    assertThat(heard.events(Kept.class).stream().map(Kept::item))
        .containsExactly("summary", "again_1", "again_2", "typed_1");
    assertThat(heard.events(Complaint.class)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void eachModeSendsItsOwnInstructionsAndTools(Mode mode) {
    LineCommand.Configure configure =
        new Instructions(new JsonMapper()).configure(mode, "{\"mode\":\"" + mode.code() + "\"}");

    line.send(configure);
    JsonNode session = await("session.updated").path("session");

    assertThat(session.path("instructions").asString())
        .isEqualTo(configure.instructions().text())
        .contains("```STATE\n{\"mode\":\"" + mode.code() + "\"}\n```");
    assertThat(session.path("output_modalities").toString()).isEqualTo("[\"text\"]");
    assertThat(session.path("tool_choice").asString()).isEqualTo("auto");
    assertThat(schemas(session.path("tools"))).isEqualTo(configure.tools());
    assertThat(session.toString()).doesNotContain("apply_document_edits");
  }

  private static List<ToolSchema> schemas(JsonNode tools) {
    List<ToolSchema> schemas = new ArrayList<>();
    for (JsonNode tool : tools) {
      assertThat(tool.path("type").asString()).isEqualTo("function");
      schemas.add(
          new ToolSchema(
              tool.path("name").asString(),
              tool.path("description").asString(),
              tool.path("parameters").toString()));
    }
    return schemas;
  }

  /// The provider puts a reply's own instructions in the place of the session's.
  @Test
  void whatIsSaidForOneReplyComesOnTopOfTheRules() {
    line.send(new LineCommand.Configure(RULES, List.of()));
    line.send(
        new LineCommand.Reply("narrate:7", Optional.of(new Words("Say one sentence.")), false));
    ReplyEnded ended = heard.until(ReplyEnded.class);

    JsonNode asked = heard.messages(Direction.TO_PROVIDER).getLast().path("response");
    assertThat(ended.purpose()).contains("narrate:7");
    assertThat(asked.path("instructions").asString())
        .startsWith(RULES.text())
        .endsWith("Say one sentence.");
    assertThat(asked.path("tool_choice").asString()).isEqualTo("none");
    assertThat(asked.at("/metadata/purpose").asString()).isEqualTo("narrate:7");
  }

  @Test
  void aReplyWithoutInstructionsOfItsOwnLeavesTheRulesAlone() {
    line.send(new LineCommand.Configure(RULES, List.of()));
    line.send(answer());
    heard.until(ReplyEnded.class);

    JsonNode asked = heard.messages(Direction.TO_PROVIDER).getLast().path("response");
    assertThat(asked.toString()).isEqualTo("{\"metadata\":{\"purpose\":\"answer\"}}");
  }

  @Test
  void whoHangsUpHearsNothingMore() {
    heard.until(Up.class);

    line.close();
    line.send(answer());
    line.close();

    assertThat(heard.isWaiting()).isFalse();
  }

  private void say(String item, String text) {
    line.send(new LineCommand.ClientSaid(item, new Words(text)));
  }

  private static LineCommand answer() {
    return new LineCommand.Reply("answer", Optional.empty(), true);
  }

  private String captions() {
    return heard.events(Caption.class).stream().map(Caption::delta).collect(joining());
  }

  private JsonNode await(String type) {
    while (true) {
      Optional<JsonNode> message = heard.next().message();
      if (message.filter(it -> it.path("type").asString("").equals(type)).isPresent()) {
        return message.get();
      }
    }
  }
}
