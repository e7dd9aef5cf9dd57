package ghostwriter.drafting.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What models cost, as the file `models/prices.json` of this version knows it.
public final class Prices {
  private static final String FILE = "/models/prices.json";

  /// @param written null where nothing is charged for writing to the cache beyond the input
  /// @param source where that was announced
  /// @param readOn when it was read there
  private record Row(
      String model,
      BigDecimal input,
      BigDecimal cached,
      @Nullable BigDecimal written,
      BigDecimal output,
      URI source,
      LocalDate readOn) {
    /// A name with a date behind it is that model on that day.
    boolean concerns(String name) {
      return name.equals(model) || name.matches("\\Q" + model + "\\E-\\d{4}-\\d{2}-\\d{2}");
    }

    Price price() {
      return new Price(input, cached, written == null ? input : written, output);
    }
  }

  private final List<Row> rows;

  public Prices() {
    try (InputStream file = Prices.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException("The program lacks its file " + FILE + ".");
      }
      rows = List.of(new JsonMapper().readValue(file, Row[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @return empty where the model's price is not known
  public Optional<Price> of(String model) {
    return rows.stream().filter(row -> row.concerns(model)).findFirst().map(Row::price);
  }
}
