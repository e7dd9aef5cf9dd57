package ghostwriter.realtime.interviewer;

import ghostwriter.realtime.interviewer.Answer.Intent;
import ghostwriter.realtime.interviewer.Reply.Calls;
import ghostwriter.realtime.interviewer.Reply.Say;
import ghostwriter.realtime.interviewer.StateBlock.Project;
import ghostwriter.realtime.interviewer.Talk.Done;
import ghostwriter.realtime.interviewer.Talk.Exchange;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds out which book it is: one of the client's, or a new one.
final class Selecting {
  private static final String LIST = "list_projects";
  private static final String CREATE = "create_project";
  private static final String ASSIGN = "assign_project_to_session";
  private static final List<String> KINDS =
      List.of("business-book", "biography", "memoir", "article");
  private static final Pattern CALLED =
      Pattern.compile(
          "(?is)\\b(?:called|named|titled|entitled|call it|title is|working title)[,:]?\\s+[\"“'‘]?(.+?)[\"”'’]?[.!]*$");
  private static final Pattern QUOTED = Pattern.compile("[\"“](.{2,80})[\"”]");
  private static final int LONGEST_TITLE = 80;
  private static final int TITLE_WORDS = 10;

  private final Listener listener;
  private final Phrasebook phrases;
  private final Intake intake;

  Selecting(Listener listener, Phrasebook phrases, Intake intake) {
    this.listener = listener;
    this.phrases = phrases;
    this.intake = intake;
  }

  Reply reply(Turn turn) {
    List<Done> done = turn.talk().doneNow();
    if (!done.isEmpty() && !done.getLast().tool().equals(LIST)) {
      return goOn(turn, done.getLast());
    }
    Optional<List<Project>> projects = projects(turn);
    if (projects.isEmpty() && turn.mayCall(LIST)) {
      return Calls.one(LIST, Turn.arguments());
    }
    return turn.talk().last().isEmpty() || turn.talk().answered()
        ? greet(turn, projects.orElse(List.of()))
        : hear(turn, projects.orElse(List.of()));
  }

  /// A project was made or chosen, or that failed.
  private Reply goOn(Turn turn, Done done) {
    if (done.failed()) {
      String why = Narration.sentence(done.output().path("error").asString("it was refused"));
      return Say.of(phrases.say("project failed", why, turn.said()), askProject(turn));
    }
    if (done.tool().equals(CREATE) && turn.mayCall(ASSIGN)) {
      String id = done.output().path("projectId").asString(done.output().path("id").asString(""));
      return Calls.one(ASSIGN, Turn.arguments().put("projectId", id));
    }
    return intake.reply(turn);
  }

  private Reply greet(Turn turn, List<Project> projects) {
    boolean first = turn.said().texts().isEmpty();
    String receipt =
        !first
            ? phrases.say("silence", turn.said())
            : projects.isEmpty()
                ? phrases.say("greet", turn.said())
                : phrases.say("greet projects", titles(projects), turn.said());
    return Say.of(receipt, projects.isEmpty() ? askTitle(turn) : askProject(turn));
  }

  private Reply hear(Turn turn, List<Project> projects) {
    Exchange last = turn.talk().last().orElseThrow();
    String words = last.words();
    if (listener.lexicon().says("intent list", words) || turn.called(LIST)) {
      return turn.mayCall(LIST) ? Calls.one(LIST, Turn.arguments()) : list(turn, projects);
    }
    Optional<Project> chosen = chosen(words, projects);
    if (chosen.isPresent() && turn.mayCall(ASSIGN)) {
      return Calls.one(ASSIGN, Turn.arguments().put("projectId", chosen.get().id()));
    }
    Intent intent = listener.hear(last).intent();
    return switch (intent) {
      case SILENCE, UNKNOWN, WHO, WHAT, HELLO, STOP ->
          Say.of(
              phrases.say(intent.name().toLowerCase(Locale.ROOT), turn.said()),
              title(turn).isPresent()
                  ? askKind(turn)
                  : projects.isEmpty() ? askTitle(turn) : askProject(turn));
      default -> create(turn);
    };
  }

  private Reply list(Turn turn, List<Project> projects) {
    return projects.isEmpty()
        ? Say.of(phrases.say("listed none", turn.said()), askTitle(turn))
        : Say.of(phrases.say("listed", titles(projects), turn.said()), askProject(turn));
  }

