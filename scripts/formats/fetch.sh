#!/bin/sh
# Gather documents that nobody here wrote: those of Debian's documentation
# packages and the test data of parser packages of Python, Go and Java.
#
#     scripts/formats/fetch.sh OUT
#
# Needs apt-get, pip, go and mvn with their usual registries. Packages that are not
# to be had are named and passed over. OUT/files then holds the documents, each
# under the name of its package; docs/formats.md says what came of them.
set -u
out=$(mkdir -p "$1" && cd "$1" && pwd)
mkdir -p "$out/deb" "$out/pip" "$out/go" "$out/mvn" "$out/files"

for p in debian-policy developers-reference debian-faq maint-guide debian-handbook harden-doc debian-reference-en \
	texlive-humanities-doc asymptote-doc aptitude-doc-en libtasn1-doc gnuplot-doc fityk-doc \
	r-cran-zoo r-cran-sandwich r-cran-vcd r-cran-lmtest r-cran-multcomp r-cran-survey r-cran-strucchange r-cran-plm r-cran-pscl r-cran-effects r-cran-lme4; do
	(cd "$out/deb" && ls "$p"_*.deb >/dev/null 2>&1 || apt-get download -qq "$p" 2>/dev/null || echo "not to be had: $p")
done
for f in "$out"/deb/*.deb; do
	dpkg-deb -x "$f" "$out/deb/$(basename "$f" | cut -d_ -f1)"
done

for p in python-docx python-pptx odfpy pdfplumber pdfminer.six pypdf trafilatura readability-lxml xlrd striprtf pyexcel-ods3 pyexcel-xlsx EbookLib mammoth newspaper4k tabula-py mail-parser; do
	(cd "$out/pip" && ls -d "$(echo "$p" | tr 'A-Z.-' 'a-z__')"* >/dev/null 2>&1 || pip download -q --no-deps --no-binary :all: "$p" 2>/dev/null || echo "not to be had: $p")
done
for f in "$out"/pip/*.tar.gz; do tar -xzf "$f" -C "$out/pip"; done

for m in github.com/go-shiori/go-readability@latest github.com/markusmobius/go-trafilatura@v1.12.2 github.com/xuri/excelize/v2@v2.9.0 \
	github.com/pdfcpu/pdfcpu@v0.9.1 github.com/ledongthuc/pdf@latest github.com/jhillyerd/enmime/v2@v2.3.0 code.sajari.com/docconv@latest github.com/emersion/go-message@latest; do
	dir=$(cd "$out/go" && GOFLAGS=-mod=mod go mod download -json "$m" 2>/dev/null | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
	[ -n "$dir" ] && cp -r "$dir" "$out/go/" && chmod -R u+w "$out/go" || echo "not to be had: $m"
done

for m in microsoft pdf html mail text miscoffice pkg; do
	jar="$out/mvn/tika-parser-$m-module-2.9.2-tests.jar"
	[ -f "$jar" ] || (cd "$out/mvn" && mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy -Dartifact="org.apache.tika:tika-parser-$m-module:2.9.2:jar:tests" -DoutputDirectory="$out/mvn" -Dtransitive=false) || echo "not to be had: tika, $m"
	unzip -qo "$jar" 'test-documents/*' -d "$out/mvn/tika-$m"
done

find "$out/deb" -name '*.gz' -path '*/doc/*' \( -name '*.pdf.gz' -o -name '*.html.gz' -o -name '*.txt.gz' \) -exec gunzip -f {} +
python3 - "$out" <<'PY'
import collections, os, pathlib, shutil, sys
out = pathlib.Path(sys.argv[1])
kinds = {"pdf", "html", "htm", "xhtml", "epub", "odt", "ods", "odp", "docx", "docm", "dotx", "pptx", "pptm", "xlsx", "xlsm", "rtf", "csv", "tsv",
         "eml", "mhtml", "mht", "mbox", "md", "txt", "zip", "tar", "tgz", "gz"}
most = 40  # of a kind from one package: a handbook is hundreds of pages
refused = {"doc", "xls", "ppt", "msg", "pages", "7z", "rar", "png", "xml", "json", "mdb", "wpd", "chm", "xlsb", "xps", "fodt"}
few = 5  # of what has no reader: the reasons are looked at
shutil.rmtree(out / "files")
count = collections.Counter()
for side in ("deb", "pip", "go", "mvn"):
    for root, dirs, files in os.walk(out / side):
        dirs.sort()
        for f in sorted(files):
            path = pathlib.Path(root) / f
            ext = path.suffix.lower().lstrip(".")
            package = path.relative_to(out / side).parts[0]
            if f.startswith("testRFC822") and ext != "eml":  # mails without an ending
                ext = "mail"
            limit = few if ext in refused else most if ext in kinds or ext == "mail" else 0
            if path.is_symlink() or path.stat().st_size == 0 or count[package, ext] >= limit:
                continue
            if ext == "gz" and side == "deb":  # change logs
                continue
            count[package, ext] += 1
            to = out / "files" / package / f"{count[package, ext]:03d}-{f}"
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, to)
total = collections.Counter()
for (p, e), n in count.items():
    total[e] += n
print(sum(total.values()), "files:", dict(sorted(total.items())))
PY
