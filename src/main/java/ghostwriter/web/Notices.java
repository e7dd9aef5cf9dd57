package ghostwriter.web;

import ghostwriter.drafting.DraftModel;
import ghostwriter.project.Project;
import ghostwriter.recording.ImportResult.Imported;
import ghostwriter.recording.ImportResult.Speaker;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What people should know before they rely on what is drafted.
@Component
class Notices {
  /// From this many voices on, a text in the first person no longer tells who speaks.
  private static final int VOICES = 3;

  private final DraftModel drafter;

  Notices(DraftModel drafter) {
    this.drafter = drafter;
  }

  Optional<String> of(Project project) {
    return drafter.speaks(project.language())
        ? Optional.empty()
        : Optional.of(
            "The drafter does not know "
                + project.language().getDisplayLanguage(Locale.ENGLISH)
                + ": it cannot tell small talk, nor what was asked to be left out. Read its drafts with care.");
  }

  Optional<String> of(Imported imported) {
    long voices = imported.speakers().stream().filter(Speaker::client).count();
    return of(imported.project())
        .or(() ->
            voices < VOICES
                ? Optional.empty()
                : Optional.of(
                    "The words of all "
                        + voices
                        + " speakers count as evidence, so that “I” is many people; name a client to keep to"
                        + " one voice."));
  }
}
