package ghostwriter.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.drafting.Brief.SectionBrief;
import ghostwriter.drafting.evidence.Meanings;
import ghostwriter.drafting.evidence.MiniLm;
import ghostwriter.drafting.evidence.Ranked;
import ghostwriter.drafting.evidence.Utterance;
import ghostwriter.transcript.ConversationItem;
import ghostwriter.vocabulary.ItemId;
import ghostwriter.vocabulary.SessionId;
import ghostwriter.vocabulary.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which sections new material concerns, and what each of them is given to read.
class PacksTest {
  private static final int TOKENS = 1_200;
  private static final int PEOPLE = 1;
  private static final int WORK_AND_LOVE = 3;

  private final List<ConversationItem> interview = Talks.interview();
  private final List<SectionBrief> memoir = Talks.outline("memoir");

  @Test
  void newMaterialGoesToTheSectionsThatItConcerns() {
    List<ConversationItem> courting = turnsOf("I asked her to the pictures");

    List<SectionBrief> sections = packs(interview).forUpdate(memoir, courting, Set.of()).sections();

    assertThat(sections.get(WORK_AND_LOVE).evidence()).containsAll(courting);
    assertThat(concerned(sections)).hasSizeLessThan(memoir.size());
  }

  @Test
  void meaningTellsTheSectionWhereNoWordIsShared() {
    List<ConversationItem> talk =
        Talks.of(
            "Ann: "
                + "Mum baked, Dad hummed, Gran scolded us and Auntie plaited our hair. ".repeat(9),
            "Ben: " + "Shall we open the window, or is it too cold for you? ".repeat(100));
    List<ConversationItem> family = talk.subList(0, 1);
    var meanings = Meanings.of(Utterance.of(talk), Locale.ENGLISH, new MiniLm());
    var packs = new Packs(Ranked.of(talk, Locale.ENGLISH, meanings), Locale.ENGLISH, TOKENS);

    assertThat(concerned(packs(talk).forUpdate(memoir, family, Set.of()).sections()))
        .doesNotContain(PEOPLE);
    assertThat(concerned(packs.forUpdate(memoir, family, Set.of()).sections()))
        .contains(PEOPLE)
        .hasSizeLessThan(memoir.size());
  }

  @Test
  void whereNothingIsNewNoSectionGetsEvidence() {
    assertThat(concerned(packs(interview).forUpdate(memoir, List.of(), Set.of()).sections()))
        .isEmpty();
  }

  @Test
  void aMurmurConcernsNoSectionBesideALongTurn() {
    List<ConversationItem> talk =
        Talks.of("Ann: " + "We wed in May and he worked at the mill. ".repeat(20), "Ann: Mother.");

    List<SectionBrief> sections = packs(talk).forUpdate(memoir, talk, Set.of()).sections();

    assertThat(concerned(sections)).containsExactly(WORK_AND_LOVE);
  }

  @Test
  void noPackHoldsMoreThanItsTokens() {
    for (int tokens : List.of(200, 1_200)) {
      for (List<ConversationItem> talk : List.of(interview, Talks.meeting())) {
        var packs = new Packs(ranked(talk), Locale.ENGLISH, tokens);
        for (SectionBrief section : packs.forUpdate(memoir, talk, Set.of()).sections()) {
          assertThat(tokens(section)).isLessThanOrEqualTo(tokens);
        }
      }
    }
  }

  @Test
  void aTurnLongerThanThePackIsCutAtTheEndOfAWord() {
    List<ConversationItem> talk =
        Talks.of("Ann: " + "My mother worked and then she sang to the children. ".repeat(200));

    List<SectionBrief> sections =
        new Packs(ranked(talk), Locale.ENGLISH, 200).forUpdate(memoir, talk, Set.of()).sections();

    ConversationItem cut = sections.get(PEOPLE).evidence().getFirst();
    assertThat(tokens(sections.get(PEOPLE))).isBetween(150, 200);
    assertThat(talk.getFirst().text().text()).startsWith(cut.text().text() + " ");
    assertThat(cut.id()).isEqualTo(talk.getFirst().id());
  }

  @Test
  void theQuestionBeforeATurnComesWithIt() {
    List<ConversationItem> mother = turnsOf("My mother was Isabella Main");

    List<ConversationItem> pack =
        packs(interview).forUpdate(memoir, mother, Set.of()).sections().get(PEOPLE).evidence();

    assertThat(pack).extracting(it -> it.text().text()).contains("And your mother?");
    assertThat(pack).isSortedAccordingTo(ConversationItem.IN_ORDER);
  }

