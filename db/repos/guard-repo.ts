/** What acts on the tables by itself: triggers and views as the file holds them. */
import { sql } from 'kysely';
import type { Db } from './log-repo.ts';

export interface StoredGuard {
  readonly name: string;
  readonly statement: string;
}

export async function listGuards(db: Db): Promise<readonly StoredGuard[]> {
  const found = await sql<StoredGuard>`
    select name, sql as statement from sqlite_schema where type in ('trigger', 'view') order by name`.execute(db);
  return found.rows;
}
