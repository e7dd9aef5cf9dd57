package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.document.Block;
import ghostwriter.document.Content;
import ghostwriter.document.Edit;
import ghostwriter.document.Origin;
import ghostwriter.queue.DraftRequest;
import ghostwriter.queue.JobRecord;
import ghostwriter.queue.JobStatus;
import ghostwriter.testing.SteppingClock;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What a job that does one section over reads, and what it may change.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefinementRunTest {
  private final Workbench bench = new Workbench(new SteppingClock());
  private ProjectId project;
  private SectionId first;
  private SectionId second;

  @BeforeEach
  void aDraftedBook() {
    project = bench.house.project("memoir").id();
    var sections = bench.house.documents.current(project).sections();
    first = sections.getFirst().id();
    second = sections.get(1).id();
    bench.house.said(project, "We left our house by boat.", "My school stayed.");
    bench.draft(project, "the harbour");
  }

  @AfterAll
  void close() {
    bench.close();
  }

  @Test
  void theModelIsGivenTheTaskAndAllThatWasSaid() {
    bench.model.then(_ -> ScriptedModel.drafted(List.of()));
    JobRecord job = refine(first, "More about my aunt.");

    Brief brief = bench.model.asked.getLast();
    assertThat(brief.refinement())
        .contains(new Refinement(first, new Words("More about my aunt.")));
    assertThat(brief.material())
        .extracting(item -> item.text().text())
        .containsExactly("We left our house by boat.", "My school stayed.");
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETE);
    assertThat(job.kind()).isEqualTo("refine");
  }

  @Test
  void onlyEditsOfItsSectionAreApplied() {
    BlockId mine = bench.blocks(project).getFirst().id();
    bench.byDraft(project, new Edit.Insert(second, null, new BlockId(UUID.randomUUID()), quoted()));
    BlockId other = blockOf(second);
    bench.model.then(brief -> {
      var added = new BlockId(UUID.randomUUID());
      return ScriptedModel.drafted(
          List.of(
              new Edit.Remove(other),
              new Edit.Replace(other, ScriptedModel.quoted(brief.material().getLast())),
              new Edit.Insert(
                  second,
                  null,
                  new BlockId(UUID.randomUUID()),
                  ScriptedModel.quoted(brief.material().getFirst())),
              new Edit.Move(mine, second, null),
              new Edit.AddSection(new SectionId(UUID.randomUUID()), null, "The sea"),
              new Edit.Insert(first, mine, added, ScriptedModel.quoted(brief.material().getLast())),
              new Edit.Remove(added),
              new Edit.Replace(mine, ScriptedModel.quoted(brief.material().getLast()))));
    });
    int proposals = bench.house.documents.openProposals(project);
    refine(first, "Do it over.");

    var document = bench.house.documents.current(project);
    assertThat(document.block(mine).orElseThrow().content().markdown().text())
        .isEqualTo("My school stayed.");
    assertThat(document.sections().get(1).blocks()).hasSize(1);
    assertThat(document.block(other)).isPresent();
    assertThat(document.sections()).noneMatch(section -> section.heading().equals("The sea"));
    assertThat(bench.house.documents.openProposals(project)).isEqualTo(proposals);
  }

  @Test
  void whatWasSaidSinceTheLastUpdateIsStillNewToTheNextOne() {
    bench.house.said(project, "We came back by train.");
    bench.model.then(_ -> ScriptedModel.drafted(List.of()));
    refine(first, "Shorter.");
    bench.draft(project, "the station");

    assertThat(bench.model.asked.getLast().refinement()).isEmpty();
    assertThat(bench.model.asked.getLast().material())
        .extracting(item -> item.text().text())
        .containsExactly("We came back by train.");
  }

  @Test
  void whatAPersonWroteBecomesAProposalAndTheSummarySaysSo() {
    BlockId block = bench.blocks(project).getFirst().id();
    bench.byHand(project, new Edit.Replace(block, ScriptedModel.connective("By night.")));
    bench.model.then(_ -> ScriptedModel.drafted(List.of(new Edit.Remove(block))));

    JobRecord job = refine(first, "Shorter.");

    assertThat(bench.texts(project)).contains("By night.");
    assertThat(bench.house.documents.openProposals(project)).isEqualTo(1);
    assertThat(job.generatedSummary().orElseThrow().text())
        .startsWith("I changed nothing")
        .endsWith("waits for you as a proposal.");
  }

  @Test
  void aModelThatWritesWhatStandsAlreadyIsNotSaidToHaveChangedIt() {
    Block block = bench.blocks(project).getFirst();
    int version = bench.house.documents.current(project).version();
    bench.model.then(
        _ -> ScriptedModel.drafted(List.of(new Edit.Replace(block.id(), block.content()))));

    JobRecord job = refine(first, "Do it over.");

    assertThat(bench.house.documents.current(project).version()).isEqualTo(version);
    assertThat(job.generatedSummary())
        .contains(new Words("I changed nothing: the text reads as I would have it."));
  }

  @Test
  void whereItsSectionIsGoneTheJobSaysSoWithoutAskingTheModel() {
    int asked = bench.model.asked.size();
    JobId job = ask(first, "Shorter.");
    bench.byHand(project, new Edit.RemoveSection(first));
    bench.runAll();

    assertThat(bench.record(project, job).status()).isEqualTo(JobStatus.ERROR);
    assertThat(bench.record(project, job).error())
        .contains("The section is not in the document any more.");
    assertThat(bench.model.asked).hasSize(asked);
  }

  @Test
  void theRefinedBlocksAreTheDraftsOwn() {
    BlockId block = bench.blocks(project).getFirst().id();
    bench.model.then(brief ->
        ScriptedModel.drafted(
            List.of(new Edit.Replace(block, ScriptedModel.quoted(brief.material().getFirst())))));
    JobRecord job = refine(first, "Do it over.");

    var now = bench.house.documents.current(project).block(block).orElseThrow();
    assertThat(now.job()).isEqualTo(job.id());
    assertThat(now.origin()).isEqualTo(Origin.DRAFT);
    assertThat(now.content().sources()).isNotEmpty();
  }

  private JobRecord refine(SectionId section, String instruction) {
    JobId job = ask(section, instruction);
    bench.runAll();
    return bench.record(project, job);
  }

  private JobId ask(SectionId section, String instruction) {
    var request = DraftRequest.refine(project, section, new Words(instruction));
    return bench.house.inTransaction(() -> bench.house.queue.enqueue(request).job());
  }

  private Content quoted() {
    ConversationItem item = bench.model.asked.getLast().material().getFirst();
    return ScriptedModel.quoted(item);
  }

  private BlockId blockOf(SectionId section) {
    return bench.house.documents.current(project).sections().stream()
        .filter(it -> it.id().equals(section))
        .flatMap(it -> it.blocks().stream())
        .findFirst()
        .orElseThrow()
        .id();
  }
}
