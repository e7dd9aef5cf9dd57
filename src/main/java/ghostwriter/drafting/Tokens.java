package ghostwriter.drafting;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/// How long a text is to a language model: in tokens of `o200k_base`, the encoding of the models
/// drafted with. Other models' counts differ by some percent. Its vocabulary is loaded when it is
/// first needed, and then stays.
public final class Tokens {
  private Tokens() {}

  /// How many tokens a text has, whatever stands in it: marks that mean something to a model, such
  /// as `<|endoftext|>`, are counted as the plain text they are here.
  public static int of(String text) {
    return Vocabulary.O200K.countTokensOrdinary(text);
  }

  private static final class Vocabulary {
    static final Encoding O200K =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }
}
