package ghostwriter;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Ghostwriter {
  public static void main(String[] args) {
    SpringApplication.run(Ghostwriter.class, args);
  }
}
