#!/bin/sh
# Puts the portal below a path of its host: `./set-path.sh /portal` rewrites dist/index.html, and `./set-path.sh /` back.
# Needs nothing but a POSIX shell, sed and gzip; where `brotli` is installed, that copy of the page is made anew as well.
set -eu
cd "$(dirname "$0")/dist"
path=${1:?Name the path, such as /portal, or / for the root of the host.}
path=${path%/}
case $path in
  "") ;;
  /*[!A-Za-z0-9/_.-]* | *//* | *..*) echo "$path: use letters, digits, dots, dashes and slashes." >&2; exit 1 ;;
  /*) ;;
  *) echo "$path: the path begins with a slash, as in /portal." >&2; exit 1 ;;
esac
# The path it lies below now.
now=$(sed -n 's/.*<script[^>]* data-base=\([^ >]*\).*/\1/p' index.html)
sed -E -e 's/ data-base=[^ >]*//' -e "s#((href|src|data-js|data-wasm)=\"?)$now/#\1$path/#g" index.html > index.new
if [ -n "$path" ]; then
  sed "s#<script #<script data-base=$path #" index.new > index.html
  rm index.new
else
  mv index.new index.html
fi
gzip -9 -n -c index.html > index.html.gz
rm -f index.html.br
if command -v brotli >/dev/null 2>&1; then brotli -q 11 -o index.html.br index.html; fi
echo "The portal is for ${path:-/} now. Its API is expected at $path/api/v1; config.json can say otherwise."
