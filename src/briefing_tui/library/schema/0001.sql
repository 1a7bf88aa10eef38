-- The archive of version 1: documents and what was read from them. The index over it is in 0001_index.sql.

-- One row a text. A text is stored once, however often and wherever it was found; `number` is the order of adding.
CREATE TABLE documents (
  number          INTEGER PRIMARY KEY,
  id              TEXT NOT NULL,             -- the input's own id, else content_id
  content_id      TEXT NOT NULL,             -- b: and the beginning of sha256
  sha256          TEXT NOT NULL UNIQUE,      -- of the text's UTF-8 bytes
  source_sha256   TEXT NOT NULL,             -- of the bytes it was read from
  title           TEXT,
  publisher       TEXT,
  published       TEXT,                      -- YYYY-MM-DD
  published_from  TEXT NOT NULL,             -- metadata, dateline, user, none …
  day             INTEGER NOT NULL,          -- days since 1899-12-31 of `published`, 0 when unknown
  url             TEXT,
  format          TEXT NOT NULL,
  encoding        TEXT NOT NULL,
  dateline        TEXT,
  notes           TEXT NOT NULL,             -- a JSON array of lines
  characters      INTEGER NOT NULL,          -- code points of the text
  structure       BLOB NOT NULL,             -- blocks and sentences (library/packing.py)
  aid             INTEGER NOT NULL,          -- records in each pane of the explorer
  reactions       INTEGER NOT NULL,
  events          INTEGER NOT NULL,
  rules           TEXT NOT NULL,             -- which extraction made the records
  added           TEXT NOT NULL,             -- UTC, ISO 8601
  superseded_by   INTEGER REFERENCES documents (number)  -- the newer version of the same source; NULL when this one is current
);
CREATE INDEX documents_by_id ON documents (id);
CREATE INDEX documents_by_content_id ON documents (content_id);
CREATE INDEX documents_by_day ON documents (day, number) WHERE superseded_by IS NULL;

-- The texts, 8,192 code points a row: rowid = document << 20 | index of the part. zlib over UTF-8.
CREATE TABLE passages (
  number INTEGER PRIMARY KEY,
  body   BLOB NOT NULL
);

-- Where texts came from. A source with a `key` (URL, path, Message-ID …) is the same source when its text has changed:
-- the row with `is_latest` says what it holds now.
CREATE TABLE sources (
  number    INTEGER PRIMARY KEY,
  document  INTEGER NOT NULL REFERENCES documents (number),
  key       TEXT,
  place     TEXT NOT NULL,                   -- what a person would call it: a path, a line of a file
  id        TEXT,                            -- the id it gave the text
  url       TEXT,
  digest    TEXT NOT NULL,                   -- of the bytes and of what was known of them: the same digest is not read again
  is_latest INTEGER NOT NULL,
  added     TEXT NOT NULL
);
CREATE INDEX sources_by_digest ON sources (digest);
CREATE INDEX sources_by_key ON sources (key) WHERE key IS NOT NULL;
CREATE INDEX sources_by_document ON sources (document);

-- One row a record; `body` is the JSON of the contract without `evidence`. `row` is the record's place in the index (row_numbers.py).
CREATE TABLE records (
  row      INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (number),
  ordinal  INTEGER NOT NULL,                 -- place among the document's records, in text order
  id       TEXT NOT NULL,
  kind     TEXT NOT NULL,
  body     TEXT NOT NULL
);
CREATE UNIQUE INDEX records_by_document ON records (document, ordinal);
CREATE INDEX records_by_id ON records (id);
CREATE INDEX records_by_kind ON records (kind, row);

CREATE TABLE evidence (
  document INTEGER NOT NULL,
  ordinal  INTEGER NOT NULL,                 -- of the record
  place    INTEGER NOT NULL,                 -- order within the record
  role     TEXT NOT NULL,
  start    INTEGER NOT NULL,                 -- code points, half-open, into the document's text
  "end"    INTEGER NOT NULL,
  exact    TEXT NOT NULL,
  rule     TEXT NOT NULL,
  PRIMARY KEY (document, ordinal, place)
) WITHOUT ROWID;

CREATE TABLE actors (
  code   TEXT PRIMARY KEY,                   -- ISO 3166-1 alpha-3, org:NAME or group:WORDS
  name   TEXT NOT NULL,
  folded TEXT NOT NULL                       -- the name as people type it: small letters, no accents, single spaces
) WITHOUT ROWID;
CREATE INDEX actors_by_name ON actors (folded);

CREATE TABLE record_actors (
  document INTEGER NOT NULL,
  ordinal  INTEGER NOT NULL,
  role     TEXT NOT NULL,                    -- donor, recipient, actor, target, assessor, about, source
  code     TEXT NOT NULL,
  PRIMARY KEY (document, ordinal, role, code)
) WITHOUT ROWID;

-- Names that mean the same, from the lexicon: what a person may type for a code or a designation.
CREATE TABLE aliases (
  form TEXT NOT NULL,                        -- folded words with single spaces
  kind TEXT NOT NULL,                        -- state, org, weapon, capital …
  code TEXT NOT NULL,                        -- an actor's code, or the designation
  name TEXT NOT NULL,                        -- how the code is called
  PRIMARY KEY (form, kind, code)
) WITHOUT ROWID;
CREATE INDEX aliases_by_code ON aliases (code);

