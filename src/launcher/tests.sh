# Installs what the tests need and runs them. Sourced by ./ghostwriter.
# shellcheck shell=sh disable=SC2154 # shared with ./ghostwriter

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo -n "$@"
  else
    return 1
  fi
}

find_chromium() {
  for browser in \
    "${CHROME_BIN-}" \
    "$(command -v chromium)" "$(command -v chromium-browser)" \
    "$(command -v google-chrome)" "$(command -v google-chrome-stable)" \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    /Applications/Chromium.app/Contents/MacOS/Chromium; do
    if [ -n "$browser" ] && [ -x "$browser" ]; then
      CHROME_BIN=$browser
      export CHROME_BIN
      return 0
    fi
  done
  return 1
}

# How this system installs Chromium, as words to run or to show.
chromium_installer() {
  if command -v apt-get >/dev/null; then
    echo "apt-get install -y --no-install-recommends chromium fonts-liberation"
  elif command -v dnf >/dev/null; then
    echo "dnf install -y chromium"
  elif command -v apk >/dev/null; then
    echo "apk add chromium font-liberation"
  elif command -v pacman >/dev/null; then
    echo "pacman -Sy --noconfirm chromium"
  elif command -v brew >/dev/null; then
    echo "brew install --cask google-chrome"
  fi
}

install_chromium() {
  installer=$(chromium_installer)
  [ -n "$installer" ] || fail "The tests need Chromium or Chrome: install it, or set CHROME_BIN to it."
  case $installer in
    brew*) runner= ;;
    *) runner=as_root ;;
  esac
  if [ "$(id -u)" -ne 0 ] && [ -z "${CI-}" ]; then
    fail "The tests need Chromium, which this installs: ${runner:+sudo }$installer"
  fi
  say "Installing Chromium for the tests."
  case $installer in
    apt-get*) as_root apt-get update -q >&2 ;;
  esac
  # shellcheck disable=SC2086 # a list of words
  DEBIAN_FRONTEND=noninteractive $runner $installer >&2
  find_chromium || fail "Chromium could not be installed by '$installer'."
}

run_tests() {
  excluded=
  case $#:${1-} in
    0:) ;;
    1:--nightly) excluded=-Dtests.excluded=none ;;
    *) misused "test takes no option but --nightly." ;;
  esac
  find_java
  find_node
  find_chromium || install_chromium
  find_maven
  cd "$root" && exec "$maven" -B -ntp $excluded verify
}
