package ghostwriter.drafting.openai;

import java.net.URI;
import java.util.Optional;

/// Where a model is and how it likes to be asked.
///
/// @param base the address that a form's path is put behind, without a slash at its end
/// @param key goes into a header and nowhere else; `toString` does not tell it
record Provider(URI base, Optional<String> key, String model, Form form, Manners manners) {
  /// @throws IllegalArgumentException where the key holds what no header can; the message does not
  ///   quote it
  Provider {
    if (!key.orElse("").chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException("a key is made of printable ASCII without spaces");
    }
  }

  URI address() {
    return URI.create(base + "/" + form.path());
  }

  @Override
  public String toString() {
    return "Provider[" + base + ", " + model + "]";
  }
}
