package ghostwriter.settings;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// The settings as they were at the start. Immutable.
public final class Settings {
  private static final String PREFIX = "GHOSTWRITER_";
  private static final String FILE = "_FILE";

  private final Map<Setting, String> values;

  private Settings(Map<Setting, String> values) {
    this.values = values;
  }

  /// Reads the environment.
  ///
  /// @throws BadSetting where a `GHOSTWRITER_…` name is unknown, a file cannot be read, or both
  ///   forms are given
  public static Settings from(Map<String, String> environment) {
    refuseUnknown(environment);
    Map<Setting, String> values = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      values.put(setting, value(setting, environment));
    }
    return new Settings(values);
  }

  private static void refuseUnknown(Map<String, String> environment) {
    for (String name : new TreeSet<>(environment.keySet())) {
      if (name.startsWith(PREFIX) && !known(name)) {
        throw new BadSetting(
            "There is no setting " + name + "; unset it, or see docs/settings.md for the names.");
      }
    }
  }

  private static boolean known(String name) {
    return Arrays.stream(Setting.values())
        .anyMatch(setting ->
            name.equals(setting.variable())
                || (setting.hasFileForm() && name.equals(setting.variable() + FILE)));
  }

  private static String value(Setting setting, Map<String, String> environment) {
    String direct = environment.get(setting.variable());
    String file = environment.get(setting.variable() + FILE);
    if (direct != null && file != null) {
      throw new BadSetting(
          "Set either " + setting.variable() + " or " + setting.variable() + FILE + ", not both.");
    }
    return file == null
        ? Optional.ofNullable(direct).orElse(setting.standard())
        : content(setting, Path.of(file));
  }

  private static String content(Setting setting, Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new BadSetting(
          setting.variable() + FILE + " names " + file + ", which cannot be read; mend the path.");
    }
  }

  /// The value; empty where the setting is off.
  public Optional<String> text(Setting setting) {
    return Optional.ofNullable(values.get(setting)).filter(value -> !value.isBlank());
  }

  /// A whole number from `min` up.
  ///
  /// @throws BadSetting where it is none
  public int number(Setting setting, int min) {
    String value = text(setting).orElse(setting.standard());
    try {
      int number = Integer.parseInt(value);
      if (number >= min) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, like a number that is too small
    }
    throw new BadSetting(
        setting.variable() + " must be a whole number from " + min + " up, not '" + value + "'.");
  }

  /// An amount from 0 up; empty where none is set.
  ///
  /// @throws BadSetting where it is none
  public Optional<BigDecimal> amount(Setting setting) {
    return text(setting).map(value -> amount(setting, value));
  }

  private static BigDecimal amount(Setting setting, String value) {
    if (!value.matches("\\d{1,9}(?:\\.\\d{1,6})?")) {
      throw new BadSetting(
          setting.variable() + " must be an amount such as 12.50, not '" + value + "'.");
    }
    return new BigDecimal(value);
  }
}
