package ghostwriter.interview;

import java.net.URI;
import java.util.function.Supplier;

/// Where the built-in engine is reached.
///
/// @param address asked for at each call: the port is known only once it is open
/// @param key goes into a header and nowhere else; `toString` does not tell it
public record LocalEngine(Supplier<URI> address, String key) {
  @Override
  public String toString() {
    return "LocalEngine[…]";
  }
}
