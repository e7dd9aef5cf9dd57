package ghostwriter.drafting.offline;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a sentence shows in its form more than in its words. A section whose guide names the
/// trait's trigger draws the sentences that have it.
enum Trait {
  FIGURES(
      "number|percent|figures",
      "\\d|\\b(?:hundred|thousand|million|billion|per cent|percent|half of|twice as)\\b"),
  FUTURE(
      "will|should|must",
      "\\b(?:will|'ll|shall|should|must|going to|need to|have to|next year"
          + "|in (?:the )?future|hope to|plan to|moving forward)\\b"),
  EXAMPLE(
      "example|evidence|case",
      "\\b(?:for example|for instance|such as|in one|last (?:week|month|year|night)"
          + "|one of (?:them|the)|a case|found that|showed?)\\b"),
  PERSON(
      "friend|neighbour|colleagues?|character",
      "\\b(?:(?:[Mm]y|[Hh]is|[Hh]er) (?:\\w+ )?(?:mother|father|brother|sister"
          + "|grand\\w+|uncle|aunt|wife|husband|son|daughter|friend|boss|teacher)|(?:[Hh]e"
          + "|[Ss]he|\\p{Lu}\\p{Ll}+) (?:was|had|could|used to|would|always|never|wanted"
          + "|liked|loved|hated|called|played|taught)|name was|was called|M(?:r|rs|s"
          + "|iss)\\.? \\p{Lu})"),
  CHILDHOOD(
      "childhood",
      "\\b(?:(?:I was|I'm|was|age of) (?:only |just |about )?(?:a (?:boy|girl|child"
          + "|baby)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
          + "|fourteen|fifteen|[2-9]|1[0-5])\\b|years old|was born|grew up|as a (?:boy|girl"
          + "|child)|at school|primary school|when I was (?:small|little|young))"),
  TURN(
      "decided|suddenly",
      "\\b(?:decided|never (?:again|\\w+ again)|that (?:night|day|morning) "
          + "|the (?:night|day|morning) after|from (?:then|that day) on|died|drowned|killed"
          + "|was lost|turned down|there and then|changed|for the last time|overnight"
          + "|storms?|gale|hurricane|flood|fire|crash|wrecked|overdue|funeral|hospital"
          + "|ambulance|war|bomb|lost (?:his|her|my|its|their)|not come back|didn't (?:come"
          + "|get) (?:back|up)|accepted|rescued?)\\b"),
  WORK_AND_LOVE(
      "apprentice|wedding",
      "\\b(?:married|wedding|in love|courting|kissed|wife|husband|engaged|pregnant"
          + "|(?:was|were) born|watch(?:es)?|shift|wages?|apprenticed?|uniform|worked"
          + "|the work|my job|a job)\\b");

  private final Pattern trigger;
  private final Pattern form;

  Trait(String trigger, String form) {
    this.trigger = Pattern.compile("\\b(?:" + trigger + ")\\b");
    this.form = Pattern.compile(form);
  }

  boolean isWantedBy(String guide) {
    return trigger.matcher(guide).find();
  }

  boolean isIn(String text) {
    return form.matcher(text).find();
  }

  /// A word that stands for the trait among a text's terms, and in no text.
  String mark() {
    return " " + name().toLowerCase(Locale.ROOT).replace("_", "") + "0trait";
  }
}
