package ghostwriter.web;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.MediaType;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Reads the JSON of requests, and only that. It refuses what it would otherwise have to bend into
/// shape or pass over: a field that the form does not have, a value of another kind, text that
/// cannot be kept.
final class StrictJson extends JacksonJsonHttpMessageConverter {
  /// The longest text, in characters, and the longest body, in bytes, that are read at all.
  private static final int MAX_TEXT = 1_000_000;

  private static final long MAX_BODY = 16L * 1024 * 1024;
  private static final int MAX_DEPTH = 20;

  StrictJson() {
    super(mapper());
  }

  private static JsonMapper mapper() {
    var limits =
        StreamReadConstraints.builder()
            .maxStringLength(MAX_TEXT)
            .maxDocumentLength(MAX_BODY)
            .maxNestingDepth(MAX_DEPTH)
            .build();
    var stream =
        JsonFactory.builder()
            .streamReadConstraints(limits)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(stream)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfigDefaults(kinds ->
            kinds
                .setAcceptBlankAsEmpty(false)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
        .changeDefaultNullHandling(_ -> JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .addModule(new SimpleModule().addDeserializer(String.class, new Text()))
        .build();
  }

  @Override
  public boolean canWrite(ResolvableType type, Class<?> clazz, @Nullable MediaType mediaType) {
    return false;
  }

  private static final class Text extends StdScalarDeserializer<String> {
    private Text() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (String) context.handleUnexpectedToken(getValueType(context), parser);
      }
      return Given.keepable(parser.getString());
    }
  }
}
