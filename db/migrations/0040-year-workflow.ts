import type { Migration } from './migration.ts';

const BOOKKEEPING = `
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL`;

/** Milestones say which state they were reached by; a sealed year keeps its results and asks before it is reopened. */
export const yearWorkflow: Migration = {
  number: 40,
  name: 'year-workflow',
  sql: `
ALTER TABLE milestone ADD COLUMN state TEXT;
ALTER TABLE milestone ADD COLUMN reason TEXT;

CREATE TABLE seal (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  log_seq INTEGER NOT NULL,
  log_hash TEXT NOT NULL,
  engine_version TEXT NOT NULL,${BOOKKEEPING}
) STRICT;
CREATE INDEX seal_cycle ON seal (cycle_id);

CREATE TABLE sealed_result (
  id TEXT PRIMARY KEY,
  seal_id TEXT NOT NULL REFERENCES seal (id),
  cycle_unit_id TEXT NOT NULL REFERENCES cycle_unit (id),
  block_code TEXT NOT NULL,
  unit_code TEXT NOT NULL,
  unit_name TEXT NOT NULL,
  total_micro INTEGER NOT NULL,
  applicable_micro INTEGER NOT NULL,
  rank INTEGER,
  class_code TEXT,
  class_label TEXT NOT NULL,
  fields TEXT NOT NULL,${BOOKKEEPING}
) STRICT;
CREATE INDEX sealed_result_seal ON sealed_result (seal_id);

CREATE TABLE reopen_request (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  seal_id TEXT NOT NULL REFERENCES seal (id),
  reason TEXT NOT NULL,
  requester_id TEXT,
  requester TEXT NOT NULL,
  requested_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('asked', 'confirmed', 'refused', 'withdrawn')),
  decider_id TEXT,
  decider TEXT,
  decided_at TEXT,
  decision_note TEXT,${BOOKKEEPING}
) STRICT;
CREATE INDEX reopen_request_cycle ON reopen_request (cycle_id);
`,
};
