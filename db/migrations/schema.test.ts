import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#db/service/testing/test-office.ts';
import { APPLICATION_ID, createOfficeFile, openOfficeFile } from '#db/engine/office-file.ts';
import { LOGGED_TABLES } from '#db/engine/schema.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';

test('migrations are numbered upwards, once', () => {
  const numbers = MIGRATIONS.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
});

test('a new file has the schema of the snapshot', async () => {
  const path = join(temporaryFolder(), 'new.cchc');
  const file = createOfficeFile(path, {});
  if (!file.ok) throw new Error(file.error.reason);
  expect(file.value.schemaVersion).toBe(SCHEMA_VERSION);
  await file.value.close();
  const database = new Database(path, { readonly: true });
  const objects = database
    .prepare('SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name')
    .all();
  expect(objects).toMatchSnapshot();
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all();
  expect(tables).toEqual(expect.arrayContaining([...LOGGED_TABLES]));
  expect(tables).toHaveLength(LOGGED_TABLES.length + 5);
  for (const table of LOGGED_TABLES) {
    const columns = database.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all();
    expect(columns).toEqual(expect.arrayContaining(['id', 'version', 'updated_at', 'updated_by']));
  }
  database.close();
});

test('the log refuses change and removal, whoever asks', async () => {
  const path = join(temporaryFolder(), 'new.cchc');
  const file = createOfficeFile(path, {});
  if (!file.ok) throw new Error(file.error.reason);
  const { connection } = file.value;
  connection.exec(
    "INSERT INTO batch VALUES (1, 'b', 'o', 'command', '{}', NULL, 'a', 't', 1, NULL, 1, '', '', 'h', NULL);" +
      "INSERT INTO change_log VALUES (1, 1, 'insert', 'unit', 'u', NULL, NULL, '{}');",
  );
  expect(() => connection.exec("UPDATE batch SET actor = 'x'")).toThrow(/append-only/);
  expect(() => connection.exec('DELETE FROM batch')).toThrow(/append-only/);
  expect(() => connection.exec("UPDATE change_log SET new = 'x'")).toThrow(/append-only/);
  expect(() => connection.exec('DELETE FROM change_log')).toThrow(/append-only/);
  await file.value.close();
});

test('a file of an older schema is copied aside, verified, and brought up to date', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'old.cchc');
  const old = new Database(path);
  old.exec(MIGRATIONS[0]!.sql);
  old.pragma(`application_id = ${APPLICATION_ID}`);
  old.pragma('user_version = 10');
  old.exec(
    "INSERT INTO unit VALUES ('u', 'V01', 'Văn phòng', 'VP', 'v01', 1, 't', 'a');" +
      "INSERT INTO cycle VALUES ('c', 'Năm', 2023, '', '', 'entered', '{}', 1, 1, 't', 'a');" +
      "INSERT INTO criteria_set VALUES ('s', 'c', 'Bộ', 1, 1, 't', 'a');" +
      "INSERT INTO block VALUES ('b', 'c', 's', 'K1', 'Khối', 0, 1, 't', 'a');" +
      "INSERT INTO cycle_unit VALUES ('cu', 'c', 'b', 'u', 0, 1, NULL, NULL, 1, 't', 'a');" +
      "INSERT INTO criteria_node VALUES ('n', 's', NULL, 'field', 'core', 'I', 'Một', 0, 1, '{}', '', '', 'zero', 1, 't', 'a');" +
      "INSERT INTO score VALUES ('cu/n', 'cu', 'n', 1, NULL, NULL, NULL, NULL, '', 1, 't', 'a');",
  );
  old.close();
  const file = openOfficeFile(path, {});
  if (!file.ok) throw new Error(file.error.reason);
  expect(file.value.schemaVersion).toBe(SCHEMA_VERSION);
  expect(await file.value.sql.selectFrom('unit').select('code').execute()).toEqual([{ code: 'V01' }]);
  expect(await file.value.sql.selectFrom('cycle_unit').select('unit_id').execute()).toEqual([{ unit_id: 'u' }]);
  expect(await file.value.sql.selectFrom('criteria_node').select('code').execute()).toEqual([{ code: 'I' }]);
  expect(await file.value.sql.selectFrom('score').select('leaf_id').execute()).toEqual([{ leaf_id: 'n' }]);
  expect(file.value.connection.pragma('foreign_key_check')).toEqual([]);
  await file.value.close();
  const backup = new Database(`${path}.v10.bak`, { readonly: true });
  expect(backup.pragma('user_version', { simple: true })).toBe(10);
  expect(backup.prepare('SELECT code FROM unit').pluck().get()).toBe('V01');
  backup.close();
});
