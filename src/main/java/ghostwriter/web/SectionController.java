package ghostwriter.web;

import ghostwriter.document.Documents;
import ghostwriter.document.Section;
import ghostwriter.document.SectionMark;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// How people work on a section: how far it has come, and whether drafts leave it alone.
@RestController
class SectionController {
  record MarkForm(@Nullable String state, @Nullable Boolean locked) {}

  record MarkView(SectionId id, String heading, String state, boolean locked) {}

  private final Documents documents;
  private final Access access;
  private final TransactionTemplate transaction;

  SectionController(Documents documents, Access access, PlatformTransactionManager transactions) {
    this.documents = documents;
    this.access = access;
    this.transaction = new TransactionTemplate(transactions);
  }

  @PatchMapping("/api/projects/{project}/document/sections/{section}")
  MarkView mark(
      @PathVariable ProjectId project,
      @PathVariable SectionId section,
      @RequestBody MarkForm form) {
    access.write(project);
    Optional<Section.State> state = Optional.ofNullable(form.state()).map(Given::state);
    Optional<Boolean> locked = Optional.ofNullable(form.locked());
    if (state.isEmpty() && locked.isEmpty()) {
      throw Problem.badRequest("Say the state, or whether the section is locked.");
    }
    return Objects.requireNonNull(
            transaction.execute(_ -> documents.mark(project, section, state, locked)))
        .map(SectionController::view)
        .orElseThrow(() -> Problem.notFound("That section is not in the document any more."));
  }

  private static MarkView view(SectionMark mark) {
    return new MarkView(
        mark.id(), mark.heading(), mark.state().name().toLowerCase(Locale.ROOT), mark.locked());
  }
}
