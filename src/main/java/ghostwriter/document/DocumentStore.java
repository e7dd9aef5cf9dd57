package ghostwriter.document;

import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Words;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The document's rows as they are written.
final class DocumentStore {
  private final JdbcClient sql;
  private final JdbcOperations batches;
  private final JsonMapper json;

  DocumentStore(JdbcClient sql, JdbcOperations batches, JsonMapper json) {
    this.sql = sql;
    this.batches = batches;
    this.json = json;
  }

  void open(ProjectId project) {
    sql.sql("insert into document (project_id, version) values (:project, 0)")
        .param("project", project.value())
        .update();
  }

  /// The current version, held against other writers until the transaction ends.
  OptionalInt lock(ProjectId project) {
    return sql.sql("select version from document where project_id = :project for update")
        .param("project", project.value())
        .query(Integer.class)
        .optional()
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  /// Adds the sections that are new; of the others it keeps the lock alone, which a merge of two
  /// may have set.
  void keepSections(ProjectId project, List<Section> sections) {
    sql.sql(
            """
            insert into section (project_id, id, state, locked)
            select :project, id, state, locked
              from unnest(cast(:ids as uuid[]), cast(:states as text[]), cast(:locks as boolean[]))
                as given (id, state, locked)
            on conflict (project_id, id) do update set locked = excluded.locked
             where section.locked <> excluded.locked
            """)
        .param("project", project.value())
        .param("ids", sections.stream().map(section -> section.id().value()).toArray(UUID[]::new))
        .param(
            "states",
            sections.stream().map(section -> word(section.state())).toArray(String[]::new))
        .param("locks", sections.stream().map(Section::locked).toArray(Boolean[]::new))
        .update();
  }

  void needReview(ProjectId project, Collection<SectionId> sections) {
    sql.sql(
            """
            update section set state = 'needs_review'
             where project_id = :project and id = any(:ids) and state <> 'needs_review'
            """)
        .param("project", project.value())
        .param("ids", sections.stream().map(SectionId::value).toArray(UUID[]::new))
        .update();
  }

  /// Marks a section with what is given of the two.
  ///
  /// @return how it is marked now
  SectionMark mark(
      ProjectId project,
      SectionId section,
      String heading,
      Optional<Section.State> state,
      Optional<Boolean> locked) {
    return sql.sql(
            """
            update section
               set state = coalesce(cast(:state as text), state),
                   locked = coalesce(cast(:locked as boolean), locked)
             where project_id = :project and id = :section
            returning state, locked
            """)
        .param("project", project.value())
        .param("section", section.value())
        .param("state", state.map(DocumentStore::word).orElse(null))
        .param("locked", locked.orElse(null))
        .query((row, _) ->
            new SectionMark(
                section,
                heading,
                Section.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getBoolean("locked")))
        .single();
  }

  void addRevisions(ProjectId project, Author author, List<Block> blocks, Instant now) {
    List<Object[]> rows = blocks.stream().map(block -> row(project, author, block, now)).toList();
    batches.batchUpdate(
        """
        insert into revision
          (project_id, id, block_id, kind, markdown, origin, touched, grounding, sources,
           doubts, job_id, person_id, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?)
        """,
        rows);
  }

  @SuppressWarnings("NullAway") // the driver takes null where a block has no job or no person
  private Object[] row(ProjectId project, Author author, Block block, Instant now) {
    Content content = block.content();
    return new Object[] {
      project.value(),
      block.revision().value(),
      block.id().value(),
      word(content.kind()),
      content.markdown().text(),
      word(block.origin()),
      block.touched(),
      word(content.grounding()),
      json.writeValueAsString(content.sources()),
      json.writeValueAsString(content.doubts()),
      Optional.ofNullable(block.job()).map(JobId::value).orElse(null),
      person(author),
      now.atOffset(ZoneOffset.UTC)
    };
  }

  void addVersion(
      ProjectId project,
      int number,
      Author author,
      Words summary,
      List<Section> sections,
      Instant now) {
    sql.sql(
            """
            insert into version
              (project_id, number, origin, person_id, job_id, summary,
               sections, headings, sizes, revisions, created_at)
            values
              (:project, :number, :origin, :person, :job, :summary,
               :sections, :headings, :sizes, :revisions, :now)
            """)
        .param("project", project.value())
        .param("number", number)
        .param("origin", word(author.origin()))
        .param("person", person(author))
        .param("job", job(author))
        .param("summary", summary.text())
        .param("sections", sections.stream().map(s -> s.id().value()).toArray(UUID[]::new))
        .param("headings", sections.stream().map(Section::heading).toArray(String[]::new))
        .param("sizes", sections.stream().map(s -> s.blocks().size()).toArray(Integer[]::new))
        .param("revisions", revisions(sections))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static UUID[] revisions(List<Section> sections) {
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .map(block -> block.revision().value())
        .toArray(UUID[]::new);
  }

  /// @param summary the document's new summary; blank keeps the old one
  void setHead(ProjectId project, int version, Words summary) {
    sql.sql(
            """
            update document
               set version = :version, summary = case when :summary = '' then summary else :summary end
             where project_id = :project
            """)
        .param("project", project.value())
        .param("version", version)
        .param("summary", summary.text())
        .update();
  }

  private static @Nullable UUID job(Author author) {
    return author instanceof Author.ByDraft(JobId job) ? job.value() : null;
  }

  private static @Nullable UUID person(Author author) {
    return switch (author) {
      case Author.ByHand(PersonId person) -> person.value();
      case Author.ByAcceptance(PersonId person) -> person.value();
      case Author.ByDraft _ -> null;
    };
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
