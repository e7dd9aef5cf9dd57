import ghostwriter.document.Doubt;
import ghostwriter.drafting.claims.ClaimCheck;
import ghostwriter.drafting.claims.Testimony;
import ghostwriter.drafting.evidence.MiniLm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How many planted inventions the claim check finds, and how many of its doubts are right: over
/// `src/test/resources/claims/planted.jsonl`, sentence by sentence. The thresholds were chosen on the stories with even
/// numbers only; the others were held back.
final class Claims {
  private static final List<String> KINDS = List.of("number", "name", "negation", "unsupported");

  /// @param planted what is wrong with it, or "" for nothing
  private record Judged(String planted, String text, List<Doubt> doubts) {}

  public static void main(String[] arguments) throws Exception {
    var check = new ClaimCheck(new MiniLm());
    List<Judged> chosen = new ArrayList<>();
    List<Judged> heldBack = new ArrayList<>();
    boolean wordy = List.of(arguments).contains("--all");
    for (String line : Files.readAllLines(Path.of(arguments[0], "src/test/resources/claims/planted.jsonl"))) {
      JsonNode story = JsonMapper.shared().readTree(line);
      boolean even = Integer.parseInt(story.get("id").asString().substring(1)) % 2 == 0;
      (even ? chosen : heldBack).addAll(judge(check, story));
    }
    if (wordy) {
      chosen.forEach(Claims::show);
    }
    report("those the thresholds were chosen on", chosen);
    report("those held back", heldBack);
  }

  private static List<Judged> judge(ClaimCheck check, JsonNode story) {
    var testimony = new Testimony(texts(story.get("said")), texts(story.get("asked")));
    List<Judged> judged = new ArrayList<>();
    for (JsonNode sentence : story.get("sentences")) {
      String text = sentence.get("text").asString();
      judged.add(new Judged(sentence.path("planted").asString(""), text, check.doubts(text, testimony, Locale.UK)));
    }
    return judged;
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static void show(Judged it) {
    boolean wrong = it.planted.isEmpty() != it.doubts.isEmpty();
    if (wrong) {
      System.out.println("claims: " + (it.planted.isEmpty() ? "wrongly doubted " : "missed " + it.planted) + ": " + it.text
          + it.doubts.stream().map(doubt -> " [" + doubt.kind() + " " + doubt.about().text() + "]").toList());
    }
  }

  private static void report(String which, List<Judged> all) {
    long doubted = all.stream().filter(it -> !it.doubts.isEmpty()).count();
    long planted = all.stream().filter(it -> !it.planted.isEmpty()).count();
    long found = all.stream().filter(it -> !it.planted.isEmpty() && !it.doubts.isEmpty()).count();
    System.out.printf(
        Locale.ENGLISH,
        "claims: %s: %d sentences, %d of them invented; found %.0f %%, of %d doubts %.0f %% right%n",
        which, all.size(), planted, 100.0 * found / planted, doubted, 100.0 * found / doubted);
    for (String kind : KINDS) {
      List<Judged> own = all.stream().filter(it -> it.planted.equals(kind)).toList();
      System.out.printf(
          Locale.ENGLISH, "claims:   %-12s %2d, found %.0f %%%n", kind, own.size(),
          100.0 * own.stream().filter(it -> !it.doubts.isEmpty()).count() / own.size());
    }
  }
}
