package ghostwriter.settings;

import java.net.URI;
import java.time.LocalDate;

/// A model whose maker has announced the day on which it will be shut down.
///
/// @param model its name; with a `*` at the end, all names that begin so
/// @param endsOn in UTC
/// @param instead which model to choose
/// @param source where that was announced
/// @param readOn when it was read there
public record Retirement(
    String model, LocalDate endsOn, String instead, URI source, LocalDate readOn) {
  boolean concerns(String name) {
    return model.endsWith("*")
        ? name.startsWith(model.substring(0, model.length() - 1))
        : name.equals(model);
  }
}
