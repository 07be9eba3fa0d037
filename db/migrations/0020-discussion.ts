import type { Migration } from './migration.ts';

const BOOKKEEPING = `
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL`;

/** Comments on cells, files behind evidence, and milestones that "changed since" is measured from. */
export const discussion: Migration = {
  number: 20,
  name: 'discussion',
  sql: `
CREATE TABLE comment (
  id TEXT PRIMARY KEY,
  cycle_unit_id TEXT NOT NULL REFERENCES cycle_unit (id),
  leaf_id TEXT NOT NULL REFERENCES criteria_node (id),
  parent_id TEXT REFERENCES comment (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  author TEXT NOT NULL,
  written_at TEXT NOT NULL,
  resolved INTEGER NOT NULL CHECK (resolved IN (0, 1)),${BOOKKEEPING}
) STRICT;
CREATE INDEX comment_place ON comment (cycle_unit_id, leaf_id);

CREATE TABLE milestone (
  id TEXT PRIMARY KEY,
  cycle_id TEXT NOT NULL REFERENCES cycle (id),
  name TEXT NOT NULL,
  log_seq INTEGER NOT NULL,${BOOKKEEPING}
) STRICT;

ALTER TABLE evidence ADD COLUMN file_name TEXT;
ALTER TABLE evidence ADD COLUMN file_sha256 TEXT;

CREATE TABLE attachment (
  sha256 TEXT PRIMARY KEY,
  bytes INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment BEGIN SELECT RAISE(ABORT, 'attachments are write-once'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment BEGIN SELECT RAISE(ABORT, 'attachments are write-once'); END;
`,
};
