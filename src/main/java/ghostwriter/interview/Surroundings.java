package ghostwriter.interview;

import ghostwriter.blueprint.Blueprints;
import ghostwriter.feed.Feed;
import ghostwriter.notebook.Notebook;
import ghostwriter.transcript.Mode;
import ghostwriter.transcript.Transcripts;
import ghostwriter.vocabulary.ProjectId;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// What all sessions of a node work with.
record Surroundings(
    Transcripts transcripts,
    Notebook notebook,
    Blueprints blueprints,
    Feed feed,
    InterviewStore interviews,
    InboxStore inbox,
    NodeStore nodes,
    ToolAnswers toolAnswers,
    ToolDesk toolDesk,
    Leftovers leftovers,
    Knowledge knowledge,
    Instructions instructions,
    Line.Provider lines,
    TransactionTemplate transaction,
    InstantSource clock,
    JsonMapper json) {

  /// What a session is about, which follows from its project.
  Mode mode(Optional<ProjectId> project) {
    return project
        .map(it -> blueprints.of(it).committedAt().isPresent() ? Mode.GHOSTWRITING : Mode.INTAKE)
        .orElse(Mode.SELECTING);
  }
}
