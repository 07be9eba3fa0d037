import type { Migration } from './migration.ts';

const BOOKKEEPING = `
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL`;

/**
 * Days, aliases and former names of units, and what became of them. A code belongs to one unit on one day, no longer for
 * ever, so `unit` is made anew without its UNIQUE; shared/units/check-registry.ts holds the rule instead.
 */
export const unitRegistry: Migration = {
  number: 50,
  name: 'unit-registry',
  sql: `
-- Rows that point to units point into nothing for a moment; at the commit they must be whole again.
PRAGMA defer_foreign_keys = ON;
CREATE TABLE unit_before AS SELECT * FROM unit;
DROP TABLE unit;
CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  folded TEXT NOT NULL,
  aliases TEXT,
  valid_from TEXT,
  valid_to TEXT,${BOOKKEEPING}
) STRICT;
INSERT INTO unit (id, code, name, short_name, folded, version, updated_at, updated_by)
  SELECT id, code, name, short_name, folded, version, updated_at, updated_by FROM unit_before;
DROP TABLE unit_before;
CREATE INDEX unit_code ON unit (code);

CREATE TABLE former_name (
  id TEXT PRIMARY KEY,
  unit_id TEXT NOT NULL REFERENCES unit (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  short_name TEXT NOT NULL,
  valid_to TEXT NOT NULL,
  legal_basis TEXT NOT NULL,${BOOKKEEPING}
) STRICT;
CREATE INDEX former_name_unit ON former_name (unit_id);

CREATE TABLE succession (
  id TEXT PRIMARY KEY,
  event_id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('merge', 'split')),
  effective_on TEXT NOT NULL,
  from_unit_id TEXT NOT NULL REFERENCES unit (id),
  to_unit_id TEXT NOT NULL REFERENCES unit (id),
  share_micro INTEGER CHECK (share_micro BETWEEN 0 AND 1000000),
  legal_basis TEXT NOT NULL,${BOOKKEEPING}
) STRICT;

ALTER TABLE cycle_unit ADD COLUMN unranked_reason TEXT;
`,
};
