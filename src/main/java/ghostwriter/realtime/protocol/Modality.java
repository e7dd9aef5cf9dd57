package ghostwriter.realtime.protocol;

/// In which form the assistant answers, and what that is called on the wire.
enum Modality {
  TEXT("text", "response.output_text", "text"),
  AUDIO("audio", "response.output_audio_transcript", "transcript");

  private final String wire;
  private final String event;
  private final String field;

  Modality(String wire, String event, String field) {
    this.wire = wire;
    this.event = event;
    this.field = field;
  }

  /// The word in `output_modalities` and in a content part's type.
  String wire() {
    return wire;
  }

  /// The event that carries the words, without its `.delta` or `.done`.
  String event() {
    return event;
  }

  /// The field that holds all the words.
  String field() {
    return field;
  }
}
