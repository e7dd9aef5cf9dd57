package ghostwriter.drafting.openai;

import java.net.URI;
import java.net.http.HttpClient;
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

  /// Without TLS, the wish for a better protocol stands in headers that some servers stumble over.
  HttpClient.Version version() {
    return "https".equals(base.getScheme())
        ? HttpClient.Version.HTTP_2
        : HttpClient.Version.HTTP_1_1;
  }

  @Override
  public String toString() {
    return "Provider[" + base + ", " + model + "]";
  }
}
