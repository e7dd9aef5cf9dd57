package ghostwriter.project;

import ghostwriter.vocabulary.ProjectId;
import java.time.Instant;
import java.util.Locale;

/// One client's book.
///
/// @param kind the id of its [BookKind]
/// @param language what is spoken and written, as a BCP 47 tag
public record Project(ProjectId id, String title, String kind, Locale language, Instant createdAt) {
  /// The longest title, in characters.
  public static final int MAX_TITLE = 300;
}
