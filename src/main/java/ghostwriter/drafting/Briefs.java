package ghostwriter.drafting;

import ghostwriter.blueprint.Blueprint;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.document.Document;
import ghostwriter.document.Documents;
import ghostwriter.document.Section;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.notebook.Notebook;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKind.OutlineEntry;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Project;
import ghostwriter.project.Projects;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftQueue;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Through;
import ghostwriter.transcript.Transcripts;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a job is drafted from.
@Component
class Briefs {
  /// @param base the document's version that was read
  /// @param through how far the transcript was read
  record Assembled(Brief brief, int base, Through through) {}

  /// More of a notebook, or of a list, than this tells a draft nothing new about its task.
  private static final int NOTES = 40;

  private static final int TODOS = 40;

  private final Projects projects;
  private final BookKinds kinds;
  private final Blueprints blueprints;
  private final Documents documents;
  private final Transcripts transcripts;
  private final Notebook notebook;
  private final DraftQueue queue;
  private final JsonMapper json;

  Briefs(
      Projects projects,
      BookKinds kinds,
      Blueprints blueprints,
      Documents documents,
      Transcripts transcripts,
      Notebook notebook,
      DraftQueue queue,
      JsonMapper json) {
    this.projects = projects;
    this.kinds = kinds;
    this.blueprints = blueprints;
    this.documents = documents;
    this.transcripts = transcripts;
    this.notebook = notebook;
    this.queue = queue;
    this.json = json;
  }

  /// Reads everything in the caller's transaction, which is one snapshot.
  ///
  /// A refinement is made from all that was said, and leaves what is new to the next update.
  ///
  /// @return empty where the blueprint is not committed: nothing is drafted then
  Optional<Assembled> assemble(DraftJob job) {
    Blueprint blueprint = blueprints.of(job.project());
    if (blueprint.committedAt().isEmpty()) {
      return Optional.empty();
    }
    Project project = projects.find(job.project()).orElseThrow();
    BookKind kind = kinds.find(project.kind()).orElseThrow();
    Document document = documents.current(job.project());
    Optional<Refinement> refinement = Refinement.of(job);
    Through read = read(job);
    Through through = refinement.isPresent() ? read : transcripts.settled(job.project());
    List<ConversationItem> material =
        material(job, refinement.isPresent() ? Through.NOTHING : read);
    var brief =
        new Brief(
            project.language(),
            blueprint.answers(),
            document.sections().stream()
                .map(section -> brief(section, kind).with(material))
                .toList(),
            material,
            notebook.notes(job.project(), NOTES).reversed(),
            notebook.open(job.project(), TODOS).reversed(),
            document.summary(),
            job.promptContext(),
            targetWords(job),
            refinement);
    return Optional.of(new Assembled(brief, document.version(), through));
  }

  private Through read(DraftJob job) {
    return queue
        .through(job.project())
        .map(text -> json.readValue(text, Through.class))
        .orElse(Through.NOTHING);
  }

  /// What was said since then and what the request points to, in the order it was said.
  private List<ConversationItem> material(DraftJob job, Through read) {
    Set<ConversationItem> material = new HashSet<>(pointedAt(job));
    material.addAll(transcripts.since(job.project(), read));
    return material.stream().sorted(ConversationItem.IN_ORDER).toList();
  }

  private Collection<ConversationItem> pointedAt(DraftJob job) {
    return job.messagePointers().isEmpty()
        ? List.of()
        : transcripts.find(job.project(), job.messagePointers()).values();
  }

  private static SectionBrief brief(Section section, BookKind kind) {
    return new SectionBrief(
        section.id(),
        section.heading(),
        guide(section.heading(), kind),
        section.blocks(),
        List.of(),
        section.locked());
  }

  private static OutlineEntry guide(String heading, BookKind kind) {
    return kind.outline().stream()
        .filter(entry -> entry.heading().equals(heading))
        .findFirst()
        .orElseGet(() ->
            new OutlineEntry(
                heading, heading, "What would you like to tell under “" + heading + "”?"));
  }

  private static int targetWords(DraftJob job) {
    return job.promptContext().get("length") instanceof Number length ? length.intValue() : 0;
  }
}
