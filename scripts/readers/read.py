"""Reads an export with a library that knows its format and prints what it
found as JSON: python read.py FORMAT FILE. What the library finds wrong ends the
program with its message."""

import json
import sys
from pathlib import Path


def graph(g):
    return {
        "nodes": g.number_of_nodes(),
        "edges": g.number_of_edges(),
        "directed": g.is_directed(),
        "weight": sum(d.get("weight", 1) for _, _, d in g.edges(data=True)),
        "labels": sorted(str(d.get("label")) for _, d in g.nodes(data=True)),
        "kinds": sorted({str(d.get("kind")) for _, _, d in g.edges(data=True)}),
    }


def gexf(path):
    import networkx

    return graph(networkx.read_gexf(path, version="1.3"))


def graphml(path):
    import networkx

    return graph(networkx.read_graphml(path, force_multigraph=True))


def geojson(path):
    import geojson

    c = geojson.loads(path.read_text(encoding="utf-8"))
    bad = [f.errors() for f in c.features if f.geometry is not None and not f.geometry.is_valid]
    if not isinstance(c, geojson.FeatureCollection) or bad:
        sys.exit(f"not valid: {bad}")
    points = [f for f in c.features if f.geometry]
    return {
        "features": len(c.features),
        "points": len(points),
        "names": sorted(f.properties["name"] for f in c.features),
        "inside": all(-180 <= f.geometry.coordinates[0] <= 180 and -90 <= f.geometry.coordinates[1] <= 90 for f in points),
    }


def ftm(path):
    from followthemoney import model
    from followthemoney.exc import InvalidData

    count, ids, refs = {}, set(), set()
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        data = json.loads(line)
        proxy = model.get_proxy(data)
        schema = model.get(data["schema"])
        try:
            schema.validate(data)
        except InvalidData as e:
            sys.exit(f"{data['id']}: {e.errors}")
        for name, values in data["properties"].items():
            prop = schema.get(name)
            if prop is None:
                sys.exit(f"{data['schema']} has no {name}")
            for v in values:
                if not prop.type.validate(v):
                    sys.exit(f"{data['id']}: {name} cannot be {v!r}")
                if prop.type.name == "entity":
                    refs.add((v, prop.range.name))
        for name in schema.required:
            if not proxy.get(name):
                sys.exit(f"{data['id']} lacks {name}")
        if data["id"] in ids:
            sys.exit(f"{data['id']} stands twice")
        ids.add(data["id"])
        count[data["schema"]] = count.get(data["schema"], 0) + 1
    lost = sorted(r for r, _ in refs if r not in ids)
    if lost:
        sys.exit(f"named, but not there: {lost}")
    return count


def bibtex(path):
    import bibtexparser
    from pybtex.database.input import bibtex as pybtex

    first = bibtexparser.parse_file(str(path), encoding="utf-8")
    if first.failed_blocks:
        sys.exit(f"not read: {[b.raw for b in first.failed_blocks]}")
    second = pybtex.Parser(encoding="utf-8").parse_file(str(path))
    return {
        "entries": len(first.entries),
        "pybtex": len(second.entries),
        "keys": [e.key for e in first.entries],
        "authors": {k: [" ".join(p.last_names) for p in e.persons.get("author", [])] for k, e in second.entries.items()},
    }


def csl(path):
    import warnings

    warnings.simplefilter("ignore")
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = json.loads(path.read_text(encoding="utf-8"))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
    for item in items:
        bibliography.register(Citation([CitationItem(item["id"])]))
    return {"entries": len(items), "set": len(bibliography.bibliography()), "ids": [i["id"] for i in items]}


def conllu(path):
    import conllu

    sentences = conllu.parse(path.read_text(encoding="utf-8"))
    words = [w for s in sentences for w in s]
    misc = [w["misc"] or {} for w in words]
    for s in sentences:
        text = "".join(w["form"] + ("" if (w["misc"] or {}).get("SpaceAfter") == "No" else " ") for w in s).strip()
        if text != s.metadata["text"]:
            sys.exit(f"{s.metadata['sent_id']}: {text!r} is not {s.metadata['text']!r}")
    return {
        "documents": sum("newdoc id" in s.metadata for s in sentences),
        "sentences": len(sentences),
        "words": len(words),
        "names": sum(m.get("NER", "").count("B-") for m in misc),
        "figures": sum(len(m["ClaimId"].split(",")) for m in misc if "ClaimId" in m),
    }


def csvw(path):
    from csvw import Table, TableGroup

    meta = json.loads(path.read_text(encoding="utf-8"))
    if "tables" not in meta:
        return {meta["url"]: len(list(Table.from_file(path).iterdicts()))}
    group = TableGroup.from_file(path)
    group.check_referential_integrity()
    return {name: len(list(t.iterdicts())) for name, t in group.tabledict.items()}


def sqlite(path):
    import sqlite3

    db = sqlite3.connect(path)
    if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)] or db.execute("PRAGMA foreign_key_check").fetchall():
        sys.exit("the database is not whole")
    tables = [r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE '%fts%'")]
    return {t: db.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0] for t in tables}


def records(path):
    """A folder of KIND.jsonl and the schema of records."""
    import jsonschema

    schema = json.loads((path / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    count = {}
    for name in sorted(path.glob("*.jsonl")):
        part = {**schema, "$ref": "#/$defs/" + name.stem}
        check = jsonschema.Draft202012Validator(part)
        lines = [x for x in name.read_text(encoding="utf-8").split("\n") if x]
        for x in lines:
            check.validate(json.loads(x))
        count[name.stem] = len(lines)
    return count


def docx(path):
    import docx

    d = docx.Document(str(path))
    return {
        "title": d.core_properties.title,
        "paragraphs": [p.text for p in d.paragraphs],
        "styles": sorted({p.style.name for p in d.paragraphs}),
        "tables": [[[c.text for c in r.cells] for r in t.rows] for t in d.tables],
        "links": sorted({r.target_ref for r in d.part.rels.values() if r.is_external}),
    }


if __name__ == "__main__":
    readers = [gexf, graphml, geojson, ftm, bibtex, csl, conllu, csvw, sqlite, records, docx]
    read = {f.__name__: f for f in readers}[sys.argv[1]]
    json.dump(read(Path(sys.argv[2])), sys.stdout)
