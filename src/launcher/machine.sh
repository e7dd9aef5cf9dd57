# What Ghostwriter needs of the machine: Java, Node, a locale. Sourced by ./ghostwriter.
# shellcheck shell=sh disable=SC2034 # shared with ./ghostwriter

# A whole JDK 25: the class files, the start-up cache and the compiler's plug-ins are made for it.
# Reads the file "release" instead of starting Java, which would cost every command a tenth of a second.
is_jdk_25() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r key value; do
    [ "$key" = JAVA_VERSION ] || continue
    case $value in
      \"25\" | \"25.* | \"25-* | \"25+*) return 0 ;;
    esac
  done <"$1/release"
  return 1
}

java_on_path() {
  found=$(command -v javac) || return 0
  found=$(readlink -f "$found" 2>/dev/null) || return 0
  printf '%s\n' "${found%/bin/javac}"
}

find_java() {
  for home in \
    "${JAVA_HOME-}" \
    "$(java_on_path)" \
    /usr/lib/jvm/* /usr/java/* /usr/lib64/jvm/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    "${SDKMAN_DIR:-${HOME-}/.sdkman}"/candidates/java/* \
    "${HOME-}"/.jdks/* \
    "${HOME-}"/.asdf/installs/java/* \
    "${HOME-}"/.local/share/mise/installs/java/* \
    /opt/*; do
    if is_jdk_25 "$home"; then
      JAVA_HOME=$home
      export JAVA_HOME
      java=$home/bin/java
      return
    fi
  done
  if [ -x /usr/libexec/java_home ] && home=$(/usr/libexec/java_home -v 25 2>/dev/null) &&
    is_jdk_25 "$home"; then
    JAVA_HOME=$home
    export JAVA_HOME
    java=$home/bin/java
    return
  fi
  fail "Ghostwriter needs a JDK 25: install one (for instance from https://adoptium.net) and, if it is not found, set JAVA_HOME to it."
}

is_node_new() {
  version=$("$1" --version 2>/dev/null) || return 1
  version=${version#v}
  major=${version%%.*}
  minor=${version#*.}
  minor=${minor%%.*}
  case $major$minor in
    '' | *[!0-9]*) return 1 ;;
  esac
  [ "$major" -gt 20 ] || { [ "$major" -eq 20 ] && [ "$minor" -ge 19 ]; }
}

# Only the build of the workspace needs Node.
find_node() {
  for node in \
    "$(command -v node)" \
    /opt/homebrew/bin/node /usr/local/bin/node \
    "${NVM_DIR:-${HOME-}/.nvm}"/versions/node/*/bin/node \
    "${HOME-}"/.local/share/mise/installs/node/*/bin/node \
    "${HOME-}"/.asdf/installs/nodejs/*/bin/node \
    "${HOME-}"/.volta/bin/node; do
    if [ -x "$node" ] && is_node_new "$node"; then
      PATH=$(dirname "$node"):$PATH
      export PATH
      return
    fi
  done
  fail "Building the workspace needs Node 20.19 or newer: install it (for instance from https://nodejs.org) so that 'node' is on the PATH."
}

# Without a UTF-8 locale Java on Linux cannot open a file whose name is not plain ASCII.
speak_utf8() {
  case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
    *[Uu][Tt][Ff]8* | *[Uu][Tt][Ff]-8*) ;;
    *)
      LC_ALL=C.UTF-8
      export LC_ALL
      ;;
  esac
}
