package ghostwriter.web;

import org.jspecify.annotations.Nullable;

/// The version of a document that a request was made on, as its header says. What else the
/// document's tag tells is no matter for whoever edits the text.
final class IfMatch {
  private IfMatch() {}

  static int version(@Nullable String header) {
    if (header == null) {
      throw Problem.preconditionRequired(
          "Send the version you edited as If-Match, as the document's ETag gave it.");
    }
    String tag = header.replace("W/", "").replace("\"", "").strip();
    int point = tag.indexOf('.');
    try {
      return Integer.parseInt(point < 0 ? tag : tag.substring(0, point));
    } catch (NumberFormatException e) {
      throw Problem.badRequest(
          "If-Match must be the document's ETag, or its version, such as \"3\".");
    }
  }
}
