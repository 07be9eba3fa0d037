import type Database from 'better-sqlite3';
import type { SqliteDatabase } from 'kysely';

const LIMIT = 200;

/**
 * Kysely prepares every statement anew; the same few dozen come again and again, so they are kept. `close` is left to
 * the office file, which has work to do between Kysely's last query and the end of the connection.
 */
export function withStatementCache(connection: Database.Database): SqliteDatabase {
  const statements = new Map<string, Database.Statement>();
  return {
    prepare(text) {
      let statement = statements.get(text);
      if (!statement) {
        if (statements.size >= LIMIT) statements.clear();
        statements.set(text, (statement = connection.prepare(text)));
      }
      return statement;
    },
    close() {
      statements.clear();
    },
  };
}
