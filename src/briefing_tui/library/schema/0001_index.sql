-- The index of version 1: what can be searched. A unit is one record (found by the words of the sentence around its trigger) or one
-- sentence that holds no trigger of a record. Its row id carries day, document and place (row_numbers.py).

-- words: the sentence as it stands in the text; names: what the record's actors, persons and weapons are called;
-- facets: filters as words, each a two-letter code and a folded value (indexing/facet_words.py). Nothing is stored but the index:
-- what was put in has to be known to be taken out again (indexing/removing.py).
CREATE VIRTUAL TABLE search USING fts5 (
  words, names, facets, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2'
);
-- A batch is written as one piece; pieces are merged eight at a time while adding, and more thoroughly at its end (indexing/settling.py).
INSERT INTO search (search, rank) VALUES ('hashsize', 16777216);
INSERT INTO search (search, rank) VALUES ('automerge', 8);

-- The units that are records once more, alone: few among the many sentences, so that asking for records looks through records only.
-- pairs: every two neighbouring words as one (indexing/pairs.py), so that a phrase need not be looked for among all that have its words.
CREATE VIRTUAL TABLE record_search USING fts5 (
  words, names, facets, pairs, content='', columnsize=0, tokenize='unicode61 remove_diacritics 2'
);

-- Titles; rowid = the document's number.
CREATE VIRTUAL TABLE headlines USING fts5 (title, columnsize=0, tokenize='unicode61 remove_diacritics 2');

-- What many units share: the names and facets they are found by.
CREATE TABLE combos (
  id     INTEGER PRIMARY KEY,
  facets TEXT NOT NULL,
  names  TEXT NOT NULL,
  UNIQUE (facets, names)
);

-- Which of their facet words are counted, shared by still more units, so that counting is counting numbers.
CREATE TABLE tallies (
  id    INTEGER PRIMARY KEY,
  words TEXT NOT NULL UNIQUE
);

-- The units that are records: where their sentence stands.
CREATE TABLE units (
  row   INTEGER PRIMARY KEY,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  combo INTEGER NOT NULL,
  tally INTEGER NOT NULL
);

-- The units that are bare sentences, all those of a document together: starts and ends as pairs of 32-bit numbers, little-endian.
CREATE TABLE sentences (
  document INTEGER PRIMARY KEY,
  combo    INTEGER NOT NULL,
  tally    INTEGER NOT NULL,
  spans    BLOB NOT NULL
);
-- Without the spans, for counting.
CREATE INDEX sentence_tallies ON sentences (document, tally);

-- Amounts and quantities of records, as ranges; for comparisons finer than a number's first digit.
CREATE TABLE measures (
  row   INTEGER NOT NULL,
  field TEXT NOT NULL,                       -- amount or quantity
  low   REAL NOT NULL,
  high  REAL NOT NULL,
  word  TEXT NOT NULL,                       -- the facet word of exactly this range
  PRIMARY KEY (row, field)
) WITHOUT ROWID;
CREATE INDEX measures_by_low ON measures (field, low, high, word);

-- Every word, and in how many documents it is. `level` is the number of binary digits of that count: a step up or down is rare, so
-- that keeping the frequent words of each beginning at hand costs next to nothing.
CREATE TABLE terms (
  term  TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  level INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX terms_by_1 ON terms (substr(term, 1, 1), level) WHERE level >= 3;
CREATE INDEX terms_by_2 ON terms (substr(term, 1, 2), level) WHERE level >= 3;
CREATE INDEX terms_by_3 ON terms (substr(term, 1, 3), level) WHERE level >= 3;

-- For guessing what a mistyped word was meant to be: frequent words by what is left of them when one letter is left out.
CREATE TABLE misspellings (
  remains TEXT NOT NULL,
  term    TEXT NOT NULL,
  PRIMARY KEY (remains, term)
) WITHOUT ROWID;

-- Counts over the whole library.
CREATE TABLE facet_counts (
  facet TEXT PRIMARY KEY,                    -- a facet word
  value TEXT NOT NULL,                       -- what it stands for, as a query or a record has it: "air_defence", "org:NATO"
  count INTEGER NOT NULL                     -- units
) WITHOUT ROWID;
CREATE TABLE day_counts (
  day   INTEGER NOT NULL,                    -- of publication
  kind  TEXT NOT NULL,                       -- package, item, reaction, event, assessment, sentence, document
  count INTEGER NOT NULL,
  PRIMARY KEY (day, kind)
) WITHOUT ROWID;
