package ghostwriter.drafting.prompt;

import ghostwriter.document.Block;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Grounding;
import ghostwriter.document.Origin;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.notebook.Note;
import ghostwriter.notebook.Todo;
import ghostwriter.project.BookKind.OutlineEntry;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Role;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A small book on salt, half of it written, and what a model is to draft it from.
public final class Salt {
  public static final SectionId BEGINNING = section(1);
  public static final SectionId TRADE = section(2);
  public static final SectionId SEA = section(3);

  /// A draft wrote the first paragraph, a person the second.
  public static final BlockId DRAFTED = new BlockId(new UUID(3, 1));

  public static final BlockId BY_HAND = new BlockId(new UUID(3, 2));

  private static final SessionId SESSION = new SessionId(new UUID(1, 1));
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");

  public static final ConversationItem BOAT =
      told(2, "My father went for salt by boat, twice a year, and he never once learned to swim.");
  public static final ConversationItem PRICE =
      told(4, "A sack was eleven shillings in 1931. We carried it home on our backs.");
  public static final ConversationItem ASKED =
      new ConversationItem(
          id(3), 3, 1, Role.ASSISTANT, "Interviewer", false, new Words("What did a sack cost?"));
  public static final ConversationItem STORM =
      told(
          6,
          "The storm of that winter took the jetty. I was nine, and I watched it go from the loft. "
              + "My mother said nothing for a whole day. After that we bought our salt in town, "
              + "and my father sold the boat to a man from Hull, who painted it green, of all "
              + "things, and never took it out beyond the bar.");

  private Salt() {}

  public static Brief brief() {
    return brief(Locale.ENGLISH);
  }

  /// The same for a book in that language.
  static Brief brief(Locale language) {
    return new Brief(
        language,
        Map.of(
            "subject", "How a village lived by salt",
            "targetAudience", "My grandchildren",
            "voiceGuardrails", "First person, dry. Nothing about the divorce."),
        List.of(beginning(), trade(), sea()),
        List.of(BOAT, ASKED, PRICE, STORM),
        List.of(
            note(Note.Kind.FACT, "The father could not swim."),
            note(Note.Kind.STYLE, "Likes short sentences.")),
        List.of(
            new Todo(
                new UUID(5, 1),
                new Words("Who painted the boat?"),
                Todo.Status.OPEN,
                Optional.of(SEA),
                NOW)),
        new Words("I wrote down how the book begins."),
        Map.of("mode", "ghostwriting"),
        0,
        Optional.empty());
  }

  private static SectionBrief beginning() {
    return new SectionBrief(
        BEGINNING,
        "Where it began",
        guide("Where it began", "Where did it begin?"),
        List.of(block(DRAFTED, "We lived by salt.", false), block(BY_HAND, "And by luck.", true)),
        List.of(BOAT),
        false);
  }

  private static SectionBrief trade() {
    return new SectionBrief(
        TRADE,
        "The trade",
        guide("The trade", "How was it sold?"),
        List.of(),
        List.of(BOAT, ASKED, PRICE),
        false);
  }

  private static SectionBrief sea() {
    return new SectionBrief(
        SEA, "The sea", guide("The sea", "What did it take?"), List.of(), List.of(), false);
  }

  public static SectionBrief withEvidence(SectionBrief section, ConversationItem... pack) {
    return section.with(List.of(pack));
  }

  public static Block block(BlockId id, String text, boolean touched) {
    var source = new Source(BOAT.id(), 1, 0, 10);
    var content =
        new Content(BlockKind.PARAGRAPH, new Words(text), Grounding.SOURCED, List.of(source));
    return new Block(
        id,
        new RevisionId(new UUID(4, id.value().getLeastSignificantBits())),
        content,
        touched ? Origin.HUMAN : Origin.DRAFT,
        touched,
        null);
  }

  public static ConversationItem told(int turn, String text) {
    return new ConversationItem(id(turn), turn, 1, Role.USER, "Ann", true, new Words(text));
  }

  public static Note note(Note.Kind kind, String text) {
    return new Note(new UUID(6, 1), kind, new Words(text), Optional.empty(), NOW);
  }

  private static OutlineEntry guide(String heading, String question) {
    return new OutlineEntry(heading, heading, question);
  }

  private static ItemId id(int turn) {
    return new ItemId(SESSION, "imported_" + turn);
  }

  private static SectionId section(int number) {
    return new SectionId(new UUID(2, number));
  }
}