  @Test
  void whatIsPointedToComesBeforeWhatIsNew() {
    List<ConversationItem> pointed = turnsOf("My mother was Isabella Main");
    List<ConversationItem> all = new ArrayList<>(interview);
    Set<ItemId> ids = pointed.stream().map(ConversationItem::id).collect(Collectors.toSet());

    var packs = new Packs(ranked(interview), Locale.ENGLISH, 400);

    assertThat(packs.forUpdate(memoir, all, ids).sections().get(PEOPLE).evidence())
        .containsAll(pointed);
  }

  @Test
  void thereIsRoomLeftForWhatWasSaidOfItBefore() {
    List<ConversationItem> last = turnsOf("In 1974 I was offered Skerryvore");

    List<SectionBrief> sections = packs(interview).forUpdate(memoir, last, Set.of()).sections();

    int section = concerned(sections).getFirst();
    assertThat(sections.get(section).evidence()).hasSizeGreaterThan(4);
    assertThat(tokens(sections.get(section))).isGreaterThan(TOKENS / 2);
  }

  @Test
  void whoeverReadsEverythingGetsAllOfWhatIsNewAndNothingElse() {
    List<ConversationItem> late = interview.subList(20, interview.size());
    var packs = new Packs(ranked(interview), Locale.ENGLISH, Packs.UNBOUNDED);

    List<SectionBrief> sections = packs.forUpdate(memoir, late, Set.of()).sections();

    assertThat(given(sections))
        .containsAll(late.stream().filter(ConversationItem::client).toList())
        .hasSizeLessThan((int) interview.stream().filter(ConversationItem::client).count());
  }

  @Test
  void whatHasNoRoomIsLeftFromTheFirstTurnOnThatHasNone() {
    var packs = new Packs(ranked(interview), Locale.ENGLISH, 400);

    Packs.Packed packed = packs.forUpdate(memoir, interview, Set.of());

    List<ConversationItem> read =
        clients().stream().filter(item -> !packed.unread().contains(item.id())).toList();
    assertThat(read).isNotEmpty().isEqualTo(clients().subList(0, read.size()));
    assertThat(packed.unread()).hasSize(clients().size() - read.size()).isNotEmpty();
    assertThat(given(packed.sections()))
        .as("nothing of what is left is to be drafted yet")
        .isSubsetOf(read);
  }

  @Test
  void laterUpdatesReadAllThatTheFirstLeft() {
    var packs = new Packs(ranked(interview), Locale.ENGLISH, 400);
    List<ConversationItem> left = clients();
    Set<ConversationItem> given = new HashSet<>();
    for (int update = 0; !left.isEmpty() && update < 100; update++) {
      Packs.Packed packed = packs.forUpdate(memoir, left, Set.of());
      given.addAll(given(packed.sections()));
      left = left.stream().filter(item -> packed.unread().contains(item.id())).toList();
    }

    assertThat(left).isEmpty();
    assertThat(given).hasSizeGreaterThan(clients().size() * 9 / 10);
  }

  @Test
  void aSectionWhoseNewTurnsAllWaitGetsNothingYet() {
    List<ConversationItem> talk = ofPeopleAndThenOfWork();
    List<ConversationItem> untilNow = talk.subList(1, 4);
    var unbounded = new Packs(ranked(talk), Locale.ENGLISH, Packs.UNBOUNDED);
    assertThat(concerned(unbounded.forUpdate(memoir, untilNow, Set.of()).sections()))
        .contains(PEOPLE, WORK_AND_LOVE);

    Packs.Packed packed =
        new Packs(ranked(talk), Locale.ENGLISH, 300).forUpdate(memoir, untilNow, Set.of());

    assertThat(packed.unread()).contains(talk.getLast().id());
    assertThat(concerned(packed.sections())).contains(PEOPLE).doesNotContain(WORK_AND_LOVE);
  }

  @Test
  void aLockedSectionTakesNoTurnFromOneThatMayBeDrafted() {
    for (int locked = 0; locked < memoir.size(); locked++) {
      List<SectionBrief> sections = withLocked(locked);
      var unbounded = new Packs(ranked(interview), Locale.ENGLISH, Packs.UNBOUNDED);
      Set<ItemId> draftable = open(unbounded.forUpdate(sections, interview, Set.of()));

      Packs.Packed packed =
          new Packs(ranked(interview), Locale.ENGLISH, 400)
              .forUpdate(sections, interview, Set.of());

      Set<ItemId> known = new HashSet<>(packed.unread());
      known.addAll(open(packed));
      assertThat(known).containsAll(draftable);
    }
  }

  @Test
  void aLockedSectionHoldsNothingUp() {
    List<ConversationItem> talk = ofPeopleAndThenOfWork();

    Packs.Packed packed =
        new Packs(ranked(talk), Locale.ENGLISH, 300)
            .forUpdate(withLocked(PEOPLE), talk.subList(1, 4), Set.of());

    assertThat(ids(packed.sections().get(WORK_AND_LOVE))).contains(talk.getLast().id());
  }

