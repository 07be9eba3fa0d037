import type { Migration } from './migration.ts';

const BOOKKEEPING = `
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL`;

/**
 * Sets being edited beside the issued ones, the versions that were issued, and what people decided in a crosswalk
 * (docs/adr/0013). A renumbered set swaps codes in one step, so `criteria_node` is made anew without its UNIQUE; the
 * engine's own check of a set holds the rule, and nothing unchecked is ever written there.
 */
export const criteriaVersions: Migration = {
  number: 60,
  name: 'criteria-versions',
  sql: `
-- Scores and evidence point into nothing for a moment; at the commit they must be whole again. The index spares a walk
-- over all scores for every node.
PRAGMA defer_foreign_keys = ON;
CREATE INDEX score_leaf ON score (leaf_id);
CREATE TABLE criteria_node_before AS SELECT * FROM criteria_node;
DROP TABLE criteria_node;
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
  evidence_policy TEXT NOT NULL CHECK (evidence_policy IN ('zero', 'explain', 'block')),${BOOKKEEPING}
) STRICT;
INSERT INTO criteria_node SELECT * FROM criteria_node_before;
DROP TABLE criteria_node_before;
DROP INDEX score_leaf;
CREATE INDEX criteria_node_set ON criteria_node (set_id, ord);

CREATE TABLE criteria_draft (
  id TEXT PRIMARY KEY REFERENCES criteria_set (id),
  name TEXT NOT NULL,
  scale_micro INTEGER NOT NULL CHECK (scale_micro > 0),${BOOKKEEPING}
) STRICT;

CREATE TABLE criteria_draft_node (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES criteria_draft (id),
  parent_id TEXT REFERENCES criteria_draft_node (id) DEFERRABLE INITIALLY DEFERRED,
  section TEXT NOT NULL CHECK (section IN ('core', 'bonus', 'penalty')),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  ord INTEGER NOT NULL,
  max_micro INTEGER NOT NULL CHECK (max_micro >= 0),
  rule TEXT,
  rule_text TEXT NOT NULL,
  evidence_text TEXT NOT NULL,
  evidence_policy TEXT NOT NULL CHECK (evidence_policy IN ('zero', 'explain', 'block')),${BOOKKEEPING}
) STRICT;
CREATE INDEX criteria_draft_node_set ON criteria_draft_node (set_id);

CREATE TABLE criteria_version (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES criteria_set (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  scale_micro INTEGER NOT NULL,
  nodes TEXT NOT NULL,
  note TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL,${BOOKKEEPING},
  UNIQUE (set_id, number)
) STRICT;

CREATE TABLE criteria_match (
  id TEXT PRIMARY KEY,
  set_id TEXT NOT NULL REFERENCES criteria_set (id),
  previous_set_id TEXT NOT NULL REFERENCES criteria_set (id),
  leaf_id TEXT NOT NULL,
  previous_leaf_id TEXT,${BOOKKEEPING}
) STRICT;
CREATE INDEX criteria_match_set ON criteria_match (set_id, previous_set_id);
`,
};
