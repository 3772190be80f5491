"""Asks SQLite's FTS5 and a node of OpenSearch what our index was asked, and
prints the figures side by side: compare.py FOLDER, which the Go test TestSpeed
has filled with documents.jsonl, queries.json and ours.json."""

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request

KINDS = ["term", "AND", "phrase", "prefix"]
LIMIT = 20


def documents(folder):
    with open(os.path.join(folder, "documents.jsonl"), encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def timed(ask, queries):
    """Median and 99th percentile, in milliseconds of the clock."""
    times = []
    for query in queries:
        begin = time.perf_counter()
        ask(query)
        times.append((time.perf_counter() - begin) * 1000)
    times.sort()
    return {"p50": times[len(times) // 2], "p99": times[len(times) * 99 // 100]}


class SQLite:
    def __init__(self, folder):
        self.path = os.path.join(tempfile.mkdtemp(dir=folder), "fts.db")
        self.db = sqlite3.connect(self.path)
        self.db.execute("CREATE VIRTUAL TABLE d USING fts5(title, text, tokenize = 'porter unicode61')")

    def index(self, docs):
        before = time.process_time()
        with self.db:
            self.db.executemany("INSERT INTO d (title, text) VALUES (?, ?)", ((d["title"], d["text"]) for d in docs))
        self.db.execute("INSERT INTO d (d) VALUES ('optimize')")
        self.db.commit()
        return time.process_time() - before

    def size(self):
        return os.path.getsize(self.path)

    def ask(self, query):
        match = " ".join('"%s" %s' % (w.strip('"*'), "*" if w.endswith("*") else "") for w in words_of(query))
        self.db.execute("SELECT count(*) FROM d WHERE d MATCH ?", (match,)).fetchone()
        self.db.execute(
            "SELECT rowid, title, snippet(d, 1, '«', '»', '…', 40), bm25(d, 1.5, 1.0) FROM d WHERE d MATCH ? ORDER BY rank LIMIT ?",
            (match, LIMIT),
        ).fetchall()

    def close(self):
        self.db.close()


def words_of(query):
    return re.findall(r'"[^"]*"|\S+', query)


class OpenSearch:
    """A node of its own, of the classes that the tests of our engine build."""

    def __init__(self, folder):
        cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
        built = os.path.join(cache, "analyze-opensearch-2.19.6")
        if not shutil.which("java") or not os.path.exists(os.path.join(built, "whole")):
            raise RuntimeError("there is no Java, or the tests of internal/index/opensearch have not built a node")
        self.folder = tempfile.mkdtemp(dir=folder)
        http, transport = free_port(), free_port()
        path = os.path.join(built, "classes") + ":" + os.path.join(built, "jars") + "/*"
        self.log = open(os.path.join(self.folder, "log"), "wb")
        self.node = subprocess.Popen(
            ["java", "-Xms512m", "-Xmx512m", "-cp", path, "analyze.Server", self.folder, str(http), str(transport), "one"],
            stdin=subprocess.PIPE, stdout=self.log, stderr=self.log,
        )
        self.url = "http://127.0.0.1:%d" % http
        for _ in range(120):
            try:
                self.call("GET", "/_cluster/health?wait_for_status=yellow&timeout=30s")
                break
            except OSError:
                time.sleep(1)
        text = {"type": "text", "analyzer": "english"}
        self.call("PUT", "/d", {
            "settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1"},
            "mappings": {"dynamic": False, "properties": {"title": text, "text": text}},
        })

    def call(self, method, path, body=None, kind="application/json"):
        data = body if isinstance(body, bytes) else None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method, headers={"Content-Type": kind})
        with urllib.request.urlopen(request, timeout=600) as answer:
            return json.load(answer)

    def cpu(self):
        with open("/proc/%d/stat" % self.node.pid, encoding="utf-8") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def index(self, docs):
        before, lines = self.cpu(), []
        for d in docs:
            lines.append(json.dumps({"index": {"_id": d["id"]}}))
            lines.append(json.dumps({"title": d["title"], "text": d["text"]}))
            if len(lines) >= 4000:
                self.bulk(lines)
                lines = []
        if lines:
            self.bulk(lines)
        self.call("POST", "/d/_forcemerge?max_num_segments=1")
        self.call("POST", "/d/_refresh")
        self.call("POST", "/d/_flush")
        return self.cpu() - before

    def bulk(self, lines):
        if self.call("POST", "/d/_bulk", ("\n".join(lines) + "\n").encode(), "application/x-ndjson")["errors"]:
            raise RuntimeError("OpenSearch has rejected documents")

    def size(self):
        stats = self.call("GET", "/d/_stats/store")
        return stats["_all"]["primaries"]["store"]["size_in_bytes"]

    def ask(self, query):
        clauses = []
        for w in words_of(query):
            if w.startswith('"'):
                clauses.append({"multi_match": {"query": w.strip('"'), "type": "phrase", "fields": ["title^0.5", "text"]}})
            elif w.endswith("*"):
                clauses.append({"prefix": {"text": {"value": w[:-1].lower()}}})
            else:
                clauses.append({"multi_match": {"query": w, "fields": ["title^0.5", "text"]}})
        self.call("POST", "/d/_search?track_total_hits=true", {
            "size": LIMIT, "query": {"bool": {"must": clauses}}, "highlight": {"fields": {"text": {"number_of_fragments": 1}}},
        })

    def close(self):
        self.node.kill()
        self.node.wait()
        self.log.close()


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def measure(make, folder, queries):
    engine = make(folder)
    try:
        out = {"cpu_seconds": engine.index(documents(folder)), "bytes": engine.size(), "queries": {}}
        for kind in KINDS:
            out["queries"][kind] = timed(engine.ask, queries[kind])
        return out
    finally:
        engine.close()


def row(name, ours, others, form):
    cells = [form % ours]
    for o in others:
        cells += ["", ""] if o is None else [form % o, "%.2f" % (ours / o)]
    print("%-14s" % name + "".join("%12s" % c for c in cells))


def main():
    folder = sys.argv[1]
    with open(os.path.join(folder, "queries.json"), encoding="utf-8") as f:
        queries = json.load(f)
    with open(os.path.join(folder, "ours.json"), encoding="utf-8") as f:
        ours = json.load(f)
    others = []
    for make in (SQLite, OpenSearch):
        try:
            others.append(measure(make, folder, queries))
        except RuntimeError as e:
            print("%s is not compared: %s" % (make.__name__, e), file=sys.stderr)
            others.append(None)
    mb = ours["megabytes"]
    print("%d documents, %.1f MB of text; ratios are ours to theirs" % (ours["documents"], mb))
    print("%-14s" % "" + "".join("%12s" % c for c in ["ours", "SQLite", "ratio", "OpenSearch", "ratio"]))
    row("CPU s a MB", ours["cpu_seconds"] / mb, [o and o["cpu_seconds"] / mb for o in others], "%.3f")
    row("size / text", ours["bytes"] / mb / 1e6, [o and o["bytes"] / mb / 1e6 for o in others], "%.2f")
    for kind in KINDS:
        mine = ours["queries"]["documents " + kind]
        for q in ("p50", "p99"):
            row("%s %s ms" % (kind, q), mine[q], [o and o["queries"][kind][q] for o in others], "%.2f")


main()
