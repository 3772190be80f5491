#!/bin/sh
# Installs the readers that tests hold exports against, into a folder of the
# user's cache; tests look for them there. Nothing is done where they are.
set -eu
cd "$(dirname "$0")"
dir="${XDG_CACHE_HOME:-$HOME/.cache}/analyze-readers"
if cmp -s requirements.txt "$dir/requirements.txt"; then exit 0; fi
rm -rf "$dir"
python3 -m venv "$dir"
"$dir/bin/pip" install --quiet --disable-pip-version-check -r requirements.txt
cp requirements.txt "$dir/"
