package ghostwriter.drafting.prompt;

import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Tokens;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/// What a language model is told to draft by. The same brief makes the same prompt, to the letter.
///
/// @param system the rules, the same for all books
/// @param user the book, then what this job is about
/// @param tokens of both
/// @param opened the sections that a reply may change, by the names they have here
/// @param names what each section is called here
/// @param language that is written
public record DraftingPrompt(
    Words system,
    Words user,
    int tokens,
    Map<String, Opened> opened,
    Map<SectionId, String> names,
    Locale language) {
  /// How long a prompt may be where nobody says otherwise, in tokens: it stays so however long the
  /// conversation grows.
  public static final int BUDGET = 64_000;

  private static final String RULES = rules();

  /// @param budget the tokens that it has at most
  public static DraftingPrompt of(Brief brief, int budget) {
    var composition = new Composition(brief, Math.max(0, budget - Composition.FRAME));
    String user = composition.write();
    return new DraftingPrompt(
        new Words(RULES),
        new Words(user),
        Tokens.of(RULES) + Tokens.of(user),
        composition.opened(),
        composition.names(),
        brief.language());
  }

  /// The same, asked again after a reply that was of no use.
  ///
  /// @param fault what was wrong with it
  public DraftingPrompt after(String fault) {
    String again =
        "A reply to this was given already and cannot be used: "
            + fault
            + " Give the whole JSON object again, without that fault.\n";
    return new DraftingPrompt(
        system, new Words(user.text() + again), tokens + Tokens.of(again), opened, names, language);
  }

  /// What it begins with, as long as the book's plan stays as it is.
  public String lasting() {
    return user.text().substring(0, user.text().indexOf(Composition.CHANGING));
  }

  /// Whether there is anything to write from, or to do over.
  public boolean isOfUse() {
    return opened.values().stream()
        .anyMatch(section -> !section.turns().isEmpty() || !section.paragraphs().isEmpty());
  }

  /// What a reply has to look like.
  public ObjectNode schema() {
    return ReplySchema.of(opened, names.values());
  }

  /// Reads a reply.
  ///
  /// @param ids makes those of new paragraphs
  public Reading read(Words reply, Supplier<BlockId> ids) {
    return new ReplyReader(opened, names, language, ids).read(reply.text());
  }

  private static String rules() {
    try (InputStream file = DraftingPrompt.class.getResourceAsStream("/prompts/drafting.txt")) {
      if (file == null) {
        throw new IllegalStateException("The program lacks its file /prompts/drafting.txt.");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
