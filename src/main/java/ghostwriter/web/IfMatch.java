package ghostwriter.web;

import org.jspecify.annotations.Nullable;

/// The version of a document that a request was made on, as its header says.
final class IfMatch {
  private IfMatch() {}

  static int version(@Nullable String header) {
    if (header == null) {
      throw Problem.preconditionRequired(
          "Send the version you edited as If-Match, as the document's ETag gave it.");
    }
    try {
      return Integer.parseInt(header.replace("W/", "").replace("\"", "").strip());
    } catch (NumberFormatException e) {
      throw Problem.badRequest("If-Match must be the document's ETag, such as \"3\".");
    }
  }
}
