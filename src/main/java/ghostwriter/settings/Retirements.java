package ghostwriter.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// The announced ends of models, as the file `models/retirements.json` of this version knows them.
public final class Retirements {
  private static final String FILE = "/models/retirements.json";

  private final List<Retirement> all;

  public Retirements() {
    try (InputStream file = Retirements.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The program lacks its file " + FILE + ".");
      }
      all = List.of(new JsonMapper().readValue(file, Retirement[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public List<Retirement> all() {
    return all;
  }

  /// What is known of this model's end.
  public Optional<Retirement> of(String model) {
    return all.stream().filter(retirement -> retirement.concerns(model)).findFirst();
  }
}
