package ghostwriter.web;

import org.springframework.http.HttpStatus;

/// A request that cannot be answered. The sentence says what to do and is shown to people as it is.
final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;

  private Problem(HttpStatus status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }

  static Problem badRequest(String sentence) {
    return new Problem(HttpStatus.BAD_REQUEST, sentence);
  }

  static Problem unauthorized(String sentence) {
    return new Problem(HttpStatus.UNAUTHORIZED, sentence);
  }

  static Problem forbidden(String sentence) {
    return new Problem(HttpStatus.FORBIDDEN, sentence);
  }

  static Problem notFound(String sentence) {
    return new Problem(HttpStatus.NOT_FOUND, sentence);
  }

  static Problem conflict(String sentence) {
    return new Problem(HttpStatus.CONFLICT, sentence);
  }

  static Problem preconditionFailed(String sentence) {
    return new Problem(HttpStatus.PRECONDITION_FAILED, sentence);
  }

  static Problem preconditionRequired(String sentence) {
    return new Problem(HttpStatus.PRECONDITION_REQUIRED, sentence);
  }

  static Problem tooLarge(String sentence) {
    return new Problem(HttpStatus.CONTENT_TOO_LARGE, sentence);
  }

  static Problem tooMany(String sentence) {
    return new Problem(HttpStatus.TOO_MANY_REQUESTS, sentence);
  }

  static Problem unprocessable(String sentence) {
    return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
  }
}
