package ghostwriter.cluster;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;

/// Files that only their owner may read, written whole or not at all.
final class OwnedFiles {
  private static final SecureRandom RANDOM = new SecureRandom();

  private OwnedFiles() {}

  /// Writes the text through a temporary neighbour, mode 0600, so that a reader sees the old text
  /// or the new one. The file belongs to whoever owns its folder: root writing into another's
  /// folder must not lock that person out.
  static void write(Path file, String text) throws IOException {
    var neighbour = file.resolveSibling("." + file.getFileName() + "." + secret().substring(0, 8));
    try {
      var mode = PosixFilePermissions.asFileAttribute(ownerOnly(false));
      try (var channel = FileChannel.open(neighbour, Set.of(CREATE_NEW, WRITE), mode)) {
        var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      giveToOwnerOfFolder(neighbour);
      Files.move(neighbour, file, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(neighbour);
    }
  }

  /// 256 random bits that need no escaping in a URL, a file or a header.
  static String secret() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static void createFolder(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    var parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
    Files.createDirectories(parent);
    Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(ownerOnly(true)));
  }

  static Set<PosixFilePermission> ownerOnly(boolean folder) {
    return PosixFilePermissions.fromString(folder ? "rwx------" : "rw-------");
  }

  static void giveToOwnerOfFolder(Path file) throws IOException {
    var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    var owner = Files.getOwner(folder);
    if (!Files.getOwner(file).equals(owner)) {
      Files.setOwner(file, owner);
    }
  }

  static void giveTree(Path root, UserPrincipal owner) throws IOException {
    try (var files = Files.walk(root)) {
      for (var file : (Iterable<Path>) files::iterator) {
        if (!Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).equals(owner)) {
          Files.setOwner(file, owner);
        }
      }
    }
  }

  static void removeTree(Path root) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path folder, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
