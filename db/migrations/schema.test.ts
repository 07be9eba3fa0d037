import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '#db/service/testing/test-office.ts';
import { createOfficeFile } from '#db/engine/office-file.ts';
import { LOGGED_TABLES } from '#db/engine/schema.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations.ts';

test('migrations are numbered by tens, upwards, once', () => {
  const numbers = MIGRATIONS.map(({ number }) => number);
  expect(numbers).toEqual(numbers.map((_, index) => (index + 1) * 10));
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
  expect(tables).toHaveLength(LOGGED_TABLES.length + 3);
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
    "INSERT INTO batch VALUES (1, 'b', 'o', 'command', '{}', NULL, 'a', 't', 1, NULL, 1, '', '', 'h');" +
      "INSERT INTO change_log VALUES (1, 1, 'insert', 'unit', 'u', NULL, NULL, '{}');",
  );
  expect(() => connection.exec("UPDATE batch SET actor = 'x'")).toThrow(/append-only/);
  expect(() => connection.exec('DELETE FROM batch')).toThrow(/append-only/);
  expect(() => connection.exec("UPDATE change_log SET new = 'x'")).toThrow(/append-only/);
  expect(() => connection.exec('DELETE FROM change_log')).toThrow(/append-only/);
  await file.value.close();
});
