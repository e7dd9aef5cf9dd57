package ghostwriter.transcript;

import ghostwriter.vocabulary.SessionId;

/// Nothing can be said in this session: it is finished, or there is none.
public final class SessionClosed extends RuntimeException {
  private static final long serialVersionUID = 1;

  SessionClosed(SessionId session) {
    super("The session " + session + " is not open.", null, false, false);
  }
}
