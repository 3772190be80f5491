#!/bin/sh
# Words a second of quantulum3, and of CQE where its environment has it, beside
# ours on the texts of corpus/. Usage: figures.sh. The environment is
# ${PEERS_FIGURES_VENV:-/tmp/peers-figures-venv}.
set -e
cd "$(dirname "$0")/../.."
venv=${PEERS_FIGURES_VENV:-/tmp/peers-figures-venv}
if [ ! -x "$venv/bin/python" ]; then
	python3 -m venv "$venv"
	"$venv/bin/pip" install -q quantulum3==0.10.0
fi
theirs=$("$venv/bin/python" -W ignore - <<'PY'
import importlib.util
import logging
import pathlib
import time

logging.disable(logging.CRITICAL)
blocks = []
for f in sorted(pathlib.Path("corpus").iterdir()):
    if f.suffix in (".txt", ".md"):
        text = f.read_text(encoding="utf-8", errors="replace")
        blocks += [b for b in text.split("\n\n") if b.strip()]
words = sum(len(b.split()) for b in blocks)


def rate(name, parse):
    parse("It is two metres long.")  # loads what it loads once
    start = time.process_time()
    found = sum(len(parse(b)) for b in blocks)
    print(name, round(words / (time.process_time() - start)), found)


from quantulum3 import parser

rate("quantulum3", parser.parse)
if importlib.util.find_spec("CQE"):
    from CQE import CQE

    rate("CQE", CQE.CQE().parse)
PY
)
ours=$(GOMAXPROCS=1 go test ./internal/nlp/figure -run '^$' -bench 'Figures$|FiguresOfText' -benchtime 2s |
	awk '/^Benchmark/ { for (i = 2; i <= NF; i++) if ($i == "words/s") print $1, $(i - 1) }')
printf '%s\n%s\n' "$theirs" "$ours" | awk '
	/^Benchmark/ { name = $1; sub(/-[0-9]+$/, "", name); sub(/^Benchmark/, "ours, ", name); speed[name] = $2; order[++n] = name; next }
	NF { printf "%-22s %9d words/s, %d found\n", $1, $2, $3; peer[++m] = $1; theirs[$1] = $2 }
	END {
		for (i = 1; i <= n; i++) {
			printf "%-22s %9d words/s", order[i], speed[order[i]]
			for (j = 1; j <= m; j++) printf ", %.0f times %s", speed[order[i]] / theirs[peer[j]], peer[j]
			print ""
		}
	}'
