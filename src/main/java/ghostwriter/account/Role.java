package ghostwriter.account;

/// What a person may do in a project, least first: a reviewer reads, an author also writes, an
/// operator may do everything everywhere.
public enum Role {
  REVIEWER,
  AUTHOR,
  OPERATOR;

  public boolean atLeast(Role needed) {
    return compareTo(needed) >= 0;
  }
}
