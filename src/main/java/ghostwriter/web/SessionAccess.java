package ghostwriter.web;

import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.interview.Interview;
import ghostwriter.interview.Interviews;
import ghostwriter.vocabulary.SessionId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks, for each route of a live session, whether this person may. A session with a project is
/// that project's; before it is only its person's.
@Component
class SessionAccess {
  private final Interviews interviews;
  private final Accounts accounts;
  private final Access access;

  SessionAccess(Interviews interviews, Accounts accounts, Access access) {
    this.interviews = interviews;
    this.accounts = accounts;
    this.access = access;
  }

  /// The session, for somebody who may read it.
  Interview read(SessionId id) {
    return interviews
        .find(id)
        .filter(interview -> role(access.person(), interview).isPresent())
        .orElseThrow(() -> Problem.notFound("There is no such conversation; begin a new one."));
  }

  /// The session, for somebody who may talk in it.
  Interview write(SessionId id) {
    Interview interview = read(id);
    if (!mayWrite(access.person(), interview)) {
      throw Problem.forbidden("A reviewer may only read along; ask an author of the project.");
    }
    return interview;
  }

  boolean mayWrite(Person person, Interview interview) {
    return role(person, interview).filter(role -> role.atLeast(Role.AUTHOR)).isPresent();
  }

  /// What a person is to a session; empty for strangers.
  Optional<Role> role(Person person, Interview interview) {
    if (interview.project().isPresent()) {
      return accounts.roleOf(person, interview.project().get());
    }
    boolean own = person.operator() || person.id().equals(interview.person());
    return own ? Optional.of(Role.AUTHOR) : Optional.empty();
  }

  SessionView view(Interview interview, Person viewer) {
    String name = accounts.find(interview.person()).map(Person::name).orElse("");
    return SessionView.of(
        interview, name, interviews.waiting(interview), mayWrite(viewer, interview));
  }
}
