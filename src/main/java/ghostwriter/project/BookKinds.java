package ghostwriter.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The kinds of book that can be written, read once from `kinds/{id}.json`: data, so that a kind is
/// changed without changing code.
@Component
public final class BookKinds {
  private static final List<String> IDS =
      List.of("memoir", "biography", "business-book", "article");

  private final Map<String, BookKind> byId = new LinkedHashMap<>();

  public BookKinds() {
    JsonMapper json = new JsonMapper();
    IDS.forEach(id -> byId.put(id, read(json, id)));
  }

  public List<BookKind> all() {
    return List.copyOf(byId.values());
  }

  public Optional<BookKind> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static BookKind read(JsonMapper json, String id) {
    String name = "/kinds/" + id + ".json";
    try (InputStream file = BookKinds.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The program lacks its file " + name + ".");
      }
      return json.readValue(file, BookKind.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
