package ghostwriter.web;

import ghostwriter.document.Change;
import ghostwriter.document.DocumentDiff;
import ghostwriter.document.DocumentDiff.BlockDiff;
import ghostwriter.document.DocumentDiff.SectionDiff;
import ghostwriter.document.Part;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.SectionId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What changed between two versions of a document.
record DiffView(int from, int to, List<SectionView> sections) {
  record SectionView(
      SectionId id,
      String heading,
      @Nullable String headingBefore,
      String change,
      boolean moved,
      List<BlockView> blocks) {}

  record BlockView(BlockId id, String change, boolean moved, List<PartView> parts) {}

  record PartView(String change, String text) {
    static PartView of(Part part) {
      return new PartView(word(part.change()), part.text().text());
    }
  }

  static DiffView of(DocumentDiff diff) {
    return new DiffView(
        diff.from(), diff.to(), diff.sections().stream().map(DiffView::view).toList());
  }

  private static SectionView view(SectionDiff section) {
    return new SectionView(
        section.id(),
        section.heading(),
        section.headingBefore().orElse(null),
        word(section.change()),
        section.moved(),
        section.blocks().stream().map(DiffView::view).toList());
  }

  private static BlockView view(BlockDiff block) {
    return new BlockView(
        block.id(),
        word(block.change()),
        block.moved(),
        block.parts().stream().map(PartView::of).toList());
  }

  private static String word(Change change) {
    return change.name().toLowerCase(Locale.ROOT);
  }
}
