package ghostwriter.recording;

import ghostwriter.vocabulary.ProjectId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What to do with a recording's file.
///
/// @param title of the new project; empty takes one from the file's name
/// @param kind of the new project, the id of a kind of book
/// @param clients whose words are evidence, as the recording names them; empty means everybody's
/// @param length how many words the draft may add; 0 leaves it to the drafter
/// @param project the project it joins; empty makes a new one
public record ImportRequest(
    String fileName,
    Optional<String> title,
    String kind,
    Locale language,
    List<String> clients,
    int length,
    Optional<ProjectId> project) {
  public ImportRequest {
    clients = List.copyOf(clients);
  }
}
