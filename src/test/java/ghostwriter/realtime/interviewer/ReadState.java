package ghostwriter.realtime.interviewer;

import java.util.List;

/// What the built-in interviewer reads off instructions, for tests of those who write them.
public record ReadState(
    String mode,
    String kind,
    String project,
    List<String> projects,
    List<String> missing,
    List<String> openQuestions,
    List<String> sectionQuestions,
    List<String> writtenSections,
    String drafted,
    List<String> asked) {

  public static ReadState of(String instructions) {
    StateBlock state = StateBlock.of(instructions);
    return new ReadState(
        state.isEmpty() ? "" : state.mode().name(),
        state.kind(),
        state.project().map(StateBlock.Project::title).orElse(""),
        state.projects().stream()
            .flatMap(all -> all.stream().map(StateBlock.Project::title))
            .toList(),
        state.missing().stream().map(StateBlock.Gap::name).toList(),
        state.openQuestions().map(StateBlock.Open::text).toList(),
        state.sectionQuestions().map(StateBlock.Open::text).toList(),
        state.writtenSections(),
        state.draftSummary().orElse(""),
        state.asked());
  }
}
