package ghostwriter.account;

import ghostwriter.vocabulary.PersonId;

/// Somebody who may sign in.
public record Person(PersonId id, String name, boolean operator) {}