  private Reply create(Turn turn) {
    Optional<String> title = title(turn);
    Optional<String> kind = kind(turn);
    if (title.isPresent() && kind.isPresent() && turn.mayCall(CREATE)) {
      return Calls.one(CREATE, Turn.arguments().put("title", title.get()).put("kind", kind.get()));
    }
    String noted =
        title
            .or(() -> kind.map(it -> it.replace('-', ' ')))
            .map(it -> phrases.say("kind noted", it, turn.said()))
            .orElseGet(() -> phrases.say("plain", turn.said()));
    return Say.of(noted, title.isEmpty() ? askTitle(turn) : askKind(turn));
  }

  /// A title the client has given: named as one, in quotes, or as the whole answer to the question.
  private Optional<String> title(Turn turn) {
    return turn.talk().exchanges().reversed().stream()
        .flatMap(it -> title(it).stream())
        .map(String::strip)
        .filter(it -> !it.isEmpty() && it.length() <= LONGEST_TITLE)
        .findFirst();
  }

  private Optional<String> title(Exchange exchange) {
    String words = exchange.words();
    return Stream.of(QUOTED, CALLED)
        .flatMap(pattern -> pattern.matcher(words).results())
        .map(found -> found.group(1))
        .findFirst()
        .or(() ->
            Optional.of(words.replaceAll("[.!]+$", ""))
                .filter(_ -> askedForTitle(exchange.before()))
                .filter(_ -> Lexicon.words(words).size() <= TITLE_WORDS)
                .filter(_ -> listener.hear(exchange).intent() == Intent.ANSWER)
                .filter(_ -> !listener.lexicon().says("intent create", words)));
  }

  private boolean askedForTitle(String before) {
    Said none = new Said(List.of(before), List.of());
    return phrases.all("ask title").anyMatch(none::asked)
        || phrases.all("ask project").anyMatch(none::asked);
  }

  private Optional<String> kind(Turn turn) {
    return turn.talk().exchanges().reversed().stream()
        .flatMap(it ->
            KINDS.stream().filter(kind -> listener.lexicon().says("kind " + kind, it.words())))
        .findFirst();
  }

  private Optional<Project> chosen(String words, List<Project> projects) {
    String plain = words.toLowerCase(Locale.ROOT);
    Optional<Project> byTitle =
        projects.stream()
            .filter(it ->
                it.title().length() > 2 && plain.contains(it.title().toLowerCase(Locale.ROOT)))
            .findFirst();
    return byTitle.or(() -> byNumber(plain, projects));
  }

  private static Optional<Project> byNumber(String plain, List<Project> projects) {
    List<String> ordinals = List.of("first", "second", "third", "fourth", "fifth");
    for (int i = 0; i < Math.min(ordinals.size(), projects.size()); i++) {
      if (plain.matches(".*\\bthe " + ordinals.get(i) + "\\b.*")
          || plain.matches("(?:number )?" + (i + 1) + "\\.?")) {
        return Optional.of(projects.get(i));
      }
    }
    return projects.size() == 1
            && plain.matches("(?:yes|that one|this one|the same|go on|continue).*")
        ? Optional.of(projects.getFirst())
        : Optional.empty();
  }

  private static Optional<List<Project>> projects(Turn turn) {
    return turn.talk().doneEver().stream()
        .filter(done -> done.tool().equals(LIST) && !done.failed())
        .map(done ->
            done.output().path("projects").valueStream().flatMap(StateBlock::projects).toList())
        .reduce((_, later) -> later)
        .or(() -> turn.state().projects());
  }

  private static String titles(List<Project> projects) {
    return projects.stream()
        .limit(8)
        .map(it -> "“" + it.title() + "”")
        .collect(Collectors.joining(", "));
  }

  private String askTitle(Turn turn) {
    return ask(turn, "ask title");
  }

  private String askKind(Turn turn) {
    return ask(turn, "ask kind");
  }

  private String askProject(Turn turn) {
    return ask(turn, "ask project");
  }

  private String ask(Turn turn, String heading) {
    return phrases.ask(heading, turn.said()).orElseGet(() -> phrases.say(heading, turn.said()));
  }
}
