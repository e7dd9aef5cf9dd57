package ghostwriter.interview;

import ghostwriter.vocabulary.SessionId;

/// Another node performs the session by now: whatever this one wanted to write is not written.
final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1;

  LeaseLost(SessionId session) {
    super("The session " + session + " is performed by another node.", null, false, false);
  }
}
