package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks at what edits did to a document, and at what they had no right to do.
final class Witness {
  private record Standing(SectionId section, Block block) {}

  private final Map<BlockId, Standing> then;
  private final Map<BlockId, Standing> now;

  private Witness(Document before, Document after) {
    then = standings(before);
    now = standings(after);
  }

  /// A version's sections and blocks, whole, without the marks that no version keeps.
  static List<List<Object>> text(Document document) {
    return document.sections().stream()
        .map(section -> List.<Object>of(section.id(), section.heading(), section.blocks()))
        .toList();
  }

  private static Map<BlockId, Standing> standings(Document document) {
    Map<BlockId, Standing> standings = new LinkedHashMap<>();
    Set<SectionId> sections = new HashSet<>();
    for (Section section : document.sections()) {
      require(sections.add(section.id()), "a section stands in it once");
      for (Block block : section.blocks()) {
        var standing = new Standing(section.id(), block);
        require(standings.put(block.id(), standing) == null, "a block stands in it once");
      }
    }
    return standings;
  }

  /// What people do: everything is as they say and the rest as it was, untouched marks, sources and
  /// all; nothing is gone but what they removed, as they had seen it.
  static void ofHand(
      Document base, Document before, List<Edit> edits, ApplyResult result, Document after) {
    var witness = new Witness(before, after);
    versionsDiffer(result, before, after);
    List<Edit> placed = placed(edits, result);
    witness.nothingElseChanged(placed);
    witness.whatChangedHadBeenSeen(base, placed);
    Map<BlockId, Standing> seen = standings(base);
    witness.then.keySet().stream()
        .filter(block -> !witness.now.containsKey(block))
        .forEach(block -> require(removed(block, placed, seen), "only what was removed is gone"));
    witness.whatWasWrittenStands(placed);
    witness.sourcesStay(placed);
  }

  private static boolean removed(BlockId block, List<Edit> edits, Map<BlockId, Standing> seen) {
    Standing then = seen.get(block);
    boolean own = edits.stream().anyMatch(edit -> block.equals(writtenOrMoved(edit)));
    return edits.stream()
        .anyMatch(edit ->
            switch (edit) {
              case Edit.Remove remove -> remove.block().equals(block);
              case Edit.RemoveSection(var section) ->
                  own || (then != null && then.section().equals(section));
              default -> false;
            });
  }

  /// The last that was said of a block in one go is what stands.
  private void whatWasWrittenStands(List<Edit> placed) {
    Map<BlockId, Content> last = new HashMap<>();
    for (Edit edit : placed) {
      switch (edit) {
        case Edit.Insert insert -> last.put(insert.block(), insert.content());
        case Edit.Replace replace -> last.put(replace.block(), replace.content());
        case Edit.Remove remove -> last.remove(remove.block());
        case Edit.RemoveSection _ -> last.clear();
        default -> {}
      }
    }
    last.forEach((block, content) ->
        require(
            content.markdown().equals(standing(now, block).block().content().markdown()),
            "what was written stands"));
  }

  /// What drafts do: what a human wrote and what is locked is as it was and where it was, the
  /// outline keeps its names and its order, and an edit without a place is handed back.
  static void ofDraft(
      Document base,
      Document before,
      List<Edit> edits,
      Optional<ApplyResult> result,
      Document after) {
    if (result.isEmpty()) {
      require(after.equals(before), "a draft lands once");
      return;
    }
    var witness = new Witness(before, after);
    versionsDiffer(result.get(), before, after);
    List<Edit> placed = placed(edits, result.get());
    witness.nothingElseChanged(placed);
    witness.whatChangedHadBeenSeen(base, placed);
    for (Section section : before.sections()) {
      for (Block block : section.blocks()) {
        if (block.touched() || section.locked()) {
          require(
              new Standing(section.id(), block).equals(witness.now.get(block.id())),
              "what is a human's or locked is left alone");
        }
      }
    }
    require(headings(after).containsAll(headings(before)), "no heading is lost");
    Set<SectionId> known = new HashSet<>(ids(before));
    require(
        ids(after).stream().filter(known::contains).toList().equals(ids(before)),
        "the order of the outline is people's");
    require(placed.stream().noneMatch(Witness::isForPeople), "the outline is people's");
    witness.whatWasWrittenStands(placed);
  }

  /// What the way back to an earlier version does to locks: none is opened, and what is locked
  /// stays so, also where its section goes.
  static void ofReturn(Document before, Document after) {
    var witness = new Witness(before, after);
    Set<SectionId> wereLocked = locked(before);
    Set<SectionId> areLocked = locked(after);
    List<SectionId> there = ids(after);
    require(
        areLocked.containsAll(wereLocked.stream().filter(there::contains).toList()),
        "no lock is opened");
    witness.now.forEach((id, standing) -> {
      Standing then = witness.then.get(id);
      if (then != null && wereLocked.contains(then.section()) && !there.contains(then.section())) {
        require(areLocked.contains(standing.section()), "a lock outlives its section");
      }
    });
  }

