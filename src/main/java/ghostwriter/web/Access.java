package ghostwriter.web;

import ghostwriter.account.Accounts;
import ghostwriter.account.Person;
import ghostwriter.account.Role;
import ghostwriter.project.Project;
import ghostwriter.project.Projects;
import ghostwriter.vocabulary.ProjectId;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Asks, for each route, whether this person may.
@Component
class Access {
  private final Accounts accounts;
  private final Projects projects;

  Access(Accounts accounts, Projects projects) {
    this.accounts = accounts;
    this.projects = projects;
  }

  /// Who asks. Every route under `/api` but the sign-in has somebody.
  Person person() {
    if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
      return signedIn.getPrincipal();
    }
    throw Problem.unauthorized(
        "You are not signed in; run ./ghostwriter link for a new sign-in link.");
  }

  Person operator() {
    Person person = person();
    if (!person.operator()) {
      throw Problem.forbidden("Only an operator may do this; ask one.");
    }
    return person;
  }

  /// Who asks, where they may begin a project.
  Person beginner() {
    Person person = person();
    if (!accounts.mayBegin(person)) {
      throw Problem.forbidden("A reviewer may not begin a project; ask an operator.");
    }
    return person;
  }

  /// The project, for somebody who may read it.
  Project read(ProjectId id) {
    return with(id, Role.REVIEWER);
  }

  /// The project, for somebody who may write in it.
  Project write(ProjectId id) {
    return with(id, Role.AUTHOR);
  }

  Role role(ProjectId id) {
    return accounts.roleOf(person(), id).orElseThrow(Access::unknown);
  }

  private Project with(ProjectId id, Role needed) {
    if (!role(id).atLeast(needed)) {
      throw Problem.forbidden("A reviewer may only read; ask an author of the project.");
    }
    return projects.find(id).orElseThrow(Access::unknown);
  }

  private static Problem unknown() {
    return Problem.notFound("There is no such project; look at the list of projects.");
  }
}
