package ghostwriter.project;

import ghostwriter.account.Person;

/// What a room does for each new project, in the transaction that makes it: what it throws undoes
/// the project. So a project has everything it needs, whoever made it.
public interface Founding {
  void founded(Project project, BookKind kind, Person author);
}
