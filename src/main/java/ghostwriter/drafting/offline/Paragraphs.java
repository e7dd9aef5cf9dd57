package ghostwriter.drafting.offline;

import ghostwriter.drafting.offline.Paragraph.Stretch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Groups the passages of one section into paragraphs of some 40 to 140 words, one speaker each, in
/// the order in which they were told.
final class Paragraphs {
  private static final int SHORT = 40;
  private static final int LONG = 140;

  /// A short paragraph takes in what the speaker said this many turns later.
  private static final int NOT_FAR = 8;

  private final Talk talk;

  Paragraphs(Talk talk) {
    this.talk = talk;
  }

  /// @param passages in order
  List<Paragraph> of(List<Passage> passages) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Stretch stretch : stretches(passages)) {
      if (!paragraphs.isEmpty() && joins(paragraphs.getLast(), stretch)) {
        List<Stretch> longer = new ArrayList<>(paragraphs.getLast().stretches());
        longer.add(stretch);
        paragraphs.set(paragraphs.size() - 1, new Paragraph(longer));
      } else {
        paragraphs.add(new Paragraph(List.of(stretch)));
      }
    }
    return paragraphs;
  }

  private List<Stretch> stretches(List<Passage> passages) {
    List<Stretch> stretches = new ArrayList<>();
    List<Sentence> open = new ArrayList<>();
    boolean begins = true;
    for (int i = 0; i < passages.size(); i++) {
      for (Sentence sentence : passages.get(i).sentences()) {
        if (!open.isEmpty() && open.getLast().turn() != sentence.turn()) {
          close(open, begins, stretches);
          begins = false;
        }
        open.add(sentence);
      }
      boolean goesOn =
          i + 1 < passages.size()
              && passages.get(i + 1).isNextTo(passages.get(i))
              && talk.goesOn(passages.get(i + 1).first());
      if (!goesOn) {
        close(open, begins, stretches);
      }
      begins = !goesOn || (begins && !open.isEmpty());
    }
    return stretches;
  }

  /// @param begins whether nothing goes before, so that a lead-in may be left away
  private static void close(List<Sentence> open, boolean begins, List<Stretch> stretches) {
    int leadIn = begins ? LeadIn.length(open.getFirst().text()) : 0;
    split(new Stretch(open, leadIn), stretches);
    open.clear();
  }

  /// Halves what is too long for one paragraph, where a sentence can open the next.
  private static void split(Stretch stretch, List<Stretch> into) {
    int cut = stretch.words() > LONG ? bestCut(stretch.sentences()) : 0;
    if (cut == 0) {
      into.add(stretch);
      return;
    }
    split(new Stretch(stretch.sentences().subList(0, cut), stretch.leadIn()), into);
    split(new Stretch(stretch.sentences().subList(cut, stretch.sentences().size()), 0), into);
  }

  private static int bestCut(List<Sentence> sentences) {
    int all = sentences.stream().mapToInt(Sentence::words).sum();
    int before = 0;
    int best = 0;
    double bestFit = 0;
    for (int i = 1; i < sentences.size(); i++) {
      before += sentences.get(i - 1).words();
      double balance = 1 - Math.abs(before - all / 2.0) / (all / 2.0);
      double fit = balance * Opening.of(sentences.get(i).text());
      if (fit > bestFit && sentences.get(i - 1).endsHard() && sentences.get(i).startsHard()) {
        bestFit = fit;
        best = i;
      }
    }
    return best;
  }

  private boolean joins(Paragraph paragraph, Stretch next) {
    Stretch last = paragraph.last();
    boolean direct = next.turn() == last.turn() && next.from() - last.to() <= 1;
    return !direct
        && talk.speaker(last.turn()).equals(talk.speaker(next.turn()))
        && paragraph.words() + next.words() <= LONG
        && staysWithIt(paragraph, next)
        && last.sentences().getLast().endsHard()
        && startsHard(next);
  }

  /// Whether one subject runs through both: no question came between, or they share words.
  private boolean staysWithIt(Paragraph paragraph, Stretch next) {
    int from = paragraph.last().turn();
    int distance = next.turn() - from;
    boolean shortOne = paragraph.words() < SHORT || next.words() < SHORT;
    return distance == 0
        || talk.standsBeside(paragraph.last().sentences().getLast(), next.sentences().getFirst())
        || (shortOne
            && distance <= NOT_FAR
            && !talk.isAskedBetween(from, next.turn())
            && sharesTerms(paragraph, next));
  }

  private static boolean sharesTerms(Paragraph paragraph, Stretch next) {
    Set<String> terms = new HashSet<>();
    paragraph.stretches().forEach(stretch -> addTerms(stretch, terms));
    Set<String> shared = new HashSet<>();
    addTerms(next, shared);
    shared.retainAll(terms);
    return shared.size() >= 2;
  }

  private static void addTerms(Stretch stretch, Set<String> terms) {
    stretch.sentences().forEach(sentence -> terms.addAll(sentence.terms()));
  }

  private boolean startsHard(Stretch stretch) {
    return Character.isUpperCase(talk.text(stretch.turn()).charAt(stretch.from()));
  }
}
