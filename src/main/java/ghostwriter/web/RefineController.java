package ghostwriter.web;

import ghostwriter.document.Documents;
import ghostwriter.queue.DraftRequest;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import ghostwriter.web.DraftDesk.EnqueuedView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Has one section done over as somebody asks.
@RestController
class RefineController {
  /// The longest instruction, in characters.
  private static final int MAX_INSTRUCTION = 2_000;

  record RefineForm(@Nullable String instruction) {}

  private final Documents documents;
  private final DraftDesk desk;
  private final Access access;

  RefineController(Documents documents, DraftDesk desk, Access access) {
    this.documents = documents;
    this.desk = desk;
    this.access = access;
  }

  @PostMapping("/api/projects/{project}/document/sections/{section}/refine")
  @ResponseStatus(HttpStatus.ACCEPTED)
  EnqueuedView refine(
      @PathVariable ProjectId project,
      @PathVariable SectionId section,
      @RequestBody RefineForm form) {
    access.write(project);
    Words instruction = instruction(form.instruction());
    if (!documents.hasSection(project, section)) {
      throw Problem.notFound("That section is not in the document any more; load it again.");
    }
    return desk.ask(DraftRequest.refine(project, section, instruction));
  }

  private static Words instruction(@Nullable String instruction) {
    if (instruction == null || instruction.isBlank() || instruction.length() > MAX_INSTRUCTION) {
      throw Problem.badRequest(
          "Say what to do to the section as “instruction”, in 1 to "
              + MAX_INSTRUCTION
              + " characters.");
    }
    return new Words(Given.keepable(instruction.strip()));
  }
}
