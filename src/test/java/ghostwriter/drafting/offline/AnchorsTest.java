package ghostwriter.drafting.offline;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Block;
import ghostwriter.document.BlockKind;
import ghostwriter.document.Content;
import ghostwriter.document.Grounding;
import ghostwriter.document.Origin;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.Sentences;
import ghostwriter.drafting.Talks;
import ghostwriter.drafting.offline.Paragraph.Stretch;
import ghostwriter.project.BookKind.OutlineEntry;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnchorsTest {
  private static final List<ConversationItem> ITEMS =
      Talks.of("Ann: First thing.", "Ann: Second thing.", "Ann: Third thing.");
  private static final ItemId EARLIER = new ItemId(new SessionId(new UUID(9, 9)), "item_1");

  private final Talk talk = new Talk(ITEMS, Locale.ENGLISH, new Sentences());

  @Test
  void aParagraphGoesBehindWhatWasToldBefore() {
    Block first = block(1, ITEMS.getFirst().id());
    Block third = block(2, ITEMS.getLast().id());

    assertThat(anchorOfSecond(first, third)).isEqualTo(first);
    assertThat(anchorOfSecond(third)).isNull();
    assertThat(anchorOfSecond()).isNull();
  }

  @Test
  void anEarlierConversationCountsAsToldBefore() {
    Block earlier = block(1, EARLIER);

    assertThat(anchorOfSecond(earlier, block(2, ITEMS.getLast().id()))).isEqualTo(earlier);
  }

  @Test
  void whatAHumanAddedStaysWithTheBlockAboveIt() {
    Block first = block(1, ITEMS.getFirst().id());
    Block human = block(2);
    Block third = block(3, ITEMS.getLast().id());

    assertThat(anchorOfSecond(first, human, third)).isEqualTo(human);
    assertThat(anchorOfSecond(third, human)).isNull();
    assertThat(anchorOfSecond(human)).isEqualTo(human);
  }

  private @Nullable Block anchorOfSecond(Block... blocks) {
    var guide = new OutlineEntry("H", "", "What?");
    var section = new SectionBrief(new SectionId(new UUID(5, 5)), "H", guide, List.of(blocks));
    var second = new Paragraph(List.of(new Stretch(talk.sentencesOf(1), 0)));
    return new Anchors(talk)
        .before(second, section)
        .map(
            id -> List.of(blocks).stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow())
        .orElse(null);
  }

  private static Block block(int number, ItemId... items) {
    List<Source> sources = List.of(items).stream().map(item -> new Source(item, 1, 0, 5)).toList();
    var content =
        new Content(BlockKind.PARAGRAPH, new Words("Some words."), Grounding.SOURCED, sources);
    var id = new UUID(4, number);
    return new Block(new BlockId(id), new RevisionId(id), content, Origin.DRAFT, false, null);
  }
}