  /// Far from each other: what is said near a turn counts for it.
  private static List<ConversationItem> ofPeopleAndThenOfWork() {
    return Talks.of(
        "Ann: " + "I worked at the mill for love of work. ".repeat(3),
        "Ann: " + "My mother and my sister were people who shaped me. ".repeat(100),
        "Ann: " + "People noticed my mother and my sister first. ".repeat(200),
        "Ann: " + "I worked at the mill, and work was what he loved. ".repeat(400));
  }

  private List<SectionBrief> withLocked(int place) {
    List<SectionBrief> sections = new ArrayList<>(memoir);
    SectionBrief it = memoir.get(place);
    sections.set(
        place,
        new SectionBrief(it.id(), it.heading(), it.guide(), it.blocks(), it.evidence(), true));
    return sections;
  }

  /// What may be cited where a draft may write.
  private static Set<ItemId> open(Packs.Packed packed) {
    return packed.sections().stream()
        .filter(section -> !section.locked())
        .flatMap(section -> ids(section).stream())
        .collect(Collectors.toSet());
  }

  private static Set<ItemId> ids(SectionBrief section) {
    return section.evidence().stream()
        .filter(ConversationItem::client)
        .map(ConversationItem::id)
        .collect(Collectors.toSet());
  }

  @Test
  void whatIsNewWaitsWhereWhatIsPointedToFillsThePacks() {
    List<ConversationItem> talk = Talks.of("Ann: " + "My mother sang to the children. ".repeat(20));
    List<ConversationItem> planning = planned("It should be about my mother. ".repeat(22), 2);
    List<ConversationItem> material = new ArrayList<>(planning);
    material.addAll(talk);
    Set<ItemId> pointed = planning.stream().map(ConversationItem::id).collect(Collectors.toSet());

    Packs.Packed packed =
        new Packs(ranked(talk), Locale.ENGLISH, 400).forUpdate(memoir, material, pointed);

    assertThat(packed.sections().get(PEOPLE).evidence()).containsExactlyElementsOf(planning);
    assertThat(packed.unread()).containsExactly(talk.getFirst().id());
  }

  /// What was said before there was anything to tell.
  private static List<ConversationItem> planned(String words, int turns) {
    ConversationItem like = Talks.of("Ann: " + words).getFirst();
    var session = new SessionId(new UUID(1, 2));
    return IntStream.range(0, turns)
        .mapToObj(turn ->
            new ConversationItem(
                new ItemId(session, "item_" + turn),
                turn,
                like.revision(),
                like.role(),
                like.speaker(),
                true,
                like.text()))
        .toList();
  }

  @Test
  void aRefinementReadsWhatWasSaidAboutItsTask() {
    var task = new Refinement(memoir.get(PEOPLE).id(), new Words("More about Mrs. Main's gander."));

    List<SectionBrief> sections =
        packs(interview).forRefinement(memoir, task, turnsOf("I asked her to the pictures"));

    assertThat(concerned(sections)).containsExactly(PEOPLE);
    assertThat(sections.get(PEOPLE).evidence())
        .containsAll(turnsOf("terrified of Mrs. Main's gander"))
        .containsAll(turnsOf("I asked her to the pictures"));
  }

  @Test
  void theSameConversationGivesTheSamePacks() {
    assertThat(packs(interview).forUpdate(memoir, interview, Set.of()))
        .isEqualTo(packs(interview).forUpdate(memoir, interview, Set.of()));
  }

  private static Packs packs(List<ConversationItem> talk) {
    return new Packs(ranked(talk), Locale.ENGLISH, TOKENS);
  }

  private static Ranked ranked(List<ConversationItem> talk) {
    return Ranked.of(talk, Locale.ENGLISH, Meanings.UNKNOWN);
  }

  private List<ConversationItem> turnsOf(String words) {
    List<ConversationItem> found =
        interview.stream().filter(item -> item.text().text().contains(words)).toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  private List<ConversationItem> clients() {
    return interview.stream().filter(ConversationItem::client).toList();
  }

  private static Set<ConversationItem> given(List<SectionBrief> sections) {
    return sections.stream()
        .flatMap(section -> section.evidence().stream())
        .filter(ConversationItem::client)
        .collect(Collectors.toSet());
  }

  private static List<Integer> concerned(List<SectionBrief> sections) {
    List<Integer> concerned = new ArrayList<>();
    for (int s = 0; s < sections.size(); s++) {
      if (!sections.get(s).evidence().isEmpty()) {
        concerned.add(s);
      }
    }
    return concerned;
  }

  private static int tokens(SectionBrief section) {
    return section.evidence().stream().mapToInt(item -> Tokens.of(item.text().text())).sum();
  }
}
