package ghostwriter.drafting.claims;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.evidence.MiniLm;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Over 60 stories with 166 inventions planted in them; `./ghostwriter bench claims` tells more.
class PlantedTest {
  private final ClaimCheck check = new ClaimCheck(new MiniLm());

  @Test
  void ofAHundredInventionsEightyAreFoundAndOfAHundredDoubtsEightyAreRight() throws Exception {
    int planted = 0;
    int doubted = 0;
    int found = 0;
    for (JsonNode story : stories()) {
      var testimony = new Testimony(texts(story.get("said")), texts(story.get("asked")));
      for (JsonNode sentence : story.get("sentences")) {
        boolean isPlanted = !sentence.get("planted").isNull();
        boolean isDoubted =
            !check.doubts(sentence.get("text").asString(), testimony, Locale.UK).isEmpty();
        planted += isPlanted ? 1 : 0;
        doubted += isDoubted ? 1 : 0;
        found += isPlanted && isDoubted ? 1 : 0;
      }
    }

    assertThat((double) found / planted).isGreaterThan(0.8);
    assertThat((double) found / doubted).isGreaterThan(0.8);
  }

  private static List<JsonNode> stories() throws Exception {
    List<JsonNode> stories = new ArrayList<>();
    try (var file =
            Objects.requireNonNull(PlantedTest.class.getResourceAsStream("/claims/planted.jsonl"));
        var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      lines.lines().map(JsonMapper.shared()::readTree).forEach(stories::add);
    }
    return stories;
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
