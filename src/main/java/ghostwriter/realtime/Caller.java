package ghostwriter.realtime;

import ghostwriter.realtime.protocol.SessionSettings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/// Whoever showed a key.
final class Caller extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;

  private final transient Optional<SessionSettings> settings;

  private Caller(Optional<SessionSettings> settings) {
    super(List.of());
    this.settings = settings;
    setAuthenticated(true);
  }

  /// The bearer of the engine's own key.
  static Caller owner() {
    return new Caller(Optional.empty());
  }

  /// The bearer of a client secret, whose sessions begin with these settings.
  static Caller guest(SessionSettings settings) {
    return new Caller(Optional.of(settings));
  }

  boolean isOwner() {
    return settings.isEmpty();
  }

  /// What the caller's sessions begin with, where that was said when the secret was made.
  Optional<SessionSettings> settings() {
    return settings;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return isOwner() ? "owner" : "guest";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
