#!/bin/sh
# Builds the workspace into the folder given, and does only what is not done yet.
#
#   sh build.sh OUTDIR
#
# Nothing happens where OUTDIR/index.html is newer than every source; packages are installed only where
# package-lock.json is newer than the last installation.
set -eu

[ $# -eq 1 ] || { echo "usage: sh build.sh OUTDIR" >&2; exit 2; }
case "$1" in
  /*) out=$1 ;;
  *) out=$PWD/$1 ;;
esac
cd "$(dirname "$0")"
page="$out/index.html"

changed() { # true where a file or folder here is newer than $1
  [ -n "$(find . -path ./node_modules -prune -o -path . -o -newer "$1" -print | head -n 1)" ]
}

if [ -f "$page" ] && ! changed "$page"; then
  exit 0
fi

if ! command -v npm >/dev/null || ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' 2>/dev/null; then
  echo "The workspace needs Node 20.19 or newer with npm on the path: install it and run this again." >&2
  exit 1
fi

installed=node_modules/.package-lock.json
if [ ! -f "$installed" ] || [ -n "$(find package-lock.json -newer "$installed")" ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch "$installed"
fi

npm run --silent check
npm run --silent build -- --outDir "$out" --emptyOutDir --logLevel warn
