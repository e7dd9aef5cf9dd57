package ghostwriter.web;

import ghostwriter.blueprint.Blueprint;
import ghostwriter.blueprint.Blueprints;
import ghostwriter.blueprint.Field;
import ghostwriter.project.BookKind;
import ghostwriter.project.BookKinds;
import ghostwriter.project.Project;
import ghostwriter.vocabulary.ProjectId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What the book should be.
@RestController
class BlueprintController {
  record BlueprintView(@Nullable Instant committedAt, List<AnswerView> fields, List<String> gaps) {}

  record AnswerView(
      String name, String label, boolean required, String value, @Nullable String origin) {}

  private final Blueprints blueprints;
  private final BookKinds kinds;
  private final Access access;

  BlueprintController(Blueprints blueprints, BookKinds kinds, Access access) {
    this.blueprints = blueprints;
    this.kinds = kinds;
    this.access = access;
  }

  @GetMapping("/api/projects/{project}/blueprint")
  BlueprintView of(@PathVariable ProjectId project) {
    Project read = access.read(project);
    BookKind kind = kinds.find(read.kind()).orElseThrow();
    Blueprint blueprint = blueprints.of(project);
    return new BlueprintView(
        blueprint.committedAt().orElse(null),
        kind.fields().stream().map(field -> view(field, blueprint)).toList(),
        blueprints.gaps(blueprint, kind));
  }

  private static AnswerView view(BookKind.Field field, Blueprint blueprint) {
    Optional<Field> answer = blueprint.field(field.name());
    return new AnswerView(
        field.name(),
        field.label(),
        field.required(),
        answer.map(given -> given.value().text()).orElse(""),
        answer.map(given -> given.origin().name().toLowerCase(Locale.ROOT)).orElse(null));
  }
}
