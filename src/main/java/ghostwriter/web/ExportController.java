package ghostwriter.web;

import ghostwriter.export.Exports;
import ghostwriter.project.Project;
import ghostwriter.vocabulary.ProjectId;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The document leaves the house.
@RestController
class ExportController {
  private static final MediaType MARKDOWN =
      new MediaType("text", "markdown", StandardCharsets.UTF_8);

  private final Exports exports;
  private final Access access;

  ExportController(Exports exports, Access access) {
    this.exports = exports;
    this.access = access;
  }

  @GetMapping("/api/projects/{project}/export/markdown")
  ResponseEntity<byte[]> markdown(@PathVariable ProjectId project) {
    Project read = access.read(project);
    var name =
        ContentDisposition.attachment()
            .filename(read.title() + ".md", StandardCharsets.UTF_8)
            .build();
    return ResponseEntity.ok()
        .contentType(MARKDOWN)
        .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
        .body(exports.markdown(read).getBytes(StandardCharsets.UTF_8));
  }
}
