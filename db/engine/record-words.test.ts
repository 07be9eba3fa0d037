/** Every record the log can show has words: a new table or column needs its line in shared/wording/records.*.ts. */
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { wordColumn, wordTable } from '#shared/wording/word-record.ts';
import { COLUMNS_EN, TABLES_EN, VALUES_EN } from '#shared/wording/records.en.ts';
import { COLUMNS_VI, TABLES_VI, VALUES_VI } from '#shared/wording/records.vi.ts';
import { MIGRATIONS } from '#db/migrations/migrations.ts';
import { LOGGED_TABLES } from './schema.ts';

function columnsOf(table: string): readonly string[] {
  const database = new Database(':memory:');
  for (const { sql } of MIGRATIONS) database.exec(sql);
  const columns = database.prepare(`SELECT name FROM pragma_table_info('${table}')`).pluck().all() as string[];
  database.close();
  return columns.filter((column) => column !== 'id' && !column.endsWith('_id'));
}

test.each(LOGGED_TABLES)('a record of %s is shown in words (shared/wording/records.vi.ts and .en.ts)', (table) => {
  for (const language of ['vi', 'en'] as const) {
    expect(wordTable(table, language)).not.toBe(table);
    for (const column of columnsOf(table)) expect([column, wordColumn(column, language)]).not.toEqual([column, column]);
  }
});

test('both languages word the same', () => {
  expect(Object.keys(TABLES_EN).sort()).toEqual(Object.keys(TABLES_VI).sort());
  expect(Object.keys(COLUMNS_EN).sort()).toEqual(Object.keys(COLUMNS_VI).sort());
  expect(Object.keys(VALUES_EN).sort()).toEqual(Object.keys(VALUES_VI).sort());
  for (const [column, values] of Object.entries(VALUES_VI)) {
    expect(Object.keys(VALUES_EN[column] ?? {}).sort()).toEqual(Object.keys(values).sort());
  }
});
