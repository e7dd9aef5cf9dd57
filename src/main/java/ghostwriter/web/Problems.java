package ghostwriter.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// The one place where an exception becomes an HTTP answer. What a client sent is never repeated
/// into a log.
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  /// What is said where the fault is ours.
  static final String INSIDE =
      "Something went wrong inside the server; try again, and tell the operator if it stays.";

  @ExceptionHandler
  ResponseEntity<ProblemDetail> known(Problem problem) {
    return answer(problem.status(), sentence(problem));
  }

  /// An address that names nothing is not found; a value in a query is told by its name.
  @ExceptionHandler
  ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException mismatch) {
    return mismatch.getParameter().hasParameterAnnotation(PathVariable.class)
        ? answer(HttpStatus.NOT_FOUND, "There is no such " + mismatch.getName() + " here.")
        : answer(
            HttpStatus.BAD_REQUEST,
            "The value of “" + mismatch.getName() + "” cannot be read; check it and try again.");
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> surprise(RuntimeException surprise) {
    log.atError()
        .addKeyValue("failure", surprise.getClass().getName())
        .addKeyValue("at", surprise.getStackTrace().length == 0 ? "" : surprise.getStackTrace()[0])
        .log("a request failed");
    return answer(HttpStatus.INTERNAL_SERVER_ERROR, INSIDE);
  }

  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    String sentence =
        unreadable.getRootCause() instanceof Problem problem
            ? sentence(problem)
            : "The body is not the JSON this route takes; see docs/http.md.";
    var detail = ProblemDetail.forStatusAndDetail(status, sentence);
    return new ResponseEntity<>(detail, headers, status);
  }

  private static ResponseEntity<ProblemDetail> answer(HttpStatus status, String sentence) {
    return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, sentence));
  }

  private static String sentence(Problem problem) {
    String message = problem.getMessage();
    return message == null ? problem.status().getReasonPhrase() : message;
  }
}
