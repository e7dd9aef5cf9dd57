package ghostwriter.document;

import ghostwriter.vocabulary.SectionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What edits make of a document.
///
/// @param headings of all its sections, as they are afterwards, in their order
/// @param changed the sections that change
/// @param unplaced the edits without a place
public record Changes(
    Map<SectionId, String> headings, List<SectionId> changed, List<Unplaced> unplaced) {
  public Changes {
    headings = Collections.unmodifiableMap(new LinkedHashMap<>(headings));
    changed = List.copyOf(changed);
    unplaced = List.copyOf(unplaced);
  }
}
