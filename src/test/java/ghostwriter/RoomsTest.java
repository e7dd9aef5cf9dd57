package ghostwriter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The house's own rules, read off its source: who may call whom, whose a table is, and what a room
/// shows at its door.
class RoomsTest {
  private static final Path SOURCE = Path.of("src/main/java/ghostwriter");
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  private static final Pattern CREATED = Pattern.compile("create table (\\w+)");
  private static final Pattern MIGRATION = Pattern.compile("V[\\d.]+__([a-z]+)(_\\w+)?\\.sql");
  private static final Pattern TEXT =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern NAMED_IN_SQL =
      Pattern.compile("\\b(?:from|join|into|update|table|truncate|using|references)\\s+(\\w+)");
  private static final Pattern ALLOWED =
      Pattern.compile("allowedDependencies\\s*=\\s*(\\{[^}]*\\}|\"[^\"]*\")");
  private static final Pattern IMPORTED_ROOM =
      Pattern.compile("^import (?:static )?ghostwriter\\.([a-z]+)\\.", Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|interface|record|enum)\\s+([A-Z]\\w*)");
  private static final Pattern EMPTY_NAME = Pattern.compile(".*(Manager|Helper|Util|Utils|Impl)");

  @Test
  void everyRoomCallsOnlyTheRoomsItSaysItCalls() {
    ApplicationModules.of(Ghostwriter.class).verify();
  }

  @Test
  void everyRoomButTheWebSaysWhichRoomsItMayCall() {
    assertThat(rooms())
        .contains("account", "web")
        .allSatisfy(room ->
            assertThat(ALLOWED.matcher(doorSign(room)).find())
                .as("%s declares allowedDependencies", room)
                .isEqualTo(!room.equals("web")));
  }

  @Test
  void nobodyCallsTheWebButTheHouseItself() {
    assertThat(rooms())
        .filteredOn(room -> !room.equals("web"))
        .allSatisfy(room -> assertThat(roomsImportedBy(room)).doesNotContain("web"));
  }

  @Test
  void theCommandLineIsAClientLikeAnyOther() {
    assertThat(rooms())
        .filteredOn("cli"::equals)
        .allSatisfy(room -> assertThat(roomsImportedBy(room)).isSubsetOf("cli"));
  }

  @Test
  void theInterviewAndTheDrafterNeverMeet() {
    assertThat(roomsImportedBy("drafting")).doesNotContain("interview");
    assertThat(roomsImportedBy("interview")).doesNotContain("drafting", "document");
  }

  @Test
  void everyTableIsNamedInTheSqlOfTheRoomWhoseMigrationMadeIt() {
    Map<String, Set<String>> users = new TreeMap<>(roomsNamingEachTable());

    owners()
        .forEach((table, owner) ->
            assertThat(users.getOrDefault(table, Set.of(owner)))
                .as("rooms whose SQL names the table %s", table)
                .containsExactly(owner));
  }

  @Test
  void everyMigrationBelongsToARoom() {
    assertThat(rooms()).containsAll(owners().values());
  }

  @Test
  void everyPackageShowsASignAndHoldsNoUnmarkedNull() {
    for (Path folder : foldersWithSource()) {
      String sign = text(folder.resolve("package-info.java"));

      assertThat(sign).as("%s", folder).startsWith("///").contains("@NullMarked");
    }
  }

  @Test
  void noTypeHasANameThatSaysNothing() {
    Stream<String> names =
        javaFiles(SOURCE).stream()
            .flatMap(file -> TYPE.matcher(text(file)).results())
            .map(found -> found.group(1));

    assertThat(names).isNotEmpty().noneMatch(EMPTY_NAME.asMatchPredicate());
  }

  private static Map<String, String> owners() {
    Map<String, String> owners = new TreeMap<>();
    for (Path file : list(MIGRATIONS)) {
      var name = MIGRATION.matcher(file.getFileName().toString());
      assertThat(name.matches()).as("%s is named for a room", file).isTrue();
      CREATED.matcher(text(file)).results().forEach(it -> owners.put(it.group(1), name.group(1)));
    }
    return owners;
  }

  private static Map<String, Set<String>> roomsNamingEachTable() {
    record Use(String table, String room) {}
    return rooms().stream()
        .flatMap(room -> tablesNamedBy(room).map(table -> new Use(table, room)))
        .collect(groupingBy(Use::table, mapping(Use::room, toSet())));
  }

  private static Stream<String> tablesNamedBy(String room) {
    return javaFiles(SOURCE.resolve(room)).stream()
        .flatMap(file -> TEXT.matcher(text(file)).results())
        .map(MatchResult::group)
        .flatMap(sql -> NAMED_IN_SQL.matcher(sql).results())
        .map(found -> found.group(1));
  }

  private static Set<String> roomsImportedBy(String room) {
    return javaFiles(SOURCE.resolve(room)).stream()
        .flatMap(file -> IMPORTED_ROOM.matcher(text(file)).results())
        .map(found -> found.group(1))
        .collect(toSet());
  }

  private static List<String> rooms() {
    return list(SOURCE).stream()
        .filter(Files::isDirectory)
        .map(folder -> folder.getFileName().toString())
        .toList();
  }

  private static String doorSign(String room) {
    return text(SOURCE.resolve(room).resolve("package-info.java"));
  }

  private static Collection<Path> foldersWithSource() {
    return javaFiles(SOURCE).stream().map(Path::getParent).collect(toSet());
  }

  private static List<Path> javaFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
