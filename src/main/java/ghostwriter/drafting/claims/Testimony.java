package ghostwriter.drafting.claims;

import java.util.List;

/// What a drafted block may rest on.
///
/// @param said the texts of the turns that it cites
/// @param asked what these turns answered, and what else everybody knows: headings, the blueprint,
///   who speaks. Names and numbers may come from there: to "Was that in Wick?" people answer "Yes"
public record Testimony(List<String> said, List<String> asked) {
  public Testimony {
    said = List.copyOf(said);
    asked = List.copyOf(asked);
  }

  /// Whether these very words were said in one go.
  boolean says(String sentence) {
    return said.stream().anyMatch(text -> text.contains(sentence));
  }

  String all() {
    return String.join("\n", said) + "\n" + String.join("\n", asked);
  }
}
