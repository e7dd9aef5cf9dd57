package ghostwriter.drafting;

/// Where a run can be held, so that its worker comes to its end just there.
enum Step {
  /// The claim is committed, nothing is read yet.
  CLAIMED,
  /// The model has been asked and thinks.
  PROMPT_WRITTEN,
  /// The model has answered; the database has been told to keep it and has not done so yet.
  ANSWER_RECEIVED,
  /// The answer is kept, nothing of it is used yet.
  STORED,
  /// The document is changed and the job ended, in a transaction that is not committed yet.
  APPLIED,
  /// The news of it is written as well, and still nothing is committed.
  REPORTED,
  /// All is committed; the worker does not know it yet.
  COMMITTED;

  /// Whether it lies within the transaction that publishes.
  boolean isInTransaction() {
    return this == APPLIED || this == REPORTED;
  }

  /// How often the model is asked by a worker that ends here.
  int asked() {
    return this == CLAIMED ? 0 : 1;
  }

  /// How often it is asked again after that: never for an answer that was received.
  int askedAgain() {
    return this == CLAIMED || this == PROMPT_WRITTEN ? 1 : 0;
  }
}
