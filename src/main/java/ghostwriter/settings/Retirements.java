package ghostwriter.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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

  /// What an operator is told of a model's end, and what to do about it.
  ///
  /// @param setting where the model was chosen
  /// @param endsOn in UTC
  public String sentence(Setting setting, String model, LocalDate endsOn, Instant now) {
    return "The model %s %s shut down on %s; choose another one in %s%s."
        .formatted(
            model,
            LocalDate.ofInstant(now, ZoneOffset.UTC).isBefore(endsOn) ? "will be" : "was",
            endsOn,
            setting.variable(),
            of(model).map(known -> ", such as " + known.instead()).orElse(""));
  }
}
