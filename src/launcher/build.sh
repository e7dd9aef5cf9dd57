# Builds what is missing or out of date. Sourced by ./ghostwriter.
# shellcheck shell=sh disable=SC2154 # shared with ./ghostwriter
#
# target/app/ID holds one whole build, target/app/current names the one to run. A build that is
# killed leaves a folder nobody names. The folder of the build before stays, since a server may
# still run from it.

child=
locked=

# Runs a command so that our own end ends it as well. Where we are killed, the lock still names it.
attend() {
  "$@" &
  child=$!
  echo "$child" >"$lock/child"
  wait "$child"
  result=$?
  child=
  return "$result"
}

leave() {
  [ -z "$child" ] || kill "$child" 2>/dev/null
  [ -z "$locked" ] || rm -rf "$lock"
  locked=
}

is_current() {
  [ -r "$apps/current" ] || return 1
  read -r id <"$apps/current" || return 1
  app=$apps/$id
  [ -f "$app/ghostwriter.jar" ] || return 1
  # Folders count in src/main, so that a removed file is seen; the workspace's tools touch theirs.
  newer=$(find "$root/pom.xml" "$root/src/main" "$root/src/workspace" \
    \( -name node_modules -o -name dist -o -name '*.tsbuildinfo' \) -prune -o \
    \( -type f -o -path "$root/src/main/*" \) -newer "$app/started" -print 2>/dev/null | head -n 1)
  [ -z "$newer" ]
}

take_lock() {
  mkdir -p "$apps" || fail "The folder $root/target cannot be written, so nothing can be built."
  told=
  until mkdir "$lock" 2>/dev/null; do
    holder=$(cat "$lock/pid" 2>/dev/null)
    if [ -n "$holder" ] && ! is_alive "$holder" && ! is_alive "$(cat "$lock/child" 2>/dev/null)"; then
      break_lock "$holder"
    elif [ -z "$holder" ] && [ -n "$(find "$lock" -prune -mmin +1 2>/dev/null)" ]; then
      break_lock ""
    else
      [ -n "$told" ] || say "Another build is at work (process ${holder:-unknown}); waiting for it."
      told=1
      sleep 1
    fi
  done
  locked=1
  echo "$$" >"$lock/pid"
}

is_alive() {
  [ -n "$1" ] && kill -0 "$1" 2>/dev/null
}

# Moved away before it is removed: of two that find the same dead holder, one gets it.
break_lock() {
  mv "$lock" "$lock.$$" 2>/dev/null || return 0
  if [ "$(cat "$lock.$$/pid" 2>/dev/null)" = "$1" ]; then
    # What a killed compiler left may look whole to the next one.
    rm -rf "$lock.$$" "$root/target/classes" "$root/target/maven-status"
  else
    mv "$lock.$$" "$lock"
  fi
}

# Maven through the wrapper, which fetches it once; where it cannot, a Maven that is installed.
find_maven() {
  maven=$root/mvnw
  if [ ! -d "${MAVEN_USER_HOME:-${HOME-}/.m2}/wrapper/dists" ] &&
    ! (cd "$root" && ./mvnw --version >/dev/null 2>&1); then
    maven=$(command -v mvn) ||
      fail "Maven could not be fetched: connect to the internet once, or install Maven 3.9 so that 'mvn' is on the PATH."
  fi
}

# Only to be attended: becomes Maven.
package() {
  cd "$root" && exec "$maven" -B -ntp -Dmaven.test.skip=true -DskipWorkspaceTests=true -Dspotless.check.skip=true "$@" \
    package >"$root/target/build.log" 2>&1
}

build() {
  take_lock
  if is_current; then
    leave
    return
  fi
  find_node
  find_maven
  began=$(date +%s)
  say "Building Ghostwriter; the first time this takes a minute or two."
  id=$(date +%Y%m%d%H%M%S)-$$
  app=$apps/$id
  { mkdir "$app" && : >"$app/started"; } || fail "The folder $apps cannot be written."
  rm -f "$root"/target/ghostwriter-*.jar "$root"/target/ghostwriter-*.jar.original
  attend package || {
    # Maven remembers for a day what it could not find; only -U makes it look again.
    grep -q 'during a previous attempt' "$root/target/build.log" && attend package -U
  } || {
    grep -E '^\[(ERROR|WARNING)\]' "$root/target/build.log" | tail -n 20 >&2
    rm -rf "$app"
    fail "The build failed; all it said is in $root/target/build.log."
  }
  unpack || {
    rm -rf "$app"
    fail "The build could not be unpacked into $app."
  }
  train
  publish
  leave
  say "Built in $(($(date +%s) - began)) s."
}

unpack() {
  for jar in "$root"/target/ghostwriter-*.jar; do
    "$java" -Djarmode=tools -jar "$jar" extract --destination "$app" --force \
      --application-filename ghostwriter.jar >>"$root/target/build.log" 2>&1
    return
  done
}

# One short life of the server, on a data folder of its own, from which Java learns to start faster.
# All works without, only slower.
train() {
  say "Teaching it to start fast."
  # shellcheck disable=SC2086 # the options are a list
  attend env -i PATH="$PATH" HOME="${HOME-}" LC_ALL="${LC_ALL-}" \
    "$java" $server_options -XX:AOTCacheOutput="$app/server.aot" \
    -cp "$app/ghostwriter.jar" ghostwriter.Ghostwriter --train --port 0 --data "$app/training" \
    </dev/null >"$root/target/training.log" 2>&1 ||
    {
      say "That did not work (see $root/target/training.log); it will start more slowly."
      rm -f "$app/server.aot"
    }
  rm -rf "$app/training"
}

publish() {
  before=$(cat "$apps/current" 2>/dev/null)
  { echo "$id" >"$apps/current.new" && mv "$apps/current.new" "$apps/current"; } ||
    fail "The folder $apps cannot be written."
  for folder in "$apps"/*/; do
    case ${folder%/} in
      "$app" | "$apps/$before") ;;
      *) rm -rf "$folder" ;;
    esac
  done
}
