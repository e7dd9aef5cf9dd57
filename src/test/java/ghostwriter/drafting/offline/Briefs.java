package ghostwriter.drafting.offline;

import ghostwriter.document.Block;
import ghostwriter.document.Edit.Insert;
import ghostwriter.document.Origin;
import ghostwriter.drafting.Answer.Drafted;
import ghostwriter.drafting.Brief;
import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.recording.Reading.Read;
import ghostwriter.recording.Reading.Unreadable;
import ghostwriter.recording.RecordingReader;
import ghostwriter.recording.Turn;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.transcript.Role;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Briefs for tests: from the samples, and from a few lines.
final class Briefs {
  static final Path INTERVIEW = Path.of("samples/lighthouse-keeper.txt");
  static final Path MEETING = Path.of("samples/qmsum/education_10.json");
  static final String CLIENT = "Alasdair Rennie";

  private static final SessionId SESSION = new SessionId(new UUID(1, 1));

  private Briefs() {}

  static Brief memoir() {
    return of("memoir", items(INTERVIEW, CLIENT));
  }

  static Brief article() {
    return of("article", items(MEETING, ""));
  }

  static Brief of(String kind, List<ConversationItem> material) {
    BookKind book = new BookKinds().find(kind).orElseThrow();
    List<SectionBrief> sections = new ArrayList<>();
    for (int s = 0; s < book.outline().size(); s++) {
      var entry = book.outline().get(s);
      sections.add(
          new SectionBrief(new SectionId(new UUID(2, s)), entry.heading(), entry, List.of())
              .with(material));
    }
    return new Brief(Locale.ENGLISH, Map.of(), sections, material, 0);
  }

  /// @param client whose words are evidence; everybody's where it is empty
  static List<ConversationItem> items(Path file, String client) {
    try {
      return switch (new RecordingReader().read(file.toString(), Files.readAllBytes(file))) {
        case Read(var recording) -> items(recording.turns(), client);
        case Unreadable(String sentence) -> throw new AssertionError(sentence);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param lines each `Name: words`
  static List<ConversationItem> items(String client, String... lines) {
    List<Turn> turns = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(": ", 2);
      turns.add(new Turn(turns.size() + 1, parts[0], new Words(parts[1])));
    }
    return items(turns, client);
  }

  private static List<ConversationItem> items(List<Turn> turns, String client) {
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
