package ghostwriter.drafting;

import ghostwriter.blueprint.Blueprint;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.document.Document;
import ghostwriter.document.Documents;
import ghostwriter.document.Section;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.evidence.Ranked;
import ghostwriter.drafting.evidence.Rankings;
import ghostwriter.drafting.evidence.Rankings.Reading;
import ghostwriter.notebook.Notebook;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKind.OutlineEntry;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Project;
import ghostwriter.project.Projects;
import ghostwriter.queue.DraftJob;
import ghostwriter.queue.DraftQueue;
import ghostwriter.settings.Setting;
import ghostwriter.settings.Settings;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Through;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ItemId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Reads what a job is drafted from, and gives each section its evidence.
@Component
public class Briefs {
  /// What one snapshot held.
  ///
  /// @param base the document's version that was read
  /// @param through how far the transcript was read
  /// @param bare the brief without packs; for a refinement, without material too
  /// @param pointed what the request points to
  /// @param tellings under which numbers what is new was told
  public record Read(
      Brief bare,
      int base,
      Through through,
      List<ConversationItem> pointed,
      Map<ItemId, Integer> tellings,
      Reading conversation) {
    public Read {
      pointed = List.copyOf(pointed);
      tellings = Map.copyOf(tellings);
    }

    /// What is new and what is pointed to, in the order it was told.
    List<ConversationItem> told() {
      return bare.material().stream()
          .sorted(
              Comparator.comparing((ConversationItem item) -> item.id().session().value())
                  .thenComparing(item -> tellings.getOrDefault(item.id(), 0)))
          .toList();
    }

    /// The same without what is told in these tellings and later.
    private Assembled without(Set<ItemId> unread, List<SectionBrief> sections) {
      Map<ItemId, Integer> rest = new HashMap<>(tellings);
      rest.keySet().retainAll(unread);
      Through upTo = through.before(rest);
      Set<ItemId> pointers = ids(pointed);
      List<ConversationItem> material =
          bare.material().stream()
              .filter(item ->
                  upTo.covers(item.id(), tellings.getOrDefault(item.id(), 0))
                      || (pointers.contains(item.id()) && !unread.contains(item.id())))
              .toList();
      return new Assembled(bare.with(sections, material), base, upTo, !rest.isEmpty());
    }
  }

  /// @param base the document's version that was read
  /// @param through how far the transcript was read
  /// @param unread whether new material is left for another update
  public record Assembled(Brief brief, int base, Through through, boolean unread) {}

  /// More of a notebook, or of a list, than this tells a draft nothing new about its task.
  private static final int NOTES = 40;

  private static final int TODOS = 40;

  /// A pack that holds less cannot hold a turn with the question before it.
  private static final int LEAST_TOKENS = 200;

  private final Projects projects;
  private final BookKinds kinds;
  private final Blueprints blueprints;
  private final Documents documents;
  private final Transcripts transcripts;
  private final Notebook notebook;
  private final DraftQueue queue;
  private final Rankings rankings;
  private final JsonMapper json;
  private final int packTokens;

  public Briefs(
      Projects projects,
      BookKinds kinds,
      Blueprints blueprints,
      Documents documents,
      Transcripts transcripts,
      Notebook notebook,
      DraftQueue queue,
      Rankings rankings,
      JsonMapper json,
      Settings settings) {
    this.projects = projects;
    this.kinds = kinds;
    this.blueprints = blueprints;
    this.documents = documents;
    this.transcripts = transcripts;
    this.notebook = notebook;
    this.queue = queue;
    this.rankings = rankings;
    this.json = json;
    this.packTokens = settings.number(Setting.DRAFTING_PACK_TOKENS, LEAST_TOKENS);
  }

  /// Reads everything in the caller's transaction, which is one snapshot.
  ///
  /// @return empty where the blueprint is not committed: nothing is drafted then
  public Optional<Read> read(DraftJob job) {
    Blueprint blueprint = blueprints.of(job.project());
    if (blueprint.committedAt().isEmpty()) {
      return Optional.empty();
    }
    Project project = projects.find(job.project()).orElseThrow();
    BookKind kind = kinds.find(project.kind()).orElseThrow();
    Document document = documents.current(job.project());
    Optional<Refinement> refinement = Refinement.of(job);
    Through before = through(job);
    List<ConversationItem> pointed = pointedAt(job);
    Reading conversation = rankings.read(job.project(), project.language());
    var brief =
        new Brief(
            project.language(),
            blueprint.answers(),
            document.sections().stream().map(section -> brief(section, kind)).toList(),
            refinement.isPresent() ? List.of() : material(job, before, pointed),
            notebook.notes(job.project(), NOTES).reversed(),
            notebook.open(job.project(), TODOS).reversed(),
            document.summary(),
            job.promptContext(),
            targetWords(job),
            refinement);
    Through through = refinement.isPresent() ? before : conversation.through();
    return Optional.of(
        new Read(
            brief,
            document.version(),
            through,
            pointed,
            transcripts.tellings(job.project(), before),
            conversation));
  }

  /// Ranks what was read, and gives each section what it may cite. Where the packs do not hold all
  /// that is new, the brief is about its beginning, and has read no further. A refinement is made
  /// from all that was said, and leaves what is new to the next update. Call it with no transaction
  /// open.
  ///
  /// @param model who is going to read it
  public Assembled assemble(Read read, DraftModel model) {
    Brief bare = read.bare();
    boolean all = model.readsEverything();
    // Whoever reads everything has only to place it, for which words do; meanings would cost more
    // than all the rest of such a draft.
    Ranked ranked = all ? rankings.byWords(read.conversation()) : rankings.of(read.conversation());
    int tokens = all ? Packs.UNBOUNDED : packTokens;
    var packs = new Packs(ranked, bare.language(), tokens);
    return bare.refinement()
        .map(task -> {
          var sections = packs.forRefinement(bare.sections(), task, read.pointed());
          Brief brief = bare.with(sections, ranked.items());
          return new Assembled(brief, read.base(), read.through(), false);
        })
        .orElseGet(() -> {
          Packs.Packed packed = packs.forUpdate(bare.sections(), read.told(), ids(read.pointed()));
          return read.without(packed.unread(), packed.sections());
        });
  }

  private static Set<ItemId> ids(List<ConversationItem> items) {
    return items.stream().map(ConversationItem::id).collect(Collectors.toSet());
  }

  private Through through(DraftJob job) {
    return queue
        .through(job.project())
        .map(text -> json.readValue(text, Through.class))
        .orElse(Through.NOTHING);
  }

  /// What was said since then and what the request points to, in the order it was said.
  private List<ConversationItem> material(
      DraftJob job, Through before, List<ConversationItem> pointed) {
    Set<ConversationItem> material = new HashSet<>(pointed);
    material.addAll(transcripts.since(job.project(), before));
    return material.stream().sorted(ConversationItem.IN_ORDER).toList();
  }

  private List<ConversationItem> pointedAt(DraftJob job) {
    Set<ItemId> named = new HashSet<>(job.messagePointers());
    job.transcriptAnchors().forEach(anchor -> named.add(anchor.item()));
    return named.isEmpty()
        ? List.of()
        : transcripts.find(job.project(), named).values().stream()
            .sorted(ConversationItem.IN_ORDER)
            .toList();
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
