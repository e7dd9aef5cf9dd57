package ghostwriter.drafting;

import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Answer.Question;
import ghostwriter.drafting.Answer.Usage;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/// A model that answers as a test has told it to, in order; where the script ends, it takes every
/// item of the client over as a paragraph of the first section that has it as evidence.
final class ScriptedModel implements DraftModel {
  static final Usage USAGE = new Usage("scripted", 12, 34);

  /// The briefs it was given.
  final List<Brief> asked = new CopyOnWriteArrayList<>();

  private final Queue<DraftModel> script = new ConcurrentLinkedQueue<>();

  ScriptedModel then(DraftModel answer) {
    script.add(answer);
    return this;
  }

  /// Forgets what is left of the script.
  ScriptedModel clear() {
    script.clear();
    return this;
  }

  ScriptedModel thenFails(RuntimeException failure) {
    return then(_ -> {
      throw failure;
    });
  }

  /// Whether it costs money.
  boolean paid;

  @Override
  public boolean isPaid() {
    return paid;
  }

  /// Whether its packs have no bound.
  boolean readsEverything;

  @Override
  public boolean readsEverything() {
    return readsEverything;
  }

  @Override
  public Answer draft(Brief brief) {
    asked.add(brief);
    DraftModel next = script.poll();
    return next == null ? quoting(brief) : next.draft(brief);
  }

  static Drafted quoting(Brief brief) {
    List<Edit> edits =
        brief.material().stream()
            .filter(ConversationItem::client)
            .<Edit>map(item -> new Edit.Insert(section(brief, item), null, block(), quoted(item)))
            .toList();
    return drafted(edits);
  }

  private static SectionId section(Brief brief, ConversationItem item) {
    return brief.sections().stream()
        .filter(section -> section.evidence().contains(item))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No section has the item as evidence."))
        .id();
  }

  static Drafted drafted(List<Edit> edits, Question... questions) {
    return new Drafted(edits, List.of(questions), new Words("I wrote it down."), USAGE);
  }

  static BlockId block() {
    return new BlockId(UUID.randomUUID());
  }

  static Content quoted(ConversationItem item) {
    var source = new Source(item.id(), item.revision(), 0, item.text().text().length());
    return new Content(BlockKind.PARAGRAPH, item.text(), Grounding.SOURCED, List.of(source));
  }

  static Content connective(String text) {
    return new Content(BlockKind.PARAGRAPH, new Words(text), Grounding.CONNECTIVE, List.of());
  }
}
