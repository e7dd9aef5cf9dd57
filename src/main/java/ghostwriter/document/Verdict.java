package ghostwriter.document;

/// What came of a person's decision on a proposal.
public sealed interface Verdict {
  /// It stands in the document now.
  record Accepted(int version) implements Verdict {}

  record Rejected() implements Verdict {}

  /// It had been decided before.
  record Decided(Proposal.State state) implements Verdict {}

  /// What it belongs to is not in the document any more; it stays open.
  record NoPlace() implements Verdict {}

  /// What it would change has been worded anew since the person read it; it stays open.
  record MovedOn() implements Verdict {}

  /// It writes nothing that could be worded otherwise.
  record NoWording() implements Verdict {}

  record Unknown() implements Verdict {}
}
