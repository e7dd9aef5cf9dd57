package ghostwriter.drafting.claims;

import ghostwriter.document.Content;
import ghostwriter.document.Doubt;
import ghostwriter.document.Edit;
import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Answer.Question;
import ghostwriter.drafting.Brief;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Marks in a draft what its sources do not bear out, and asks the client about it.
@Component
public final class Marking {
  /// How many turns before an answer may tell what was asked.
  public static final int BEFORE = 2;

  /// More than that at once nobody wants to be asked.
  private static final int QUESTIONS = 3;

  private final ClaimCheck check;

  public Marking(ClaimCheck check) {
    this.check = check;
  }

  /// The same draft with its doubts, and a question for the first of them in each section.
  ///
  /// @param items the items that the draft cites
  /// @param before the turns before each of them, [#BEFORE] at most
  public Drafted of(
      Brief brief,
      Drafted drafted,
      Map<ItemId, ConversationItem> items,
      Map<ItemId, List<ConversationItem>> before) {
    var cited = new Cited(brief, items, before);
    List<Edit> edits = drafted.edits().stream().map(edit -> marked(edit, cited, brief)).toList();
    Map<SectionId, Question> asked = new LinkedHashMap<>();
    for (Edit edit : edits) {
      question(edit, cited)
          .filter(_ -> asked.size() < QUESTIONS)
          .ifPresent(question -> asked.putIfAbsent(question.section(), question));
    }
    List<Question> questions = new ArrayList<>(drafted.questions());
    questions.addAll(asked.values());
    return drafted.with(edits, questions);
  }

  private Edit marked(Edit edit, Cited cited, Brief brief) {
    return switch (edit) {
      case Edit.Insert(var section, var after, var block, var content) ->
          new Edit.Insert(section, after, block, marked(content, cited, brief));
      case Edit.Replace(var block, var content) ->
          new Edit.Replace(block, marked(content, cited, brief));
      default -> edit;
    };
  }

  private Content marked(Content content, Cited cited, Brief brief) {
    return content.doubted(
        check.doubts(
            content.markdown().text(), cited.testimony(content.sources()), brief.language()));
  }

  private static Optional<Question> question(Edit edit, Cited cited) {
    return section(edit, cited)
        .flatMap(section -> edit.wording().flatMap(content -> question(section, content)));
  }

  private static Optional<SectionId> section(Edit edit, Cited cited) {
    return edit instanceof Edit.Insert insert
        ? Optional.of(insert.section())
        : edit.changed().flatMap(cited::sectionOf);
  }

  private static Optional<Question> question(SectionId section, Content content) {
    return content.doubts().stream()
        .findFirst()
        .map(doubt -> new Question(section, new Words(ask(doubt, content.markdown().text()))));
  }

  private static String ask(Doubt doubt, String text) {
    String about = doubt.about().text();
    return switch (doubt.kind()) {
      case NUMBER, NAME ->
          "I wrote “%s”, but I did not find “%s” in what you told me: is it right?"
              .formatted(Excerpt.around(text, doubt), about);
      case NEGATION ->
          "I wrote “%s”: is it so, or the other way round?".formatted(Excerpt.around(text, doubt));
      case UNSUPPORTED ->
          "I wrote “%s”, but I did not find it in what you told me: is it so?".formatted(about);
    };
  }
}
