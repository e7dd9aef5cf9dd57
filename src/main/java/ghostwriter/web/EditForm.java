package ghostwriter.web;

import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.Ids;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One edit by hand, as it comes in; which fields it needs depends on its type.
record EditForm(
    @Nullable String type,
    @Nullable BlockId blockId,
    @Nullable SectionId sectionId,
    @Nullable BlockId afterBlockId,
    @Nullable BlockId beforeBlockId,
    @Nullable SectionId afterSectionId,
    @Nullable SectionId intoSectionId,
    @Nullable String heading,
    @Nullable String markdown) {
  /// The longest block, in characters: some ten pages.
  private static final int MAX_MARKDOWN = 20_000;

  Edit edit(Ids ids) {
    return switch (type == null ? "" : type) {
      case "replace" -> new Edit.Replace(needed(blockId, "blockId"), content());
      case "insert" ->
          new Edit.Insert(
              needed(sectionId, "sectionId"), afterBlockId, new BlockId(ids.next()), content());
      case "remove" -> new Edit.Remove(needed(blockId, "blockId"));
      case "move" ->
          new Edit.Move(needed(blockId, "blockId"), needed(sectionId, "sectionId"), afterBlockId);
      case "reaffirm" -> new Edit.Reaffirm(needed(blockId, "blockId"), List.of());
      case "addSection" ->
          new Edit.AddSection(new SectionId(ids.next()), afterSectionId, Given.title(heading));
      default -> sectionEdit(ids);
    };
  }

  private Edit sectionEdit(Ids ids) {
    return switch (type == null ? "" : type) {
      case "renameSection" ->
          new Edit.RenameSection(needed(sectionId, "sectionId"), Given.title(heading));
      case "moveSection" -> new Edit.MoveSection(needed(sectionId, "sectionId"), afterSectionId);
      case "removeSection" -> new Edit.RemoveSection(needed(sectionId, "sectionId"));
      case "splitSection" ->
          new Edit.SplitSection(
              needed(sectionId, "sectionId"),
              needed(beforeBlockId, "beforeBlockId"),
              new SectionId(ids.next()),
              Given.title(heading));
      case "mergeSection" ->
          merge(needed(sectionId, "sectionId"), needed(intoSectionId, "intoSectionId"));
      default ->
          throw Problem.badRequest(
              "An edit's type must be replace, insert, remove, move or reaffirm for a paragraph; addSection, renameSection, moveSection, removeSection, splitSection or mergeSection for a section.");
    };
  }

  private static Edit merge(SectionId section, SectionId into) {
    if (section.equals(into)) {
      throw Problem.unprocessable(
          "A section cannot be merged into itself; name another one as intoSectionId.");
    }
    return new Edit.MergeSection(section, into);
  }

  private static <T> T needed(@Nullable T value, String name) {
    if (value == null) {
      throw Problem.badRequest("This edit needs a " + name + ".");
    }
    return value;
  }

  /// What a person writes rests on nobody else's words; the merge keeps the sources of what it
  /// replaces.
  private Content content() {
    return content(markdown);
  }

  static Content content(@Nullable String markdown) {
    String text = markdown == null ? "" : markdown.strip();
    if (text.isEmpty()) {
      throw Problem.badRequest("The paragraph is empty; to take it away, remove it.");
    }
    if (text.length() > MAX_MARKDOWN) {
      throw Problem.badRequest(
          "The paragraph has more than " + MAX_MARKDOWN + " characters; split it.");
    }
    return new Content(kind(text), new Words(text), Grounding.CONNECTIVE, List.of());
  }

  private static BlockKind kind(String text) {
    return switch (text.charAt(0)) {
      case '>' -> BlockKind.QUOTE;
      case '-', '*', '+' -> text.startsWith("**") ? BlockKind.PARAGRAPH : BlockKind.LIST;
      default -> BlockKind.PARAGRAPH;
    };
  }
}