-- What people have said of records and briefings. Rows are only ever added; the newest of an anchor and field counts.
CREATE TABLE corrections (
  number     INTEGER PRIMARY KEY,
  content_id TEXT NOT NULL,                  -- the text concerned
  kind       TEXT,                           -- of the record; NULL when it concerns the briefing
  record     TEXT,                           -- its id when it was corrected
  start      INTEGER,                        -- its first trigger
  "end"      INTEGER,
  action     TEXT NOT NULL,                  -- accept, reject, edit, publish, undo
  field      TEXT,
  old        TEXT,                           -- JSON
  new        TEXT,                           -- JSON
  note       TEXT,
  author     TEXT NOT NULL,
  at         TEXT NOT NULL                   -- UTC, ISO 8601
);
CREATE INDEX corrections_by_text ON corrections (content_id);

CREATE TABLE saved_searches (
  name    TEXT PRIMARY KEY,
  query   TEXT NOT NULL,
  created TEXT NOT NULL,
  seen    INTEGER NOT NULL DEFAULT 0         -- the number of the last document that was told of
) WITHOUT ROWID;

CREATE TABLE facts (
  name  TEXT PRIMARY KEY,                    -- lexicon: the digest the aliases were made from
  value TEXT NOT NULL
) WITHOUT ROWID;

-- The records as tables of their kind, for people who ask in SQL.
CREATE VIEW aid_packages AS
  SELECT r.row, r.document, r.id, d.published, d.publisher, d.title, d.url,
    json_extract(r.body, '$.scope') AS scope,
    json_extract(r.body, '$.donors') AS donors, json_extract(r.body, '$.recipients') AS recipients,
    json_extract(r.body, '$.amount') AS amount, json_extract(r.body, '$.amount_high') AS amount_high,
    json_extract(r.body, '$.currency') AS currency, json_extract(r.body, '$.bound') AS bound,
    json_extract(r.body, '$.mechanism') AS mechanism, json_extract(r.body, '$.tranche') AS tranche,
    json_extract(r.body, '$.status') AS status, json_extract(r.body, '$.announced') AS announced,
    json_extract(r.body, '$.parent') AS parent, json_extract(r.body, '$.modality') AS modality,
    json_extract(r.body, '$.confidence') AS confidence, json_extract(r.body, '$.needs_review') AS needs_review
  FROM records r JOIN documents d ON d.number = r.document WHERE r.kind = 'aid_package' AND d.superseded_by IS NULL;

CREATE VIEW aid_items AS
  SELECT r.row, r.document, r.id, d.published, d.publisher, d.title, d.url,
    json_extract(r.body, '$.description') AS description, json_extract(r.body, '$.designation') AS designation,
    json_extract(r.body, '$.item_class') AS item_class, json_extract(r.body, '$.quantity') AS quantity,
    json_extract(r.body, '$.quantity_high') AS quantity_high, json_extract(r.body, '$.bound') AS bound,
    json_extract(r.body, '$.unit') AS unit, json_extract(r.body, '$.package') AS package,
    json_extract(r.body, '$.donors') AS donors, json_extract(r.body, '$.recipients') AS recipients,
    json_extract(r.body, '$.status') AS status, json_extract(r.body, '$.modality') AS modality,
    json_extract(r.body, '$.confidence') AS confidence, json_extract(r.body, '$.needs_review') AS needs_review
  FROM records r JOIN documents d ON d.number = r.document WHERE r.kind = 'aid_item' AND d.superseded_by IS NULL;

CREATE VIEW reactions AS
  SELECT r.row, r.document, r.id, d.published, d.publisher, d.title, d.url,
    json_extract(r.body, '$.actors') AS actors, json_extract(r.body, '$.person') AS person, json_extract(r.body, '$.role') AS role,
    json_extract(r.body, '$.stance') AS stance, json_extract(r.body, '$.action') AS action,
    json_extract(r.body, '$.directness') AS directness, json_extract(r.body, '$.quote') AS quote,
    json_extract(r.body, '$.toward') AS toward, json_extract(r.body, '$.date') AS date, json_extract(r.body, '$.place') AS place,
    json_extract(r.body, '$.modality') AS modality,
    json_extract(r.body, '$.confidence') AS confidence, json_extract(r.body, '$.needs_review') AS needs_review
  FROM records r JOIN documents d ON d.number = r.document WHERE r.kind = 'reaction' AND d.superseded_by IS NULL;

CREATE VIEW escalation_events AS
  SELECT r.row, r.document, r.id, d.published, d.publisher, d.title, d.url,
    json_extract(r.body, '$.action') AS action, json_extract(r.body, '$.actors') AS actors, json_extract(r.body, '$.targets') AS targets,
    json_extract(r.body, '$.weapons') AS weapons, json_extract(r.body, '$.count') AS count,
    json_extract(r.body, '$.killed') AS killed, json_extract(r.body, '$.injured') AS injured,
    json_extract(r.body, '$.place') AS place, json_extract(r.body, '$.date') AS date,
    json_extract(r.body, '$.direction') AS direction, json_extract(r.body, '$.modality') AS modality,
    json_extract(r.body, '$.confidence') AS confidence, json_extract(r.body, '$.needs_review') AS needs_review
  FROM records r JOIN documents d ON d.number = r.document WHERE r.kind = 'escalation_event' AND d.superseded_by IS NULL;

CREATE VIEW assessments AS
  SELECT r.row, r.document, r.id, d.published, d.publisher, d.title, d.url,
    json_extract(r.body, '$.assessor') AS assessor, json_extract(r.body, '$.content') AS content,
    json_extract(r.body, '$.about') AS about, json_extract(r.body, '$.modality') AS modality,
    json_extract(r.body, '$.confidence') AS confidence, json_extract(r.body, '$.needs_review') AS needs_review
  FROM records r JOIN documents d ON d.number = r.document WHERE r.kind = 'assessment' AND d.superseded_by IS NULL;
