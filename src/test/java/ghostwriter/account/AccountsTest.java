package ghostwriter.account;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.testing.SteppingClock;
import ghostwriter.testing.TestHouse;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsTest {
  private final SteppingClock clock = new SteppingClock();
  private final TestHouse house = new TestHouse(clock);
  private final Accounts accounts = house.accounts;

  @AfterAll
  void close() {
    house.close();
  }

  @Test
  void aLinkLetsItsPersonInOnce() {
    var anna = house.person("Anna");
    var link = accounts.newLink(anna.id());

    assertThat(accounts.byCookie(signIn(link).orElseThrow())).contains(anna);
    assertThat(signIn(link)).isEmpty();
  }

  @Test
  void aLinkIsGoodForADay() {
    var anna = house.person("Anna");
    var late = accounts.newLink(anna.id());
    clock.advance(Accounts.LINK_LIFE.minusMillis(1));
    var inTime = accounts.newLink(anna.id());
    assertThat(signIn(inTime)).isPresent();
    clock.advance(Duration.ofMillis(1));

    assertThat(signIn(late)).isEmpty();
  }

  @Test
  void aSignInIsGoodForAMonthOrUntilSigningOut() {
    var cookie = signIn(accounts.newLink(house.person("Anna").id())).orElseThrow();
    var other = signIn(accounts.newLink(house.person("Ben").id())).orElseThrow();
    accounts.signOut(other);
    assertThat(accounts.byCookie(other)).isEmpty();

    clock.advance(Accounts.SIGN_IN_LIFE.minusMillis(1));
    assertThat(accounts.byCookie(cookie)).isPresent();
    clock.advance(Duration.ofMillis(1));
    assertThat(accounts.byCookie(cookie)).isEmpty();
  }

  @Test
  void whatIsOverGoesWhenANewLinkIsMadeAndNothingElse() {
    var anna = house.person("Anna");
    var cookie = signIn(accounts.newLink(anna.id())).orElseThrow();
    accounts.newLink(anna.id());
    clock.advance(Accounts.LINK_LIFE.plusMillis(1));

    accounts.newLink(anna.id());

    assertThat(house.sql.sql("select count(*) from sign_in_link").query(Integer.class).single())
        .isEqualTo(1);
    assertThat(accounts.byCookie(cookie)).contains(anna);
  }

  @Test
  void aMemberIsFoundAgainByName() {
    var project = house.project("memoir").id();
    var anna = house.person("Anna Berg");
    accounts.addMember(project, anna.id(), Role.REVIEWER);

    assertThat(accounts.memberNamed(project, "Anna Berg")).contains(anna);
    assertThat(accounts.memberNamed(project, "Nobody")).isEmpty();
    assertThat(accounts.operatorNamed("Anna Berg")).isEmpty();
  }

  @Test
  void aSecretOpensOnlyItsOwnDoor() {
    var link = accounts.newLink(house.person("Anna").id());

    assertThat(accounts.byCookie(link)).isEmpty();
    assertThat(accounts.byToken(link)).isEmpty();
    assertThat(accounts.byCookie(Secret.random())).isEmpty();
    assertThat(link.toString()).doesNotContain(link.text());
  }

  @Test
  void aTokenIsKnownOnceItWasAllowed() {
    var anna = house.person("Anna");
    var token = Secret.random();
    accounts.allow(token, anna.id());
    accounts.allow(token, anna.id());

    assertThat(accounts.byToken(token)).contains(anna);
  }

  @Test
  void aProjectIsItsMembersBusinessAndEveryOperators() {
    var project = house.project("memoir").id();
    var reviewer = house.person("Reviewer");
    accounts.addMember(project, reviewer.id(), Role.AUTHOR);
    accounts.addMember(project, reviewer.id(), Role.REVIEWER);

    assertThat(accounts.roleOf(reviewer, project)).contains(Role.REVIEWER);
    assertThat(accounts.roleOf(house.person("Stranger"), project)).isEmpty();
    assertThat(accounts.roleOf(accounts.add("Operator", true), project)).contains(Role.OPERATOR);
    assertThat(accounts.projectsOf(reviewer.id())).containsExactly(project);
  }

  @Test
  void thereIsOneFirstOperatorHoweverManyAskAtOnce() throws Exception {
    Callable<Person> asking = () -> house.inTransaction(accounts::firstOperator);
    try (var threads = Executors.newFixedThreadPool(4)) {
      var answers = threads.invokeAll(Collections.nCopies(8, asking));
      for (var answer : answers) {
        assertThat(answer.get()).isEqualTo(answers.getFirst().get());
      }
    }
  }

  private Optional<Secret> signIn(Secret link) {
    return house.inTransaction(() -> accounts.signIn(link));
  }
}
