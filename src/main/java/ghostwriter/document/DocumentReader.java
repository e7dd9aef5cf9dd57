package ghostwriter.document;

import ghostwriter.vocabulary.BlockId;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.JobId;
import ghostwriter.vocabulary.PersonId;
import ghostwriter.vocabulary.ProjectId;
import ghostwriter.vocabulary.RevisionId;
import ghostwriter.vocabulary.SectionId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Source;
import ghostwriter.vocabulary.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// The document's rows as they are read.
final class DocumentReader {
  private record Layout(
      int number,
      List<UUID> sections,
      List<String> headings,
      List<Integer> sizes,
      List<UUID> revisions) {
    private List<Shape> shapes() {
      List<Shape> shapes = new ArrayList<>();
      int next = 0;
      for (int i = 0; i < sections.size(); i++) {
        List<RevisionId> own =
            revisions.subList(next, next += sizes.get(i)).stream().map(RevisionId::new).toList();
        shapes.add(new Shape(new SectionId(sections.get(i)), headings.get(i), own));
      }
      return shapes;
    }
  }

  private record Mark(Section.State state, boolean locked) {}

  private final JdbcClient sql;
  private final ObjectReader sources;
  private final ObjectReader doubts;

  DocumentReader(JdbcClient sql, JsonMapper json) {
    this.sql = sql;
    this.sources = json.readerFor(new TypeReference<List<Source>>() {});
    this.doubts = json.readerFor(new TypeReference<List<Doubt>>() {});
  }

  OptionalInt version(ProjectId project) {
    return sql.sql("select version from document where project_id = :project")
        .param("project", project.value())
        .query(Integer.class)
        .optional()
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  Optional<Document> at(ProjectId project, int version) {
    return layout(project, version).map(layout -> assemble(project, layout, new HashMap<>()));
  }

  /// Another version of a document that was read: most of its wordings are the same.
  Optional<Document> beside(ProjectId project, Document read, int version) {
    Map<UUID, Block> known = new HashMap<>();
    for (Section section : read.sections()) {
      section.blocks().forEach(block -> known.put(block.revision().value(), block));
    }
    return layout(project, version).map(layout -> assemble(project, layout, known));
  }

  Optional<List<Shape>> shapes(ProjectId project, int version) {
    return layout(project, version).map(Layout::shapes);
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

  private Document assemble(ProjectId project, Layout layout, Map<UUID, Block> blocks) {
    List<UUID> missing = layout.revisions.stream().filter(id -> !blocks.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      blocks.putAll(read(project, missing));
    }
    Map<UUID, Mark> marks = marks(project);
    List<Section> sections =
        layout.shapes().stream().map(shape -> section(shape, marks, blocks)).toList();
    return new Document(layout.number, summary(project), sections);
  }

  private static Section section(Shape shape, Map<UUID, Mark> marks, Map<UUID, Block> blocks) {
    Mark mark = known(marks, shape.id().value());
    List<Block> own = shape.revisions().stream().map(it -> known(blocks, it.value())).toList();
    return new Section(shape.id(), shape.heading(), mark.state, mark.locked, own);
  }

  private static <T> T known(Map<UUID, T> rows, UUID id) {
    T row = rows.get(id);
    if (row == null) {
      throw new IllegalStateException("a version names a row that is not there: " + id);
    }
    return row;
  }

  Map<ProjectId, Documents.Head> heads(Collection<ProjectId> projects) {
    Map<ProjectId, Documents.Head> heads = new HashMap<>();
    sql.sql(
            """
            select project_id, version, summary from document where project_id = any(:projects)
            """)
        .param("projects", projects.stream().map(ProjectId::value).toArray(UUID[]::new))
        .query(row -> {
          heads.put(
              new ProjectId(row.getObject("project_id", UUID.class)),
              new Documents.Head(row.getInt("version"), new Words(row.getString("summary"))));
        });
    return heads;
  }

  private Words summary(ProjectId project) {
    return Optional.ofNullable(heads(List.of(project)).get(project)).orElseThrow().summary();
  }

  private Map<UUID, Mark> marks(ProjectId project) {
    Map<UUID, Mark> marks = new HashMap<>();
    sql.sql("select id, state, locked from section where project_id = :project")
        .param("project", project.value())
        .query(row -> {
          var state = Section.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
          marks.put(row.getObject("id", UUID.class), new Mark(state, row.getBoolean("locked")));
        });
    return marks;
  }

  /// A block as it stood in a version.
  Optional<Block> block(ProjectId project, int version, BlockId block) {
    return revision(project, version, block).map(id -> known(read(project, List.of(id)), id));
  }

  private Optional<UUID> revision(ProjectId project, int version, BlockId block) {
    return sql.sql(
            """
            select id
              from revision
             where project_id = :project and block_id = :block
               and id = any (select unnest(revisions) from version
                              where project_id = :project and number = :version)
            """)
        .param("project", project.value())
        .param("block", block.value())
        .param("version", version)
        .query(UUID.class)
        .optional();
  }

  private Map<UUID, Block> read(ProjectId project, List<UUID> revisions) {
    Map<UUID, Block> blocks = new HashMap<>();
    sql.sql(
            """
            select id, block_id, kind, markdown, origin, touched, grounding, sources::text,
                   doubts::text, job_id
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
            sources.<List<Source>>readValue(row.getString("sources")),
            doubts.<List<Doubt>>readValue(row.getString("doubts")));
    return new Block(
        new BlockId(row.getObject("block_id", UUID.class)),
        new RevisionId(row.getObject("id", UUID.class)),
        content,
        constant(Origin.class, row.getString("origin")),
        row.getBoolean("touched"),
        Optional.ofNullable(row.getObject("job_id", UUID.class)).map(JobId::new).orElse(null));
  }

  Set<ItemId> cited(ProjectId project) {
    return Set.copyOf(
        sql.sql(
                """
                select distinct cast(source -> 'item' ->> 'session' as uuid) as session,
                       source -> 'item' ->> 'id' as item
                  from revision, jsonb_array_elements(sources) as source
                 where project_id = :project
                """)
            .param("project", project.value())
            .query((row, _) ->
                new ItemId(
                    new SessionId(row.getObject("session", UUID.class)), row.getString("item")))
            .list());
  }

  /// The heading of a section; empty where the version has no such section.
  Optional<String> heading(ProjectId project, int version, SectionId section) {
    return shapes(project, version).stream()
        .flatMap(List::stream)
        .filter(shape -> shape.id().equals(section))
        .map(Shape::heading)
        .findFirst();
  }

  List<VersionEntry> history(ProjectId project, int limit) {
    return sql.sql(
            """
            select number, origin, person_id, job_id, summary, restored, created_at
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
        restored(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static OptionalInt restored(ResultSet row) throws SQLException {
    int number = row.getInt("restored");
    return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(number);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