  private static Set<SectionId> locked(Document document) {
    Set<SectionId> locked = new HashSet<>();
    document.sections().stream()
        .filter(Section::locked)
        .forEach(section -> locked.add(section.id()));
    return locked;
  }

  private static boolean isForPeople(Edit edit) {
    return switch (edit) {
      case Edit.RenameSection _,
          Edit.MoveSection _,
          Edit.RemoveSection _,
          Edit.SplitSection _,
          Edit.MergeSection _ ->
          true;
      default -> false;
    };
  }

  private static List<List<Object>> headings(Document document) {
    return document.sections().stream()
        .map(section -> List.<Object>of(section.id(), section.heading(), section.locked()))
        .toList();
  }

  private static List<SectionId> ids(Document document) {
    return document.sections().stream().map(Section::id).toList();
  }

  /// Blocks that no edit wrote to are the same to the last sign: id, revision, sources, origin,
  /// whether a human touched them. New are only those that were inserted.
  private void nothingElseChanged(List<Edit> placed) {
    Set<BlockId> written = new HashSet<>();
    placed.stream().map(Witness::written).filter(Objects::nonNull).forEach(written::add);
    now.forEach((block, standing) -> {
      if (!written.contains(block)) {
        require(standing.block().equals(standing(then, block).block()), "the rest is as it was");
      }
    });
  }

  /// Nobody writes over a wording that was not in the version they wrote against.
  private void whatChangedHadBeenSeen(Document base, List<Edit> placed) {
    Map<BlockId, Standing> seen = standings(base);
    Set<BlockId> own = new HashSet<>();
    for (Edit edit : placed) {
      BlockId changed = changed(edit);
      if (changed != null && own.add(changed)) {
        RevisionId revision = standing(then, changed).block().revision();
        require(
            revision.equals(standing(seen, changed).block().revision()),
            "what was changed had been seen");
      }
      if (edit instanceof Edit.Insert insert) {
        own.add(insert.block());
      }
    }
  }

  private static @Nullable BlockId changed(Edit edit) {
    return switch (edit) {
      case Edit.Replace replace -> replace.block();
      case Edit.Remove remove -> remove.block();
      case Edit.Move move -> move.block();
      case Edit.Reaffirm reaffirm -> reaffirm.block();
      default -> null;
    };
  }

  /// A person's new wording rests on the words that the old one rested on, as the person says that
  /// they are worded now; what is only said to be right stays as it reads.
  private void sourcesStay(List<Edit> placed) {
    Set<BlockId> worded = new HashSet<>();
    Set<BlockId> sourced = new HashSet<>();
    for (Edit edit : placed) {
      switch (edit) {
        case Edit.Insert insert -> {
          worded.add(insert.block());
          sourced.add(insert.block());
        }
        case Edit.Replace replace -> {
          worded.add(replace.block());
          if (!replace.content().sources().isEmpty()) {
            sourced.add(replace.block());
          }
        }
        case Edit.Reaffirm reaffirm -> sourced.add(reaffirm.block());
        default -> {}
      }
    }
    now.forEach((id, standing) -> {
      Block block = standing.block();
      if (!worded.contains(id)) {
        require(reading(block).equals(reading(standing(then, id).block())), "wordings stay");
      }
      if (!sourced.contains(id)) {
        List<Source> sources = standing(then, id).block().content().sources();
        require(block.content().sources().equals(sources), "sources stay");
      }
    });
  }

  private static List<Object> reading(Block block) {
    return List.of(block.content().markdown(), block.origin(), block.touched());
  }

  private static Standing standing(Map<BlockId, Standing> standings, BlockId block) {
    Standing standing = standings.get(block);
    require(standing != null, "the block is there");
    return Objects.requireNonNull(standing);
  }

  private static @Nullable BlockId written(Edit edit) {
    return switch (edit) {
      case Edit.Insert insert -> insert.block();
      case Edit.Replace replace -> replace.block();
      case Edit.Reaffirm reaffirm -> reaffirm.block();
      default -> null;
    };
  }

  private static @Nullable BlockId writtenOrMoved(Edit edit) {
    return edit instanceof Edit.Move move ? move.block() : written(edit);
  }

  private static List<Edit> placed(List<Edit> edits, ApplyResult result) {
    Set<Edit> unplaced = Collections.newSetFromMap(new IdentityHashMap<>());
    result.unplaced().forEach(one -> unplaced.add(one.edit()));
    List<Edit> placed = edits.stream().filter(edit -> !unplaced.contains(edit)).toList();
    if (result instanceof ApplyResult.Applied applied) {
      require(placed.size() == applied.edits(), "each edit is placed or handed back");
    }
    return placed;
  }

  private static void versionsDiffer(ApplyResult result, Document before, Document after) {
    switch (result) {
      case ApplyResult.Applied _ ->
          require(!text(after).equals(text(before)), "a version is not as the one before");
      case ApplyResult.Unchanged _ ->
          require(after.equals(before), "what changes nothing makes no version");
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("It must hold that " + what + ".");
    }
  }
}
