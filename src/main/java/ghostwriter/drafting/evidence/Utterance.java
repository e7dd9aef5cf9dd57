package ghostwriter.drafting.evidence;

import ghostwriter.drafting.Terms;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.SessionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A turn as it is ranked.
///
/// @param speaker empty where it does not matter
/// @param begins whether nothing said before has to do with it: a session's first turn
public record Utterance(String speaker, String text, boolean begins) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// A conversation's turns; each session begins anew.
  ///
  /// @param items in the order of the conversation
  public static List<Utterance> of(List<ConversationItem> items) {
    return of(items, List.of());
  }

  /// Turns that follow others.
  static List<Utterance> of(List<ConversationItem> items, List<ConversationItem> earlier) {
    List<Utterance> turns = new ArrayList<>();
    Optional<SessionId> before =
        earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.getLast().id().session());
    for (ConversationItem item : items) {
      Optional<SessionId> session = Optional.of(item.id().session());
      turns.add(new Utterance(item.speaker(), item.text().text(), !session.equals(before)));
      before = session;
    }
    return turns;
  }

  /// A text that stands for itself.
  static Utterance apart(String text) {
    return new Utterance("", text, true);
  }

  /// The content words, the speaker's name among them.
  List<String> terms(Locale language) {
    List<String> terms = new ArrayList<>(Terms.of(speaker, language));
    terms.addAll(Terms.of(text, language));
    return terms;
  }

  /// How long it is, in words, at least 1.
  int words() {
    return SPACE.split(text.strip()).length;
  }
}
