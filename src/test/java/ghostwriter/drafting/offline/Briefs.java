package ghostwriter.drafting.offline;

import ghostwriter.document.Block;
import ghostwriter.document.Edit.Insert;
import ghostwriter.document.Origin;
import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.Talks;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Briefs for tests: from the samples, and from a few lines.
final class Briefs {
  private Briefs() {}

  static Brief memoir() {
    return of("memoir", Talks.interview());
  }

  static Brief article() {
    return of("article", Talks.meeting());
  }

  /// A book of which nothing is written; each section has all the material as evidence.
  static Brief of(String kind, List<ConversationItem> material) {
    List<SectionBrief> sections =
        Talks.outline(kind).stream().map(section -> section.with(material)).toList();
    return new Brief(Locale.ENGLISH, Map.of(), sections, material, 0);
  }

  static Brief with(Brief brief, List<ConversationItem> material, int targetWords) {
    List<SectionBrief> sections =
        brief.sections().stream().map(section -> section.with(material)).toList();
    return new Brief(brief.language(), brief.blueprint(), sections, material, targetWords);
  }

  /// The brief of the next run: the answer's paragraphs stand in their sections.
  static Brief after(Brief brief, Drafted answer) {
    List<SectionBrief> sections = new ArrayList<>();
    for (SectionBrief section : brief.sections()) {
      List<Block> blocks = new ArrayList<>(section.blocks());
      answer.edits().stream()
          .map(Insert.class::cast)
          .filter(insert -> insert.section().equals(section.id()))
          .forEach(insert -> place(insert, blocks));
      sections.add(
          new SectionBrief(section.id(), section.heading(), section.guide(), blocks)
              .with(section.evidence()));
    }
    return brief.with(sections);
  }

  private static void place(Insert insert, List<Block> blocks) {
    int at = 0;
    for (int i = 0; i < blocks.size(); i++) {
      at = blocks.get(i).id().equals(insert.after()) ? i + 1 : at;
    }
    if (insert.after() != null && at == 0) {
      throw new AssertionError("The block to insert behind is not there.");
    }
    var revision = new RevisionId(new UUID(3, blocks.size()));
    blocks.add(
        at, new Block(insert.block(), revision, insert.content(), Origin.DRAFT, false, null));
  }
}
