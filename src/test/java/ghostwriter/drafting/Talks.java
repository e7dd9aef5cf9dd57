package ghostwriter.drafting;

import ghostwriter.document.Block;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.project.BookKinds;
import ghostwriter.recording.Reading.Read;
import ghostwriter.recording.RecordingReader;
import ghostwriter.recording.Turn;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Role;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Conversations, outlines and briefs for tests.
public final class Talks {
  private static final Path INTERVIEW = Path.of("samples/lighthouse-keeper.txt");
  private static final Path MEETING = Path.of("samples/qmsum/education_10.json");
  private static final SessionId SESSION = new SessionId(new UUID(1, 1));

  private Talks() {}

  /// The sample interview with a lighthouse keeper.
  public static List<ConversationItem> interview() {
    return items("Alasdair Rennie", turns(INTERVIEW));
  }

  /// The sample meeting, where everybody's words are evidence.
  public static List<ConversationItem> meeting() {
    return items("", turns(MEETING));
  }

  /// @param lines each `Name: words`; those of Ann are evidence
  public static List<ConversationItem> of(String... lines) {
    List<Turn> turns = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(": ", 2);
      turns.add(new Turn(turns.size() + 1, parts[0], new Words(parts[1])));
    }
    return items("Ann", turns);
  }

  /// The empty sections of a kind of book.
  public static List<SectionBrief> outline(String kind) {
    var outline = new BookKinds().find(kind).orElseThrow().outline();
    List<SectionBrief> sections = new ArrayList<>();
    for (var entry : outline) {
      var id = new SectionId(new UUID(2, sections.size()));
      sections.add(new SectionBrief(id, entry.heading(), entry, List.<Block>of()));
    }
    return sections;
  }

  /// A brief for one section that is to be done over.
  public static Brief refining(Brief brief, SectionId section, String instruction) {
    return new Brief(
        brief.language(),
        brief.blueprint(),
        brief.sections(),
        brief.material(),
        brief.notes(),
        brief.todos(),
        brief.summary(),
        brief.context(),
        brief.targetWords(),
        Optional.of(new Refinement(section, new Words(instruction))));
  }

  private static List<Turn> turns(Path file) {
    try {
      return ((Read) new RecordingReader().read(file.toString(), Files.readAllBytes(file)))
          .recording()
          .turns();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ConversationItem> items(String client, List<Turn> turns) {
    List<ConversationItem> items = new ArrayList<>();
    for (Turn turn : turns) {
      int number = items.size() + 1;
      boolean evidence = client.isEmpty() || turn.speaker().equals(client);
      var id = new ItemId(SESSION, "imported_" + number);
      items.add(
          new ConversationItem(id, number, 1, Role.USER, turn.speaker(), evidence, turn.text()));
    }
    return items;
  }
}
