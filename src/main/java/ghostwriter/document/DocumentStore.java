package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The document's rows.
final class DocumentStore {
  private record Layout(
      int number,
      List<UUID> sections,
      List<String> headings,
      List<Integer> sizes,
      List<UUID> revisions) {}

  private record SectionMark(Section.State state, boolean locked) {}

  private final JdbcClient sql;
  private final JsonMapper json;

  DocumentStore(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.json = json;
  }

  void open(ProjectId project) {
    sql.sql("insert into document (project_id, version) values (:project, 0)")
        .param("project", project.value())
        .update();
  }

  OptionalInt version(ProjectId project) {
    return number(sql.sql("select version from document where project_id = :project"), project);
  }

  /// The current version, held against other writers until the transaction ends.
  OptionalInt lock(ProjectId project) {
    return number(
        sql.sql("select version from document where project_id = :project for update"), project);
  }

  private static OptionalInt number(JdbcClient.StatementSpec query, ProjectId project) {
    return query
        .param("project", project.value())
        .query(Integer.class)
        .optional()
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  Optional<Document> at(ProjectId project, int version) {
    return layout(project, version).map(layout -> assemble(project, layout));
  }

  private Optional<Layout> layout(ProjectId project, int version) {
    return sql.sql(
            """
            select number, sections, headings, sizes, revisions
              from version where project_id = :project and number = :number
            """)
        .param("project", project.value())
        .param("number", version)
        .query((row, _) -> layout(row))
        .optional();
  }

  private static Layout layout(ResultSet row) throws SQLException {
    return new Layout(
        row.getInt("number"),
        List.of((UUID[]) row.getArray("sections").getArray()),
        List.of((String[]) row.getArray("headings").getArray()),
        List.of((Integer[]) row.getArray("sizes").getArray()),
        List.of((UUID[]) row.getArray("revisions").getArray()));
  }

  private Document assemble(ProjectId project, Layout layout) {
    Map<UUID, Block> blocks = blocks(project, layout.revisions);
    Map<UUID, SectionMark> marks = marks(project);
    List<Section> sections = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < layout.sections.size(); i++) {
      List<Block> own = new ArrayList<>();
      for (int b = 0; b < layout.sizes.get(i); b++) {
        own.add(known(blocks, layout.revisions.get(next++)));
      }
      SectionMark mark = known(marks, layout.sections.get(i));
      sections.add(
          new Section(
              new SectionId(layout.sections.get(i)),
              layout.headings.get(i),
              mark.state,
              mark.locked,
              own));
    }
    return new Document(layout.number, head(project).summary(), sections);
  }

  private static <T> T known(Map<UUID, T> rows, UUID id) {
    T row = rows.get(id);
    if (row == null) {
      throw new IllegalStateException("a version names a row that is not there: " + id);
    }
    return row;
  }

  Documents.Head head(ProjectId project) {
    return sql.sql("select version, summary from document where project_id = :project")
        .param("project", project.value())
        .query((row, _) ->
            new Documents.Head(row.getInt("version"), new Words(row.getString("summary"))))
        .single();
  }

  private Map<UUID, SectionMark> marks(ProjectId project) {
    Map<UUID, SectionMark> marks = new HashMap<>();
    sql.sql("select id, state, locked from section where project_id = :project")
        .param("project", project.value())
        .query(row -> {
          var state = Section.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
          marks.put(
              row.getObject("id", UUID.class), new SectionMark(state, row.getBoolean("locked")));
        });
    return marks;
  }

  private Map<UUID, Block> blocks(ProjectId project, List<UUID> revisions) {
    Map<UUID, Block> blocks = new HashMap<>();
    sql.sql(
            """
            select id, block_id, kind, markdown, origin, touched, grounding, sources::text, job_id
              from revision where project_id = :project and id = any(:ids)
            """)
        .param("project", project.value())
        .param("ids", revisions.toArray(UUID[]::new))
        .query(row -> {
          blocks.put(row.getObject("id", UUID.class), block(row));
        });
    return blocks;
  }

