package ghostwriter.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class DatabaseUrlTest {
  private static final String OURS = "ApplicationName=ghostwriter&logServerErrorDetail=false";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          postgresql://ann:pw@db.example:5433/books     | db.example:5433/books  | ann     | pw
          postgres://ann:pw@db/books                    | db/books               | ann     | pw
          postgresql://a%40b:p%3Aw%2F%25+@db/the%20book | db/the%20book          | a@b     | p:w/%+
          postgresql://ann:p@w@db/books                 | db/books               | ann     | p@w
          postgresql://ann@db                           | db/ann                 | ann     | ''
          postgresql://ann:pw@[::1]:5432/books          | [::1]:5432/books       | ann     | pw
          postgresql://ann:pw@one:1,two:2/books         | one:1,two:2/books      | ann     | pw
          postgresql:///books?user=ann&password=p%26w   | localhost/books        | ann     | p&w
          jdbc:postgresql://db:5432/books?user=ann      | db:5432/books          | ann     | ''
          """)
  void isReadInEveryUsualForm(String url, String place, String user, String password) {
    var access = DatabaseUrl.parse(url);

    assertThat(access)
        .isEqualTo(new DatabaseAccess("jdbc:postgresql://" + place + "?" + OURS, user, password));
    assertThat(Driver.parseURL(access.jdbcUrl(), new Properties())).isNotNull();
  }

  @Test
  void keepsItsParametersUnderTheDriversNames() {
    var access =
        DatabaseUrl.parse(
            "postgresql://a:b@c/d?sslmode=require&application_name=x%20y&connect_timeout=3");

    assertThat(access.jdbcUrl())
        .isEqualTo(
            "jdbc:postgresql://c/d?sslmode=require&ApplicationName=x%20y&connectTimeout=3&logServerErrorDetail=false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://ann:secret@db/books",
        "postgresql:/ann:secret@db/books",
        "ann:secret@db",
        "postgresql://db/books?password=secret",
        "postgresql://ann:secret@db:0/books",
        "postgresql://ann:secret@db:70000/books",
        "postgresql://ann:secret@db:port/books",
        "postgresql://ann:secret%@db/books",
        "postgresql://ann:secret@db/books?sslmode",
        "postgresql://ann:secret@d b/books",
        "   "
      })
  void isRefusedInOneSentenceThatKeepsThePassword(String url) {
    assertThatThrownBy(() -> DatabaseUrl.parse(url))
        .isInstanceOfSatisfying(
            StartRefused.class, refused -> assertThat(refused.exitStatus()).isEqualTo(2))
        .hasMessageStartingWith("DATABASE_URL ")
        .message()
        .doesNotContain("secret");
  }

  @Test
  void showsNoPasswordWhenPrinted() {
    assertThat(DatabaseUrl.parse("postgresql://ann:secret@db/books").toString())
        .doesNotContain("secret");
  }
}
