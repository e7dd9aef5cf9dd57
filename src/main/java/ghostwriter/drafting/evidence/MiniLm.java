package ghostwriter.drafting.evidence;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The sentence model all-MiniLM-L6-v2 (Wang et al. 2020, Reimers and Gurevych 2019; Apache 2.0),
/// its weights in bytes, in this process. It is loaded when it is first needed, in some 0.5 s, and
/// then stays.
///
/// Texts are read one by one: the model scales its bytes by all it reads at once, so a text's
/// meaning would depend on its company.
@Component
public final class MiniLm implements MeaningModel {
  private static final String WEIGHTS = "/all-minilm-l6-v2-q.onnx";
  private static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";

  /// In word pieces; some 180 words.
  private static final int LONGEST = 256;

  private record Loaded(OrtEnvironment runtime, OrtSession session, WordPieces pieces) {}

  private @Nullable Loaded loaded;

  @Override
  public String name() {
    return "all-minilm-l6-v2-q";
  }

  @Override
  public boolean speaks(Locale language) {
    return language.getLanguage().equals("en");
  }

  @Override
  public List<Meaning> of(List<String> texts) {
    List<Meaning> meanings = new ArrayList<>();
    for (String text : texts) {
      meanings.add(meaning(text));
    }
    return meanings;
  }

  private Meaning meaning(String text) {
    Loaded model = model();
    long[] pieces = model.pieces.of(text, LONGEST);
    try (var ids = tensor(model, pieces);
        var mask = tensor(model, filled(pieces.length, 1));
        var types = tensor(model, filled(pieces.length, 0));
        var result =
            model.session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      return Meaning.of(sum(((OnnxTensor) result.get(0)).getFloatBuffer(), pieces.length));
    } catch (OrtException failed) {
      throw new IllegalStateException("The sentence model failed.", failed);
    }
  }

  private static OnnxTensor tensor(Loaded model, long[] values) throws OrtException {
    long[] shape = {1, values.length};
    return OnnxTensor.createTensor(model.runtime, LongBuffer.wrap(values), shape);
  }

  private static long[] filled(int length, long value) {
    long[] values = new long[length];
    Arrays.fill(values, value);
    return values;
  }

  /// The mean over the pieces, but for its length, which does not matter.
  private static float[] sum(FloatBuffer hidden, int pieces) {
    float[] sum = new float[hidden.remaining() / pieces];
    for (int i = 0; hidden.hasRemaining(); i++) {
      sum[i % sum.length] += hidden.get();
    }
    return sum;
  }

  private synchronized Loaded model() {
    Loaded known = loaded;
    if (known == null) {
      known = load();
      loaded = known;
    }
    return known;
  }

  private static Loaded load() {
    var runtime = OrtEnvironment.getEnvironment();
    try (var options = new OrtSession.SessionOptions()) {
      // The thread that asks: others would not stand back where it does.
      options.setIntraOpNumThreads(1);
      // Its own store of memory never shrinks again.
      options.setCPUArenaAllocator(false);
      options.setMemoryPatternOptimization(false);
      var tokenizer = JsonMapper.shared().readTree(resource(VOCABULARY));
      var session = runtime.createSession(resource(WEIGHTS), options);
      return new Loaded(runtime, session, new WordPieces(tokenizer));
    } catch (OrtException failed) {
      throw new IllegalStateException("The sentence model cannot be loaded.", failed);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream file = MiniLm.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("The sentence model's file " + name + " is missing.");
      }
      return file.readAllBytes();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