  private Block block(ResultSet row) throws SQLException {
    var content =
        new Content(
            constant(BlockKind.class, row.getString("kind")),
            new Words(row.getString("markdown")),
            constant(Grounding.class, row.getString("grounding")),
            json.readValue(row.getString("sources"), new TypeReference<List<Source>>() {}));
    return new Block(
        new BlockId(row.getObject("block_id", UUID.class)),
        new RevisionId(row.getObject("id", UUID.class)),
        content,
        constant(Origin.class, row.getString("origin")),
        row.getBoolean("touched"),
        Optional.ofNullable(row.getObject("job_id", UUID.class)).map(JobId::new).orElse(null));
  }

  void addSections(ProjectId project, Collection<SectionId> sections) {
    sql.sql(
            """
            insert into section (project_id, id, state)
            select :project, id, 'drafting' from unnest(cast(:ids as uuid[])) as id
            on conflict (project_id, id) do nothing
            """)
        .param("project", project.value())
        .param("ids", sections.stream().map(SectionId::value).toArray(UUID[]::new))
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

  void addRevisions(ProjectId project, Author author, List<Block> blocks, Instant now) {
    for (Block block : blocks) {
      Content content = block.content();
      sql.sql(
              """
              insert into revision
                (project_id, id, block_id, kind, markdown, origin, touched, grounding, sources,
                 job_id, person_id, created_at)
              values
                (:project, :id, :block, :kind, :markdown, :origin, :touched, :grounding,
                 cast(:sources as jsonb), :job, :person, :now)
              """)
          .param("project", project.value())
          .param("id", block.revision().value())
          .param("block", block.id().value())
          .param("kind", word(content.kind()))
          .param("markdown", content.markdown().text())
          .param("origin", word(block.origin()))
          .param("touched", block.touched())
          .param("grounding", word(content.grounding()))
          .param("sources", json.writeValueAsString(content.sources()))
          .param("job", job(author))
          .param("person", person(author))
          .param("now", now.atOffset(ZoneOffset.UTC))
          .update();
    }
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

  void addProposal(
      ProjectId project, UUID id, JobId job, int base, Unplaced unplaced, Instant now) {
    sql.sql(
            """
            insert into proposal
              (project_id, id, job_id, base_version, edit, reason, state, created_at)
            values (:project, :id, :job, :base, cast(:edit as jsonb), :reason, 'open', :now)
            """)
        .param("project", project.value())
        .param("id", id)
        .param("job", job.value())
        .param("base", base)
        .param("edit", json.writerFor(Edit.class).writeValueAsString(unplaced.edit()))
        .param("reason", word(unplaced.reason()))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  int openProposals(ProjectId project) {
    return sql.sql(
            """
            select count(*) from proposal where project_id = :project and state = 'open'
            """)
        .param("project", project.value())
        .query(Integer.class)
        .single();
  }

  List<VersionEntry> history(ProjectId project, int limit) {
    return sql.sql(
            """
            select number, origin, person_id, job_id, summary, created_at
              from version where project_id = :project order by number desc limit :limit
            """)
        .param("project", project.value())
        .param("limit", limit)
        .query((row, _) -> entry(row))
        .list();
  }

  private static VersionEntry entry(ResultSet row) throws SQLException {
    return new VersionEntry(
        row.getInt("number"),
        constant(Origin.class, row.getString("origin")),
        Optional.ofNullable(row.getObject("person_id", UUID.class)).map(PersonId::new),
        Optional.ofNullable(row.getObject("job_id", UUID.class)).map(JobId::new),
        new Words(row.getString("summary")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable UUID job(Author author) {
    return author instanceof Author.ByDraft(JobId job) ? job.value() : null;
  }

  private static @Nullable UUID person(Author author) {
    return author instanceof Author.ByHand(PersonId person) ? person.value() : null;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
