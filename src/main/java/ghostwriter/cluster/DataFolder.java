package ghostwriter.cluster;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The folder in which one server keeps what it must not lose, open for the life of the process.
///
/// *In use* means that our process holds an OS lock on `lock`, which ends with the process however
/// it ends. `lock` also names the holder's process id, `server.json` the address of a server that
/// is ready, `token` the word with which the command line signs in, and `engine-key` the one that
/// opens the built-in engine.
public final class DataFolder implements AutoCloseable {
  private static final int LOOKS = 5;

  private final Path path;
  private final FileChannel channel;
  private final FileLock lock;

  private DataFolder(Path path, FileChannel channel, FileLock lock) {
    this.path = path;
    this.channel = channel;
    this.lock = lock;
  }

  /// Where the data lies: what was asked for with `--data`, otherwise
  /// `${XDG_DATA_HOME:-~/.local/share}/ghostwriter`.
  public static Path locate(@Nullable Path asked, Map<String, String> environment) {
    if (asked != null) {
      return asked.toAbsolutePath().normalize();
    }
    var shared = environment.getOrDefault("XDG_DATA_HOME", "");
    // A relative XDG_DATA_HOME is invalid and has to be ignored (XDG Base Directory Specification).
    if (shared.startsWith("/")) {
      return Path.of(shared, "ghostwriter").normalize();
    }
    var home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return Path.of(home, ".local", "share", "ghostwriter").toAbsolutePath();
  }

  /// Creates the folder where it is missing (mode 0700) and takes it for this process.
  ///
  /// @throws StartRefused where another process has it open, or it cannot be written
  public static DataFolder open(Path path) {
    var folder = path.toAbsolutePath().normalize();
    try {
      OwnedFiles.createFolder(folder);
      return take(folder);
    } catch (IOException e) {
      throw StartRefused.failed(
          "The data folder %s cannot be used (%s); choose another one with --data."
              .formatted(folder, reason(e)),
          e);
    }
  }

  private static DataFolder take(Path folder) throws IOException {
    var file = folder.resolve("lock");
    var mode = PosixFilePermissions.asFileAttribute(OwnedFiles.ownerOnly(false));
    var channel = FileChannel.open(file, Set.of(CREATE, READ, WRITE), mode);
    try {
      var lock = lock(channel);
      if (lock == null) {
        throw inUse(folder, channel);
      }
      OwnedFiles.giveToOwnerOfFolder(file);
      channel.truncate(0);
      channel.write(utf8(ProcessHandle.current().pid() + "\n"), 0);
      Files.deleteIfExists(folder.resolve("server.json"));
      return new DataFolder(folder, channel, lock);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /// The command line looks whether the folder is free by holding the lock for a moment.
  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    var lock = tryLock(channel);
    for (int again = 0; lock == null && again < LOOKS; again++) {
      Pause.briefly();
      lock = tryLock(channel);
    }
    return lock;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException held) {
      // The same answer for a second start within this process as for another process.
      return null;
    }
  }

  private static StartRefused inUse(Path folder, FileChannel channel) throws IOException {
    var bytes = ByteBuffer.allocate(32);
    channel.read(bytes, 0);
    var pid = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8).strip();
    var holder =
        ServerNote.read(folder)
            .map(note -> "the server at " + note.address() + " (process " + note.pid() + ")")
            .orElse(pid.isEmpty() ? "another process" : "process " + pid);
    return StartRefused.failed(
        "The data folder %s is in use by %s; stop that one or choose another folder with --data."
            .formatted(folder, holder));
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getClass().getSimpleName();
    };
  }

  /// The folder, absolute.
  public Path path() {
    return path;
  }

  /// Tells the command line where the server answers, once its port is open. Holds until this
  /// folder is closed.
  public void announce(URI address) {
    try {
      new ServerNote(address, ProcessHandle.current().pid(), Parent.pid()).write(path);
    } catch (IOException e) {
      throw StartRefused.failed(
          "The data folder %s cannot be written (%s).".formatted(path, reason(e)), e);
    }
  }

  /// The word with which the command line signs in: 256 random bits in `token`, mode 0600, made at
  /// the first call.
  public String token() {
    return word("token");
  }

  /// The word that opens the built-in engine where no other was set: 256 random bits in
  /// `engine-key`, mode 0600, made at the first call.
  public String engineKey() {
    return word("engine-key");
  }

  /// What the node that runs on this folder goes by where no other name was set: in `node`, made at
  /// the first call.
  public String node() {
    return word("node");
  }

  private String word(String name) {
    var file = path.resolve(name);
    try {
      return readWord(file)
          .orElseGet(() -> {
            var word = OwnedFiles.secret();
            writeWord(file, word);
            return word;
          });
    } catch (IOException e) {
      throw wordUnusable(file, e);
    }
  }

  private static Optional<String> readWord(Path file) throws IOException {
    try {
      return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    }
  }

  private static void writeWord(Path file, String word) {
    try {
      OwnedFiles.write(file, word + "\n");
    } catch (IOException e) {
      throw wordUnusable(file, e);
    }
  }

  private static StartRefused wordUnusable(Path file, IOException e) {
    return StartRefused.failed(
        "The file %s cannot be read or written (%s).".formatted(file, reason(e)), e);
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Withdraws the announcement and frees the folder for the next process.
  @Override
  public void close() {
    if (!lock.isValid()) {
      return;
    }
    try (channel;
        lock) {
      Files.deleteIfExists(path.resolve("server.json"));
      channel.truncate(0);
    } catch (IOException e) {
      // Nothing to save here: the lock ends with the process, and the next start clears the rest.
    }
  }
}
