package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The rows of proposals. Who writes them holds the document's row.
final class ProposalStore {
  private final JdbcClient sql;
  private final JsonMapper json;

  ProposalStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  void add(ProjectId project, Proposal proposal) {
    sql.sql(
            """
            insert into proposal
              (project_id, id, job_id, base_version, block_id, edit, reason, state, created_at)
            values
              (:project, :id, :job, :base, :block, cast(:edit as jsonb), :reason, :state, :now)
            """)
        .param("project", project.value())
        .param("id", proposal.id())
        .param("job", proposal.job().value())
        .param("base", proposal.base())
        .param("block", proposal.edit().changed().map(BlockId::value).orElse(null))
        .param("edit", json.writerFor(Edit.class).writeValueAsString(proposal.edit()))
        .param("reason", word(proposal.reason()))
        .param("state", word(proposal.state()))
        .param("now", at(proposal.createdAt()))
        .update();
  }

  /// Closes what earlier drafts proposed for the blocks that this job has proposals for.
  void supersede(ProjectId project, JobId job, Instant now) {
    sql.sql(
            """
            update proposal older set state = 'superseded', decided_at = :now
              from proposal newer
             where newer.project_id = :project and newer.job_id = :job and newer.state = 'open'
               and older.project_id = :project and older.job_id <> :job and older.state = 'open'
               and older.block_id = newer.block_id
            """)
        .param("now", at(now))
        .param("project", project.value())
        .param("job", job.value())
        .update();
  }

  /// @param person who has decided
  void decide(
      ProjectId project, UUID proposal, Proposal.State state, PersonId person, Instant now) {
    sql.sql(
            """
            update proposal set state = :state, person_id = :person, decided_at = :now
             where project_id = :project and id = :id
            """)
        .param("state", word(state))
        .param("person", person.value())
        .param("now", at(now))
        .param("project", project.value())
        .param("id", proposal)
        .update();
  }

  Optional<Proposal> find(ProjectId project, UUID proposal) {
    return sql.sql(
            """
            select id, job_id, base_version, edit::text, reason, state, created_at
              from proposal where project_id = :project and id = :id
            """)
        .param("project", project.value())
        .param("id", proposal)
        .query((row, _) -> proposal(row))
        .optional();
  }

  /// The oldest open ones, in the order in which they were made.
  List<Proposal> open(ProjectId project, int limit) {
    return sql.sql(
            """
            select id, job_id, base_version, edit::text, reason, state, created_at
              from proposal
             where project_id = :project and state = 'open'
             order by created_at, id limit :limit
            """)
        .param("project", project.value())
        .param("limit", limit)
        .query((row, _) -> proposal(row))
        .list();
  }

  int countOpen(ProjectId project) {
    return sql.sql("select count(*) from proposal where project_id = :project and state = 'open'")
        .param("project", project.value())
        .query(Integer.class)
        .single();
  }

  /// Everything that one draft proposed.
  Stream<Edit> edits(ProjectId project, JobId job) {
    return sql
        .sql("select edit::text from proposal where project_id = :project and job_id = :job")
        .param("project", project.value())
        .param("job", job.value())
        .query(String.class)
        .list()
        .stream()
        .map(edit -> json.readValue(edit, Edit.class));
  }

  private Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(
        row.getObject("id", UUID.class),
        new JobId(row.getObject("job_id", UUID.class)),
        row.getInt("base_version"),
        json.readValue(row.getString("edit"), Edit.class),
        constant(Unplaced.Reason.class, row.getString("reason")),
        constant(Proposal.State.class, row.getString("state")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
