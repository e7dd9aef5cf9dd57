package ghostwriter.drafting;

import ghostwriter.document.Block;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Grounding;
import ghostwriter.drafting.Answer.Question;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which of a model's edits may go into the document, whatever model it is: only what rests on the
/// evidence it was given. A section without evidence gets a question, never prose.
///
/// @param questions what to ask the client where prose was refused for want of evidence
record Admission(List<Edit> admitted, List<Edit> refused, List<Question> questions) {
  Admission {
    admitted = List.copyOf(admitted);
    refused = List.copyOf(refused);
    questions = List.copyOf(questions);
  }

  static Admission of(Brief brief, List<Edit> edits) {
    return new Check(brief).of(edits);
  }

  private static final class Check {
    private final Map<SectionId, SectionBrief> sections = new HashMap<>();
    private final Map<BlockId, Set<ItemId>> cited = new HashMap<>();
    private final Set<ItemId> evidence = new HashSet<>();
    private final Set<Question> questions = new LinkedHashSet<>();

    Check(Brief brief) {
      for (SectionBrief section : brief.sections()) {
        sections.put(section.id(), section);
        section.blocks().forEach(block -> cited.put(block.id(), items(block)));
        section.evidence().stream()
            .filter(ConversationItem::client)
            .forEach(item -> evidence.add(item.id()));
      }
    }

    private static Set<ItemId> items(Block block) {
      Set<ItemId> items = new HashSet<>();
      block.content().sources().forEach(source -> items.add(source.item()));
      return items;
    }

    /// What was to go behind a block that is refused, goes where that one would have gone.
    Admission of(List<Edit> edits) {
      Map<BlockId, Optional<BlockId>> absent = new HashMap<>();
      List<Edit> admitted = new ArrayList<>();
      List<Edit> refused = new ArrayList<>();
      for (Edit edit : edits) {
        if (isGrounded(edit)) {
          admitted.add(moved(edit, absent));
        } else {
          refused.add(edit);
          if (moved(edit, absent) instanceof Edit.Insert insert) {
            absent.put(insert.block(), Optional.ofNullable(insert.after()));
          }
        }
      }
      return new Admission(admitted, refused, List.copyOf(questions));
    }

    private static Edit moved(Edit edit, Map<BlockId, Optional<BlockId>> absent) {
      return edit instanceof Edit.Insert(var section, var after, var block, var content)
              && after != null
              && absent.containsKey(after)
          ? new Edit.Insert(
              section, absent.getOrDefault(after, Optional.empty()).orElse(null), block, content)
          : edit;
    }

    private boolean isGrounded(Edit edit) {
      return switch (edit) {
        case Edit.Insert insert -> isHeard(insert.section()) && rests(insert.content(), Set.of());
        case Edit.Replace replace ->
            rests(replace.content(), cited.getOrDefault(replace.block(), Set.of()));
        case Edit.Reaffirm reaffirm ->
            isOf(reaffirm.sources(), cited.getOrDefault(reaffirm.block(), Set.of()));
        default -> true;
      };
    }

    /// Whether anything said concerns a section; nobody knows of one that the draft adds itself.
    private boolean isHeard(SectionId id) {
      SectionBrief section = sections.get(id);
      if (section == null) {
        return !evidence.isEmpty();
      }
      if (section.evidence().isEmpty() && section.blocks().isEmpty()) {
        questions.add(new Question(id, new Words(section.guide().question())));
      }
      return !section.evidence().isEmpty();
    }

    /// @param own what a block rested on before
    private boolean rests(Content content, Set<ItemId> own) {
      return content.grounding() == Grounding.CONNECTIVE
          ? content.sources().isEmpty()
          : !content.sources().isEmpty() && isOf(content.sources(), own);
    }

    private boolean isOf(List<Source> sources, Set<ItemId> own) {
      return sources.stream()
          .map(Source::item)
          .allMatch(item -> evidence.contains(item) || own.contains(item));
    }
  }
}
