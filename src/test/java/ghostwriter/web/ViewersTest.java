package ghostwriter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ghostwriter.vocabulary.PersonId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ViewersTest {
  private final Viewers viewers = new Viewers();
  private final PersonId person = new PersonId(UUID.randomUUID());

  @Test
  void aPersonHasOnlySoManyStreamsAtATime() {
    Viewers.Seat first = viewers.sit(person, () -> {});
    for (int i = 1; i < Viewers.SEATS; i++) {
      viewers.sit(person, () -> {});
    }

    assertThatThrownBy(() -> viewers.sit(person, () -> {})).hasMessageContaining("close some");
    viewers.sit(new PersonId(UUID.randomUUID()), () -> {});
    first.close();
    assertThat(viewers.sit(person, () -> {})).isNotNull();
  }
}
