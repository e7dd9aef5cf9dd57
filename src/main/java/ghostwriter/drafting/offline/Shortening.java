package ghostwriter.drafting.offline;

import ghostwriter.document.Block;
import ghostwriter.document.Origin;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.Sentences;
import ghostwriter.drafting.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Chooses what goes when a section is to be shorter: of its drafted paragraphs, the ones least
/// worth keeping. What a person wrote stays, and so does one paragraph at least.
final class Shortening {
  /// Without a number, a section loses this share of its words.
  private static final double SHARE = 1 / 3.0;

  private final Salience salience;
  private final Sentences sentences;
  private final Locale language;

  Shortening(Talk talk, Sentences sentences, Locale language) {
    this.salience = new Salience(talk.sentences());
    this.sentences = sentences;
    this.language = language;
  }

  /// The blocks to take out, the weakest first.
  List<Block> of(SectionBrief section, Wish wish) {
    int all = section.blocks().stream().mapToInt(Shortening::words).sum();
    double aim = wish.words() > 0 ? all - wish.words() : all * SHARE;
    List<Block> out = new ArrayList<>();
    int gone = 0;
    for (Block block : weakest(section, wish)) {
      boolean last = out.size() == section.blocks().size() - 1;
      boolean tooMuch = !out.isEmpty() && gone + words(block) > 1.5 * aim;
      if (!last && !tooMuch && gone < aim) {
        out.add(block);
        gone += words(block);
      }
    }
    return out;
  }

  private List<Block> weakest(SectionBrief section, Wish wish) {
    Map<Block, Double> worth = new HashMap<>();
    section.blocks().stream()
        .filter(block -> block.origin() == Origin.DRAFT && !block.touched())
        .filter(block -> wish.isAbout(block.content().markdown().text()))
        .forEach(block -> worth.put(block, worth(block)));
    return section.blocks().stream()
        .filter(worth::containsKey)
        .sorted(Comparator.comparingDouble(block -> worth.getOrDefault(block, 0.0)))
        .toList();
  }

  private double worth(Block block) {
    String text = block.content().markdown().text();
    Map<String, String> pool = new HashMap<>();
    double sum = 0;
    for (Span span : sentences.of(text, language)) {
      var sentence = Sentence.of(0, span.from(), text.substring(span.from(), span.to()), pool);
      sum += salience.of(sentence) * sentence.words();
    }
    return sum / Math.max(1, words(block));
  }

  private static int words(Block block) {
    return block.content().markdown().count();
  }
}
