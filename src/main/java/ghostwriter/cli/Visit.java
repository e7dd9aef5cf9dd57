package ghostwriter.cli;

import java.util.Optional;

/// A server to talk to for the time of one command. Ends with it what was started for it.
record Visit(Server server, Optional<OwnServer> own) implements AutoCloseable {
  @Override
  public void close() {
    own.ifPresent(OwnServer::close);
  }
}
