-- Positions ("start", "end") count bytes of documents.text, half-open:
-- substr(CAST(text AS BLOB), "start" + 1, "end" - "start") is the span.
-- JSON columns hold what records hold as lists.

CREATE TABLE documents (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT,
  date TEXT,
  date_via TEXT,
  publisher TEXT,
  place TEXT,
  url TEXT,
  language TEXT,
  format TEXT,
  encoding TEXT,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  words INTEGER NOT NULL,
  sentences INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  text TEXT NOT NULL
);

CREATE TABLE authors (
  document TEXT NOT NULL REFERENCES documents (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (document, number)
) WITHOUT ROWID;

CREATE TABLE problems (
  id INTEGER PRIMARY KEY,
  document TEXT REFERENCES documents (id),
  file TEXT NOT NULL,
  "start" INTEGER,
  "end" INTEGER,
  problem TEXT NOT NULL,
  hint TEXT
);

CREATE TABLE copies (
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  original TEXT NOT NULL REFERENCES documents (id),
  original_start INTEGER NOT NULL,
  original_end INTEGER NOT NULL
);

CREATE TABLE entities (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  subtype TEXT,
  country TEXT,
  latitude REAL,
  longitude REAL,
  geonames INTEGER,
  documents INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  mentions_all INTEGER NOT NULL,
  aliases TEXT,
  found_by TEXT,
  doubt TEXT
);

CREATE TABLE aliases (
  entity TEXT NOT NULL REFERENCES entities (id),
  alias TEXT NOT NULL,
  form TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (entity, alias, form)
) WITHOUT ROWID;

CREATE TABLE entity_documents (
  entity TEXT NOT NULL REFERENCES entities (id),
  document TEXT NOT NULL REFERENCES documents (id),
  roles TEXT,
  PRIMARY KEY (entity, document)
) WITHOUT ROWID;

CREATE TABLE mentions (
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  type TEXT NOT NULL,
  entity TEXT REFERENCES entities (id),
  "in" TEXT NOT NULL,
  form TEXT NOT NULL,
  copy INTEGER NOT NULL,
  repair TEXT,
  found_by TEXT,
  sentence TEXT
);

CREATE TABLE relations (
  id INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES documents (id),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  entity TEXT NOT NULL REFERENCES entities (id),
  relation TEXT NOT NULL,
  other TEXT NOT NULL REFERENCES entities (id)
);

CREATE TABLE threads (
  id TEXT PRIMARY KEY NOT NULL,
  topic TEXT NOT NULL,
  relation TEXT NOT NULL,
  reason TEXT NOT NULL,
  sources INTEGER NOT NULL,
  low REAL,
  high REAL,
  related TEXT
);

-- low, high and value are numbers to compute with; low_text, high_text and
-- value_text are the same, exact.
CREATE TABLE claims (
  id TEXT PRIMARY KEY NOT NULL,
  document TEXT NOT NULL REFERENCES documents (id),
  "start" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  text TEXT NOT NULL,
  number TEXT NOT NULL,
  low REAL,
  high REAL,
  value REAL,
  low_text TEXT,
  high_text TEXT,
  value_text TEXT,
  bound TEXT NOT NULL,
  direction TEXT,
  kind TEXT NOT NULL,
  unit TEXT,
  per TEXT,
  norm_value REAL,
  norm_unit TEXT,
  percent REAL,
  what TEXT,
  place TEXT,
  place_role TEXT,
  places_other TEXT,
  time TEXT,
  time_via TEXT,
  source TEXT,
  source_entity TEXT REFERENCES entities (id),
  source_via TEXT,
  cite TEXT,
  sentence TEXT,
  "in" TEXT NOT NULL,
  "table" TEXT,
  "row" TEXT,
  row_number TEXT,
  "column" TEXT,
  duplicate_of TEXT REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  repair TEXT,
  estimate INTEGER NOT NULL,
  vague INTEGER NOT NULL,
  pair TEXT REFERENCES claims (id) DEFERRABLE INITIALLY DEFERRED,
  thread TEXT REFERENCES threads (id)
);

CREATE TABLE thread_claims (
  thread TEXT NOT NULL REFERENCES threads (id),
  number INTEGER NOT NULL,
  claim TEXT NOT NULL REFERENCES claims (id),
  independent_source INTEGER,
  set_apart TEXT,
  PRIMARY KEY (thread, number)
) WITHOUT ROWID;

CREATE TABLE verdicts (
  id INTEGER PRIMARY KEY,
  thread TEXT NOT NULL REFERENCES threads (id),
  a TEXT NOT NULL REFERENCES claims (id),
  b TEXT NOT NULL REFERENCES claims (id),
  relation TEXT NOT NULL,
  reason TEXT NOT NULL
);

CREATE INDEX mentions_document ON mentions (document, "start");
CREATE INDEX mentions_entity ON mentions (entity);
CREATE INDEX entity_documents_document ON entity_documents (document);
CREATE INDEX relations_document ON relations (document);
CREATE INDEX relations_entity ON relations (entity);
CREATE INDEX relations_other ON relations (other);
CREATE INDEX entities_type ON entities (type, name);
CREATE INDEX documents_date ON documents (date);
CREATE INDEX claims_document ON claims (document, "start");
CREATE INDEX claims_what ON claims (what);
CREATE INDEX claims_time ON claims (time);
CREATE INDEX claims_source_entity ON claims (source_entity);
CREATE INDEX claims_thread ON claims (thread);
CREATE INDEX claims_duplicate_of ON claims (duplicate_of);
CREATE INDEX claims_pair ON claims (pair);
CREATE INDEX thread_claims_claim ON thread_claims (claim);
CREATE INDEX verdicts_thread ON verdicts (thread);
CREATE INDEX copies_document ON copies (document);
CREATE INDEX copies_original ON copies (original);
CREATE INDEX problems_document ON problems (document);

CREATE VIRTUAL TABLE documents_fts USING fts5 (title, text, content="documents", tokenize="porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE claims_fts USING fts5 (sentence, what, place, source, content="claims", tokenize="porter unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE entities_fts USING fts5 (name, aliases, content="entities", tokenize="unicode61 remove_diacritics 2");

CREATE VIEW actors AS
  SELECT id, name, type, subtype, country, documents, mentions, aliases, doubt FROM entities WHERE type <> 'PLACE' ORDER BY documents DESC, mentions DESC, id;
CREATE VIEW places AS
  SELECT id, name, subtype, country, latitude, longitude, documents, mentions, aliases, doubt FROM entities WHERE type = 'PLACE' ORDER BY documents DESC, mentions DESC, id;
CREATE VIEW figures AS
  SELECT c.id, c.text AS figure, c.what, c.place, c.time, coalesce(c.source, 'the author') AS source, d.title AS document, d.date, c.sentence
  FROM claims c JOIN documents d ON d.id = c.document WHERE c.duplicate_of IS NULL;
CREATE VIEW conflicts AS
  SELECT t.topic, t.reason, c.time, c.text AS figure, coalesce(c.source, 'the author') AS source, c.document, c.sentence, t.id AS thread
  FROM threads t JOIN thread_claims k ON k.thread = t.id JOIN claims c ON c.id = k.claim
  WHERE t.relation = 'conflict' AND k.set_apart IS NULL ORDER BY t.id, k.number;
CREATE VIEW who_says_how_many AS
  SELECT coalesce(e.name, c.source, 'the author') AS source, c.what, count(*) AS figures, min(c.value) AS least, max(c.value) AS most
  FROM claims c LEFT JOIN entities e ON e.id = c.source_entity WHERE c.duplicate_of IS NULL GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2;
