import type { Migration } from './migration.ts';

const BOOKKEEPING = `
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL`;

/** Explanation rounds (đợt giải trình) and the cut cells put to the units in them. */
export const explanations: Migration = {
  number: 70,
  name: 'explanations',
  sql: `
CREATE TABLE explanation_round (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  opened_by TEXT NOT NULL,
  deadline TEXT NOT NULL,
  closed_at TEXT,
  closed_by TEXT NOT NULL,${BOOKKEEPING},
  UNIQUE (cycle_id, number)
) STRICT;

CREATE TABLE explanation_item (
  id TEXT PRIMARY KEY,
  round_id TEXT NOT NULL REFERENCES explanation_round (id),
  cycle_unit_id TEXT NOT NULL REFERENCES cycle_unit (id),
  leaf_id TEXT NOT NULL REFERENCES criteria_node (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'answered', 'accepted', 'rejected')),
  self_micro INTEGER NOT NULL,
  appraised_micro INTEGER NOT NULL,
  cut_reason TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT,
  answered_by TEXT NOT NULL,
  granted_micro INTEGER,
  decision_reason TEXT NOT NULL,
  decided_at TEXT,
  decided_by TEXT NOT NULL,${BOOKKEEPING},
  UNIQUE (round_id, cycle_unit_id, leaf_id)
) STRICT;
CREATE INDEX explanation_item_place ON explanation_item (cycle_unit_id, leaf_id);
`,
};
