package ghostwriter.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers what failed or was refused before any route was reached, such as a path that plays
/// tricks, in the form of every other problem.
@RestController
class LastResort implements ErrorController {
  @RequestMapping("/error")
  ResponseEntity<ProblemDetail> answer(HttpServletRequest request) {
    HttpStatus status = status(request);
    var problem = ProblemDetail.forStatusAndDetail(status, sentence(status));
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static HttpStatus status(HttpServletRequest request) {
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
        ? HttpStatus.valueOf(code)
        : HttpStatus.NOT_FOUND;
  }

  private static String sentence(HttpStatus status) {
    return status.is5xxServerError()
        ? Problems.INSIDE
        : "The server does not take such a request; see docs/http.md for those it takes.";
  }
}
