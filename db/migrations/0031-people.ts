import type { Migration } from './migration.ts';

const BOOKKEEPING = `
  version INTEGER NOT NULL,
  updated_at TEXT NOT NULL,
  updated_by TEXT NOT NULL`;

/** Users and the choices of a file as a whole, both logged; what passwords are checked with, not logged. */
export const people: Migration = {
  number: 31,
  name: 'people',
  sql: `
CREATE TABLE user (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  password_changed_at TEXT NOT NULL,
  password_by_other INTEGER NOT NULL CHECK (password_by_other IN (0, 1)),
  credential_sha256 TEXT NOT NULL,${BOOKKEEPING}
) STRICT;

CREATE TABLE office_setting (
  id TEXT PRIMARY KEY,
  value TEXT NOT NULL,${BOOKKEEPING}
) STRICT;

CREATE TABLE credential (
  user_id TEXT PRIMARY KEY REFERENCES user (id) DEFERRABLE INITIALLY DEFERRED,
  salt BLOB NOT NULL,
  hash BLOB NOT NULL,
  cost INTEGER NOT NULL,
  block_size INTEGER NOT NULL,
  parallelization INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  failed_at TEXT
) STRICT;
`,
};
