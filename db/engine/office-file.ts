/**
 * Opens and closes an office file (`*.cchc`): checks that it is one, locks it, brings its schema up to date and hands
 * out Kysely. Called by db/service only. Must not know what the tables mean.
 *
 * One process holds the file (`locking_mode=EXCLUSIVE`): two programs writing the same year is what this product
 * replaces. While open the file is in WAL mode with `synchronous=FULL`, so acknowledged means on disk; a clean close
 * folds the WAL back and leaves a single file that can be copied or opened read-only.
 */
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { accessSync, closeSync, constants, existsSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { appError, type AppError } from '#shared/contract/errors.ts';
import { err, ok, type Result } from '#shared/util/result.ts';
import { MIGRATIONS, SCHEMA_VERSION } from '#db/migrations/migrations.ts';
import { appErrorOf } from './app-error-of.ts';
import { isNetworkPath } from './is-network-path.ts';
import type { Schema } from './schema.ts';
import { withStatementCache } from './statement-cache.ts';

/** "CCHC" in the SQLite header: tells an office file from any other SQLite database. */
export const APPLICATION_ID = 0x43434843;

export interface OfficeFile {
  readonly path: string;
  readonly name: string;
  readonly readOnly: boolean;
  readonly schemaVersion: number;
  readonly sql: Kysely<Schema>;
  /** The bare connection, for backup and pragmas. */
  readonly connection: Database.Database;
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Path of better-sqlite3's compiled addon where the bundled one does not fit the runtime. */
  readonly nativeBinding?: string | undefined;
}

/** Makes a new, empty office file. Errors: FILE_FORMAT exists/networkPath, DB_READONLY, DISK_FULL. */
export function createOfficeFile(path: string, options: OpenOptions): Result<OfficeFile, AppError> {
  const name = basename(path);
  if (isNetworkPath(path)) return err(appError('FILE_FORMAT', 'networkPath', { name }));
  if (existsSync(path) && statSync(path).size > 0) return err(appError('FILE_FORMAT', 'exists', { name }));
  return guarded(name, () => {
    accessSync(dirname(path), constants.W_OK);
    const connection = connect(path, false, options);
    connection.pragma(`application_id = ${APPLICATION_ID}`);
    return finishOpening(connection, path, false);
  });
}

/**
 * Opens an office file; one that cannot be written (read-only file or folder) opens read-only when it was closed
 * cleanly. Errors: NOT_FOUND, FILE_FORMAT notOfficeFile/networkPath, FILE_LOCKED, DB_CORRUPT, DB_FROM_FUTURE,
 * DB_READONLY, DISK_FULL.
 */
export function openOfficeFile(path: string, options: OpenOptions): Result<OfficeFile, AppError> {
  const name = basename(path);
  if (isNetworkPath(path)) return err(appError('FILE_FORMAT', 'networkPath', { name }));
  return guarded(name, () => {
    if (!hasSqliteHeader(path)) return err(appError('FILE_FORMAT', 'notOfficeFile', { name }));
    const readOnly = !isWritable(path) || !isWritable(dirname(path));
    const connection = connect(path, readOnly, options);
    const refusal = refusalOf(connection, name, readOnly);
    if (refusal) {
      connection.close();
      return err(refusal);
    }
    return finishOpening(connection, path, readOnly);
  });
}

function guarded(name: string, open: () => Result<OfficeFile, AppError>): Result<OfficeFile, AppError> {
  try {
    return open();
  } catch (error) {
    const known = appErrorOf(error, name);
    if (known) return err(known);
    throw error;
  }
}

/** Whether the file begins as every SQLite database does. */
export function hasSqliteHeader(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const header = Buffer.alloc(16);
    readSync(file, header, 0, 16, 0);
    return header.toString('latin1') === 'SQLite format 3\0';
  } finally {
    closeSync(file);
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function connect(path: string, readOnly: boolean, options: OpenOptions): Database.Database {
  const connection = new Database(path, {
    readonly: readOnly,
    timeout: 1000,
    ...(options.nativeBinding ? { nativeBinding: options.nativeBinding } : {}),
  });
  try {
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.pragma('foreign_keys = ON');
    connection.pragma('trusted_schema = OFF');
    // The first read takes the lock, so that a file open elsewhere is told now and not at the first key press.
    connection.prepare('SELECT count(*) FROM sqlite_schema').get();
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/** Why this database must not be opened, or null. */
function refusalOf(connection: Database.Database, name: string, readOnly: boolean): AppError | null {
  if (connection.pragma('application_id', { simple: true }) !== APPLICATION_ID) {
    return appError('FILE_FORMAT', 'notOfficeFile', { name });
  }
  const version = connection.pragma('user_version', { simple: true }) as number;
  if (version > SCHEMA_VERSION) {
    return appError('DB_FROM_FUTURE', 'newerApp', { name, fileVersion: version, appVersion: SCHEMA_VERSION });
  }
  // An older file has to be brought up to date first, and that needs writing.
  if (readOnly && version < SCHEMA_VERSION) return appError('DB_READONLY', 'readOnlyFolder', { name });
  if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok')
    return appError('DB_CORRUPT', 'damaged', { name });
  return null;
}

function finishOpening(connection: Database.Database, path: string, readOnly: boolean): Result<OfficeFile, AppError> {
  try {
    if (!readOnly) makeWritable(connection, path);
  } catch (error) {
    // A connection left behind would keep the lock.
    connection.close();
    throw error;
  }
  const sql = new Kysely<Schema>({ dialect: new SqliteDialect({ database: withStatementCache(connection) }) });
  return ok({
    path,
    name: basename(path),
    readOnly,
    schemaVersion: connection.pragma('user_version', { simple: true }) as number,
    sql,
    connection,
    async close() {
      await sql.destroy();
      if (connection.open) {
        try {
          if (!readOnly) connection.pragma('journal_mode = DELETE');
        } finally {
          // Whatever became of the file meanwhile, the connection goes.
          connection.close();
        }
      }
    },
  });
}

/** Only after the checks: switching the journal rewrites the header, and a file that was refused must stay as it was. */
function makeWritable(connection: Database.Database, path: string): void {
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  migrate(connection, path);
}

/**
 * Runs the missing migrations, each in one transaction with its version number. An older file is first copied beside
 * itself (`….v10.bak`) and the copy checked; without a sound copy nothing is migrated.
 */
function migrate(connection: Database.Database, path: string): void {
  const from = connection.pragma('user_version', { simple: true }) as number;
  const missing = MIGRATIONS.filter((migration) => migration.number > from);
  if (from > 0 && missing.length > 0) copyAside(connection, `${path}.v${from}.bak`);
  for (const migration of missing) {
    connection.transaction(() => {
      connection.exec(migration.sql);
      connection.pragma(`user_version = ${migration.number}`);
    })();
  }
}

function copyAside(connection: Database.Database, target: string): void {
  rmSync(target, { force: true });
  connection.prepare('VACUUM INTO ?').run(target);
  connection.prepare('ATTACH ? AS copy').run(target);
  const verdict = connection.pragma('copy.integrity_check(1)', { simple: true });
  connection.exec('DETACH copy');
  if (verdict !== 'ok') throw new Error(`The copy before migration is not sound: ${String(verdict)}`);
}
