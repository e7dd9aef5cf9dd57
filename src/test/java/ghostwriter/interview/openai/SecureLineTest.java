package ghostwriter.interview.openai;

import static org.assertj.core.api.Assertions.assertThat;

import ghostwriter.interview.LineCommand;
import ghostwriter.interview.LineEvent;
import ghostwriter.interview.LineEvent.Up;
import ghostwriter.interview.Overheard;
import ghostwriter.interview.websocket.Patience;
import ghostwriter.testing.SteppingClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Lines to a secure address.
class SecureLineTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private static SSLContext here;
  private static SSLContext elsewhere;

  /// Two certificates that nobody else has signed: one for this machine, one for another name.
  @BeforeAll
  static void makeCertificates(@TempDir Path folder) throws Exception {
    here = certificate(folder.resolve("here.p12"), "ip:127.0.0.1");
    elsewhere = certificate(folder.resolve("elsewhere.p12"), "dns:elsewhere.example");
  }

  private static SSLContext certificate(Path file, String name) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=a",
                "-ext",
                "san=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(file.resolveSibling(file.getFileName() + ".log").toFile())
            .start();
    assertThat(made.waitFor()).isZero();
    return context(file);
  }

  private static SSLContext context(Path file) throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream bytes = Files.newInputStream(file)) {
      store.load(bytes, PASSWORD);
    }
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  @Test
  void aSecureLineSpeaksAndBearsSilenceLikeAnyOther() {
    try (var provider =
        provider(
            here,
            call -> {
              call.begin();
              assertThat(call.hear().path("type").asString()).isEqualTo("response.cancel");
              for (int pings = 0; pings < 3; pings++) {
                assertThat(call.get().kind()).isEqualTo(ProviderCall.PING);
                call.frame(ProviderCall.LAST | ProviderCall.PONG, new byte[0]);
              }
              call.sendInFrames(
                  "{\"type\":\"error\",\"error\":{\"code\":\"session_expired\",\"much\":\""
                      + "much ".repeat(100_000)
                      + "\"}}",
                  10_000);
              call.close(1001);
            })) {
      var heard = new Overheard();
      var line = line(provider, here).open(heard);
      heard.until(Up.class);
      line.send(new LineCommand.Hush());

      assertThat(heard.untilDown())
          .contains(new LineEvent.Complaint("session_expired"))
          .endsWith(
              new LineEvent.Down(
                  false, "The interviewer's session was at its end; connecting again."));
    }
  }

  @Test
  void aCertificateThatNobodyTrustedHasSignedIsNotBelieved() {
    refuses(here, elsewhere);
  }

  @Test
  void aCertificateForAnotherNameIsNotBelieved() {
    refuses(elsewhere, elsewhere);
  }

  private static void refuses(SSLContext shown, SSLContext trusted) {
    var heard = new Overheard();
    try (var provider =
        new ScriptedProvider(
            shown.getServerSocketFactory(),
            "wss",
            call -> {
              throw new AssertionError("the line told " + call.path());
            })) {
      line(provider, trusted).open(heard);

      assertThat(heard.untilDown())
          .containsExactly(
              new LineEvent.Down(false, "The interviewer does not answer; trying again."));
    }
  }

  private static ScriptedProvider provider(SSLContext shown, ScriptedProvider.Script script) {
    return new ScriptedProvider(shown.getServerSocketFactory(), "wss", script);
  }

  private static RealtimeProvider line(ScriptedProvider provider, SSLContext trusted) {
    SSLSocketFactory sockets = trusted.getSocketFactory();
    Patience patience = Called.patience(Called.LONG, Called.SHORT, Called.LONG);
    return new RealtimeProvider(
        () -> new Destination(provider.address(), Called.KEY, Called.MODEL),
        JsonMapper.builder().build(),
        new SteppingClock(),
        patience,
        () -> sockets);
  }
}
