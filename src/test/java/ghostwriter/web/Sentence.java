package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.Caller.Answer;

/// What a refusal must look like: a problem whose detail is one sentence for people.
final class Sentence {
  private Sentence() {}

  static void assertThatOneIsTold(Answer refusal) {
    assertThat(refusal.header("content-type")).startsWith("application/problem+json");
    assertThat(refusal.json().path("status").asInt()).isEqualTo(refusal.status());
    assertThat(refusal.detail())
        .hasSizeBetween(10, 300)
        .matches("[A-Z].*\\.")
        .doesNotContain("\n", "Exception", "ghostwriter.", "java.", "org.", "SQL", "null");
  }
}
