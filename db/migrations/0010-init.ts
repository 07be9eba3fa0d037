import type { Migration } from './migration.ts';

const BOOKKEEPING = `
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL`;

/** First schema: cycles, criteria, units, scores, evidence, exports and the log everything hangs on. */
export const init: Migration = {
  number: 10,
  name: 'init',
  sql: `
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE cycle (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  year INTEGER NOT NULL,
  period_start TEXT NOT NULL,
  period_end TEXT NOT NULL,
  state TEXT NOT NULL,
  settings TEXT NOT NULL,
  simulated INTEGER NOT NULL CHECK (simulated IN (0, 1)),${BOOKKEEPING}
) STRICT;

CREATE TABLE criteria_set (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  name TEXT NOT NULL,
  scale_micro INTEGER NOT NULL CHECK (scale_micro > 0),${BOOKKEEPING}
) STRICT;

CREATE TABLE criteria_node (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES criteria_set (id),
  parent_id TEXT REFERENCES criteria_node (id) DEFERRABLE INITIALLY DEFERRED,
  level TEXT NOT NULL CHECK (level IN ('field', 'criterion', 'subCriterion')),
  section TEXT NOT NULL CHECK (section IN ('core', 'bonus', 'penalty')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  ord INTEGER NOT NULL,
  max_micro INTEGER NOT NULL CHECK (max_micro >= 0),
  rule TEXT,
  rule_text TEXT NOT NULL,
  evidence_text TEXT NOT NULL,
  evidence_policy TEXT NOT NULL CHECK (evidence_policy IN ('zero', 'explain', 'block')),${BOOKKEEPING},
  UNIQUE (set_id, code)
) STRICT;

CREATE TABLE block (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  criteria_set_id TEXT NOT NULL REFERENCES criteria_set (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  ord INTEGER NOT NULL,${BOOKKEEPING},
  UNIQUE (cycle_id, code)
) STRICT;

CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  folded TEXT NOT NULL,${BOOKKEEPING}
) STRICT;

CREATE TABLE cycle_unit (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  block_id TEXT NOT NULL REFERENCES block (id),
  unit_id TEXT NOT NULL REFERENCES unit (id),
  ord INTEGER NOT NULL,
  ranked INTEGER NOT NULL CHECK (ranked IN (0, 1)),
  previous TEXT,
  cap TEXT,${BOOKKEEPING},
  UNIQUE (cycle_id, unit_id)
) STRICT;
CREATE INDEX cycle_unit_block ON cycle_unit (block_id, ord);

CREATE TABLE score (
  id TEXT PRIMARY KEY,
  cycle_unit_id TEXT NOT NULL REFERENCES cycle_unit (id),
  leaf_id TEXT NOT NULL REFERENCES criteria_node (id),
  self_micro INTEGER CHECK (self_micro >= 0),
  appraised_micro INTEGER CHECK (appraised_micro >= 0),
  final_micro INTEGER CHECK (final_micro >= 0),
  declared TEXT,
  not_applicable_reason TEXT,
  cut_reason TEXT NOT NULL,${BOOKKEEPING}
) STRICT, WITHOUT ROWID;
CREATE INDEX score_unit ON score (cycle_unit_id);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  cycle_unit_id TEXT NOT NULL REFERENCES cycle_unit (id),
  leaf_id TEXT NOT NULL REFERENCES criteria_node (id),
  document_no TEXT NOT NULL,
  document_date TEXT NOT NULL,
  signer TEXT NOT NULL,
  summary TEXT NOT NULL,${BOOKKEEPING}
) STRICT;
CREATE INDEX evidence_unit ON evidence (cycle_unit_id);

CREATE TABLE export_record (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  file_name TEXT NOT NULL,
  annexes TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,${BOOKKEEPING}
) STRICT;

CREATE TABLE batch (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  op_id TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('command', 'undo', 'redo')),
  label TEXT NOT NULL,
  cycle_id TEXT,
  actor TEXT NOT NULL,
  at TEXT NOT NULL,
  undoable INTEGER NOT NULL CHECK (undoable IN (0, 1)),
  target_id TEXT,
  change_count INTEGER NOT NULL,
  search TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX batch_actor ON batch (actor, seq);

CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY,
  batch_seq INTEGER NOT NULL REFERENCES batch (seq) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
  tbl TEXT NOT NULL,
  row_id TEXT NOT NULL,
  col TEXT,
  old TEXT,
  new TEXT
) STRICT;
CREATE INDEX change_log_batch ON change_log (batch_seq);
CREATE INDEX change_log_row ON change_log (row_id);

CREATE TRIGGER batch_no_update BEFORE UPDATE ON batch BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER batch_no_delete BEFORE DELETE ON batch BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
CREATE TRIGGER change_log_no_delete BEFORE DELETE ON change_log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
`,
};
