import type { Migration } from '#db/migrations/migration.ts';

/**
 * Triggers that keep the log and the attachments append-only, as the migrations make them: statement by name. SQLite
 * keeps the statement word for word, so a file's own can be compared with these.
 */
export function guardsOf(migrations: readonly Migration[]): ReadonlyMap<string, string> {
  const guards = new Map<string, string>();
  for (const { sql } of migrations) {
    for (const [statement, name = ''] of sql.matchAll(/CREATE TRIGGER (\w+)[\s\S]*?\bEND(?=;)/g)) {
      guards.set(name, statement);
    }
  }
  return guards;
}
