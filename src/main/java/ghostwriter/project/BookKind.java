package ghostwriter.project;

import java.util.List;

/// A kind of book: what its blueprint asks and the outline to start from. Read from
/// `kinds/{id}.json`.
///
/// @param id `memoir`, `biography`, `business-book` or `article`
public record BookKind(String id, String label, List<Field> fields, List<OutlineEntry> outline) {
  public BookKind {
    fields = List.copyOf(fields);
    outline = List.copyOf(outline);
  }

  /// @param required whether the blueprint cannot be committed without it
  /// @param standard the answer assumed where nobody gave one; empty where there is none
  public record Field(String name, String label, boolean required, String standard) {}

  /// @param about what belongs under the heading, as words to look for
  /// @param question what to ask the client where nothing was said for it
  public record OutlineEntry(String heading, String about, String question) {}
}
