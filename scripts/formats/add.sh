#!/bin/sh
# Add the documents that fetch.sh gathered in OUT to a corpus of their own, as a
# user would, and count by the ending of their names what was added and what
# was refused for which reason: the table of docs/formats.md.
#
#     scripts/formats/add.sh ANALYZE OUT
#
# ANALYZE is the program. The corpus is OUT/added. Exits 1 if the program broke
# off; documents that it refuses are what is counted.
set -u
program=$(realpath "$1") out=$(realpath "$2")
rm -rf "$out/added" && mkdir -p "$out/added" && cd "$out/added"
"$program" add "$out/files" > add.out 2> add.err
code=$?
python3 - <<'PY'
import collections, re
added, refused = collections.Counter(), collections.Counter()
def ending(name):
    base = name.strip().rsplit("/", 1)[-1]
    end = base.rsplit(".", 1)[-1].lower()
    return "mail" if "RFC822" in base else end if "." in base and len(end) < 7 else "none"
for line in open("add.err", errors="replace"):
    if m := re.match(r"analyze: added (.*)", line):
        added[ending(m[1])] += 1
    elif m := re.match(r"analyze: not added: (.*?): (.*)", line):
        refused[ending(m[1]), re.sub(r", as .*| \(.*", "", m[2])] += 1
print("| format | added | refused | reasons |\n|---|---|---|---|")
for e in sorted(set(added) | {e for e, _ in refused}, key=lambda e: (-added[e], e)):
    why = [f"{n} {r}" for (k, r), n in refused.most_common() if k == e]
    print(f"| {e} | {added[e]} | {sum(n for (k, _), n in refused.items() if k == e)} | {'; '.join(why)} |")
print(sum(added.values()), "added,", sum(refused.values()), "refused")
PY
# 0: all added; 3: some refused, or some of them could not be read
[ "$code" = 0 ] || [ "$code" = 3 ] || { tail -5 add.err; exit 1; }
