package ghostwriter.blueprint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A project's blueprint as it stands.
public record Blueprint(List<Field> fields, Optional<Instant> committedAt) {
  /// Why there is no draft yet, for people.
  public static final String NOT_COMMITTED =
      "The blueprint is not committed yet; add a recording or finish the intake first.";

  public Blueprint {
    fields = List.copyOf(fields);
  }

  public Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  public Map<String, String> answers() {
    return fields.stream().collect(Collectors.toMap(Field::name, field -> field.value().text()));
  }
}
